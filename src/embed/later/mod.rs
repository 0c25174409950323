//! What no reader waits for: a part of the module of its own, which is fetched once the letter shows.
//!
//! Each folder or file here is entered by one function marked `#[wasm_split]`. What only those reach is in the later
//! part; code that something else reaches too moves back into the first.

pub(super) mod long_roll;
mod roll_updates;
pub(super) mod updates;
