//! The interface between the element and the part of the module that keeps its letter up to date.

use super::arrived::Arrived;
use crate::model::{Failure, Letter, Settings};
use crate::view::Changing;
use std::rc::Rc;
use web_sys::ShadowRoot;

/// Called once the count is up to date or has failed to update.
pub(super) type Done = Box<dyn FnOnce()>;

/// Whether the letter changes while it is shown.
pub(super) fn is_followed(letter: &Letter) -> bool {
    let signatures = &letter.signatures;
    letter.is_open() && (signatures.src.is_some() || signatures.stream.is_some())
}

/// Keeps a letter up to date until this is dropped.
pub(super) trait Follow {
    /// The attributes have changed.
    fn settings_changed(&self, settings: &Settings);

    /// Fetches the count now. Calls `done` when the answer is in, or at once if the letter no longer changes.
    fn update(&self, done: Done);
}

/// The letter to keep up to date, and its place.
pub(super) struct Followed {
    /// The letter.
    pub arrived: Rc<Arrived>,
    /// The element's settings.
    pub settings: Settings,
    /// The shadow root that shows the letter.
    pub root: ShadowRoot,
    /// What the letter's view shows.
    pub changing: Changing,
    /// Called after each change that affects more than the view, while the letter is shown.
    pub changed: Box<dyn Fn(Change)>,
}

/// A change that affects more than the view.
pub(super) enum Change {
    /// The count may have changed.
    Count,
    /// The roll was published again, or the letter has new rows.
    Roll,
    /// The count or the names failed to update.
    Failed(Failure),
}
