//! What the element and the part of the widget that shows a long roll know of each other.

use super::arrived::Arrived;
use crate::model::Failure;
use crate::view::Changing;
use std::rc::Rc;
use web_sys::ShadowRoot;

/// The names of a long roll beyond those in the letter, on the page. Dropping it removes them, and ends its requests.
pub(super) trait LongRollView {
    /// The roll was published again, or the letter has brought other rows.
    fn roll_changed(&self);
}

/// The letter with the roll, and where it is shown.
pub(super) struct LongRollOf {
    /// The letter.
    pub arrived: Rc<Arrived>,
    /// The shadow root that shows it.
    pub root: ShadowRoot,
    /// What its view shows.
    pub changing: Changing,
    /// Called with each failure.
    pub failed: Box<dyn Fn(Failure)>,
}
