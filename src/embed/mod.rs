//! Everything that touches the host page: the element's life, its attributes, its events.
//!
//! The other half is JavaScript, in `loader/`: the class of the element, and the script that loads this module.
//! `later/` is the part of the module that no reader waits for: it is fetched once the letter is shown. `updates` and
//! `long_roll` are the interface between the two parts.

mod arrived;
mod bindings;
mod element;
mod events;
mod interface_texts;
mod later;
mod letter_request;
mod long_roll;
mod shared_letters;
mod updates;

pub use bindings::{Mounted, mount};
