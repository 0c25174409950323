//! What the element and the part of the widget that keeps its letter up to date know of each other.

use super::arrived::Arrived;
use crate::model::{Failure, Letter, Settings};
use crate::view::Changing;
use std::rc::Rc;
use web_sys::ShadowRoot;

/// Called once the count is up to date, or can't be.
pub(super) type Done = Box<dyn FnOnce()>;

/// Whether the letter changes while it is shown.
pub(super) fn is_followed(letter: &Letter) -> bool {
    let signatures = &letter.signatures;
    letter.is_open() && (signatures.src.is_some() || signatures.stream.is_some())
}

/// A letter that is shown, kept up to date until this is dropped.
pub(super) trait Follow {
    /// The attributes have changed.
    fn settings_changed(&self, settings: &Settings);

    /// Fetches the count now. Calls `done` when the answer is in, or at once if the letter no longer changes.
    fn update(&self, done: Done);
}

/// The letter to keep up to date, and where it is shown.
pub(super) struct Followed {
    /// The letter.
    pub arrived: Rc<Arrived>,
    /// The element's settings.
    pub settings: Settings,
    /// The shadow root that shows it.
    pub root: ShadowRoot,
    /// What its view shows.
    pub changing: Changing,
    /// Called after each change that more than the view depends on, while the letter is shown.
    pub changed: Box<dyn Fn(Change)>,
}

/// A change that more than the view depends on.
pub(super) enum Change {
    /// The count may have changed.
    Count,
    /// The roll was published again, or the letter has brought other rows.
    Roll,
    /// The count or the names could not be refreshed.
    Failed(Failure),
}
