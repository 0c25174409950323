//! Where the host page is touched: the element's life, its attributes, its events, its stylesheet.
//!
//! The other half is in `script/`: the class of the element and the loader, which fetches this one.

mod acts;
mod changes;
mod element;
mod events;
mod following;
mod interface;
mod letter;
mod letters;
mod mounted;
mod names;
mod rest;
mod shown;
mod stylesheet;
mod told;

pub use mounted::{Mounted, mount};
