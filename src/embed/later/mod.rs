//! The parts of the module that no reader waits for, one in each module here: each is fetched when it is needed.
//!
//! The first part enters them through functions marked `#[wasm_split]`, and names nothing else in them; a test checks
//! this. `embed/updates.rs` and `embed/long_roll.rs` hold what the first part shares with them.

#![allow(clippy::disallowed_types, reason = "no reader waits for this part")]

pub(super) mod long_roll;
pub(super) mod share;
pub(super) mod updates;
