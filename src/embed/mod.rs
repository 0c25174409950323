//! Where the host page is touched: the element's life, its attributes, its events, its stylesheet.
//!
//! The other half is JavaScript, in `loader/`: the class of the element, and the script that fetches this module. What
//! no reader waits for is in `later/`, a part of the module that is fetched once the letter shows. `updates` and
//! `long_roll` say what the two parts know of each other.

mod arrived;
mod bindings;
mod element;
mod events;
mod interface_texts;
mod later;
mod letter_request;
mod long_roll;
mod shared_letters;
mod stylesheet;
mod updates;

pub use bindings::{Mounted, mount};
