//! The parts of a shown letter that change.

use crate::model::{Kind, Letter, Live};
use crate::roll::{Row, rows};
use leptos::prelude::{ArcRwSignal, GetUntracked, Update, With};
use std::sync::Arc;

/// What is shown now.
#[derive(Clone, Default)]
pub struct Now {
    /// The count and related values.
    pub live: Live,
    /// The loaded rows of the roll.
    pub rows: Arc<[Row]>,
    /// The same rows in the order that the reader has chosen, if any.
    pub ordered: Option<Arc<[Row]>>,
    /// The kind of signatories that the reader has filtered for; `None` for all.
    pub kind: Option<Kind>,
    /// The count that screen readers last announced.
    pub spoken: Option<u64>,
    /// Whether the letter's link was just copied.
    pub copied: bool,
    /// The letter's address for the reader to copy, if the browser can neither share nor copy it; else empty.
    pub address: String,
    /// How long ago the count changed, in words; empty if unknown.
    pub updated: String,
}

impl Now {
    /// The values in the letter itself, as published.
    #[must_use]
    pub fn of(letter: &Letter) -> Now {
        Now { live: Live::of(letter), rows: rows(&letter.signatories), ..Now::default() }
    }
}

/// The one signal of a letter on the page. The code that mounts the view sets it; texts and rows follow. It is one
/// signal, not four: each type of signal adds code to the widget, and a text that comes out the same is not written
/// again.
#[derive(Clone, Default)]
pub struct Changing(ArcRwSignal<Now>);

impl Changing {
    /// Starts with these values.
    #[must_use]
    pub fn new(now: Now) -> Changing {
        Changing(ArcRwSignal::new(now))
    }

    /// Changes the values.
    pub fn change(&self, change: impl FnOnce(&mut Now)) {
        self.0.update(change);
    }

    /// The current values.
    #[must_use]
    pub fn now(&self) -> Now {
        self.0.get_untracked()
    }

    /// Returns what `read` makes of the values; a caller within a view runs again after each change.
    pub(super) fn read<T>(&self, read: impl FnOnce(&Now) -> T) -> T {
        self.0.with(read)
    }
}
