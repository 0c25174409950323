//! Everything that touches the host page: the element's life, its attributes, its events.
//!
//! The other half is JavaScript, in `loader/`: the class of the element, and the script that loads this module.
//! `later/` has the parts of the module that no reader waits for: each is fetched when it is needed. `updates` and
//! `long_roll` are the interfaces to two of them. The form to sign is JavaScript, in `loader/form/`.

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
