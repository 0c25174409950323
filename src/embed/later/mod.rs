//! What no reader waits for: a part of the module of its own, which is fetched once the letter shows.
//!
//! The first part enters it by functions that are marked `#[wasm_split]`, and names nothing else in it: a test holds
//! this wall. What both parts know is outside, in `embed/updates.rs` and `embed/long_roll.rs`.

pub(super) mod long_roll;
pub(super) mod share;
pub(super) mod updates;
