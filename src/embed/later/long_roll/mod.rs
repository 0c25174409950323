//! The rest of a long roll: what a reader wants of it beyond the names that the letter brings.
//!
//! It belongs to the later part of the widget, and enters by [`rest`].

mod controls;
mod files;
mod find;
mod heights;
mod keyboard_focus;
mod order;
mod render;
mod scroll;
mod state;

use crate::embed::letter_request::Arrived;
use crate::model::Failure;
use crate::view::Changing;
use state::LongRoll;
use std::rc::Rc;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use web_sys::ShadowRoot;

/// The rest of a roll on the page. Dropping it takes it off the page, and ends its requests.
pub(in crate::embed) trait Rest {
    /// The roll was published anew, or has other rows at hand.
    fn published_anew(&self);
}

/// What it needs.
pub(in crate::embed) struct Room {
    /// Where the roll is shown.
    pub root: ShadowRoot,
    /// The letter.
    pub arrived: Rc<Arrived>,
    /// The rows that the letter brings.
    pub changing: Changing,
    /// Is told what could not be had.
    pub failed: Box<dyn Fn(Failure)>,
}

/// Fills the room that a long roll leaves.
///
/// # Errors
/// If this part of the widget can't be had.
#[wasm_split(later, fallible)]
#[allow(clippy::unnecessary_wraps, reason = "the error is that of the fetching, which the macro adds")]
pub(in crate::embed) fn rest(room: Room) -> Result<Option<Box<dyn Rest>>, SplitLoaderError> {
    Ok(LongRoll::start(room).map(|roll| Box::new(Handle(roll)) as Box<dyn Rest>))
}

/// The page's hold on it: its listeners know it only weakly, and it owns its tasks.
struct Handle(Rc<LongRoll>);

impl Rest for Handle {
    fn published_anew(&self) {
        self.0.published_anew();
    }
}

impl Drop for Handle {
    fn drop(&mut self) {
        self.0.end();
    }
}
