//! The interface between the element and the part of the module that shows a long roll.

use super::arrived::Arrived;
use crate::model::Failure;
use crate::view::{Changing, Listing};
use std::rc::Rc;
use web_sys::ShadowRoot;

/// The names of a long roll beyond those in the letter, on the page. Dropping it removes them, and ends its requests.
pub(super) trait LongRollView {
    /// The roll was published again, or the letter has new rows.
    fn roll_changed(&self);
}

/// The letter with the roll, and its place.
pub(super) struct LongRollOf {
    /// The letter.
    pub arrived: Rc<Arrived>,
    /// How it lists names.
    pub listing: Listing,
    /// The shadow root that shows the letter.
    pub root: ShadowRoot,
    /// What the letter's view shows.
    pub changing: Changing,
    /// Called with each failure.
    pub failed: Box<dyn Fn(Failure)>,
}
