//! What changes on a letter while it is shown.

use crate::model::{Kind, Letter, Live};
use crate::roll::{Row, rows};
use leptos::prelude::{ArcRwSignal, GetUntracked, Update, With};
use std::sync::Arc;

/// What is shown now.
#[derive(Clone, Default)]
pub struct Now {
    /// The count and what belongs to it.
    pub live: Live,
    /// The roll, as far as it is at hand.
    pub rows: Arc<[Row]>,
    /// The same rows in another order, where the reader has chosen one.
    pub ordered: Option<Arc<[Row]>>,
    /// The kind of signatories that the reader wants to see; `None` for all.
    pub kind: Option<Kind>,
    /// The count that screen readers were last told.
    pub spoken: Option<u64>,
    /// Whether the letter's link was just copied.
    pub copied: bool,
    /// The letter's address, for the reader to copy, where the browser can neither share nor copy it; else empty.
    pub address: String,
    /// How long ago the count changed, in words; empty where that is not known.
    pub updated: String,
}

impl Now {
    /// What the letter itself tells, as of its publishing.
    #[must_use]
    pub fn of(letter: &Letter) -> Now {
        Now { live: Live::of(letter), rows: rows(&letter.signatories), ..Now::default() }
    }
}

/// The one signal of a letter on the page. Whoever mounts the view sets it; texts and rows follow. One and not four:
/// each type of signal has code of its own in the widget, and a text that comes out the same is not touched.
#[derive(Clone, Default)]
pub struct Changing(ArcRwSignal<Now>);

impl Changing {
    /// Begins with what is shown first.
    #[must_use]
    pub fn new(now: Now) -> Changing {
        Changing(ArcRwSignal::new(now))
    }

    /// Changes what is shown.
    pub fn change(&self, change: impl FnOnce(&mut Now)) {
        self.0.update(change);
    }

    /// What is shown at this moment.
    #[must_use]
    pub fn now(&self) -> Now {
        self.0.get_untracked()
    }

    /// What `read` makes of it; whoever asks within a view is asked again after each change.
    pub(super) fn read<T>(&self, read: impl FnOnce(&Now) -> T) -> T {
        self.0.with(read)
    }
}
