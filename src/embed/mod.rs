//! Where the host page is touched: the element's life, its attributes, its events, its stylesheet.
//!
//! The other half is JavaScript, in `loader/`: the class of the element, and the script that fetches this module. What
//! no reader waits for is in `later/`.

mod bindings;
mod count_told;
mod element;
mod events;
mod interface_texts;
mod later;
mod letter_request;
mod live_changes;
mod reader_actions;
mod shared_letters;
mod stylesheet;
mod view_handle;

pub use bindings::{Mounted, mount};
