//! The part of the module that no reader waits for: it is fetched once the letter is shown.
//!
//! The first part enters it through functions marked `#[wasm_split]`, and names nothing else in it; a test checks this.
//! `embed/updates.rs` and `embed/long_roll.rs` hold what both parts share.

#![allow(clippy::disallowed_types, reason = "no reader waits for this part")]

pub(super) mod long_roll;
pub(super) mod share;
pub(super) mod updates;
