//! The parts of a shown letter that change.

use crate::model::{Letter, Live, Signatory};
use crate::roll::{Filter, Row, rows};
use leptos::prelude::{ArcRwSignal, GetUntracked, Update, With};
use std::sync::Arc;

/// How many names are shown at first. The reader asks for the others, or comes near the end.
pub(super) const FIRST: usize = 40;

/// What is shown now.
#[derive(Clone, Default)]
pub struct Now {
    /// The count and related values.
    pub live: Live,
    /// The loaded rows of the roll.
    pub rows: Arc<[Row]>,
    /// The same rows in the order that the reader has chosen, if any.
    pub ordered: Option<Arc<[Row]>>,
    /// How many of these rows are shown; `None` for all.
    pub most: Option<usize>,
    /// The signatories that the reader has filtered for.
    pub filter: Filter,
    /// The count that screen readers last announced.
    pub spoken: Option<u64>,
    /// Whether the letter's link was just copied.
    pub copied: bool,
    /// The letter's address for the reader to copy, if the browser can neither share nor copy it; else empty.
    pub address: String,
    /// How long ago the count changed, in words; empty if unknown.
    pub updated: String,
    /// The reader's own signature, until the publisher has it.
    pub own: Own,
}

/// The reader's own signature.
#[derive(Clone, Default)]
pub struct Own {
    /// Its place in the whole count; 0 if it is unknown.
    pub number: u64,
    /// Its row.
    pub signatory: Option<Signatory>,
}

impl Now {
    /// The values in the letter itself, as published. Of many names, the first are shown.
    #[must_use]
    pub fn of(letter: &Letter) -> Now {
        let most = (letter.signatories.len() > FIRST).then_some(FIRST);
        Now { live: Live::of(letter), rows: rows(&letter.signatories), most, ..Now::default() }
    }

    /// The rows that the filter admits, in the order that the reader has chosen.
    pub fn admitted(&self) -> impl Iterator<Item = &Row> {
        let rows = self.ordered.as_ref().unwrap_or(&self.rows);
        rows.iter().filter(|row| self.filter.admits(&row.signatory))
    }

    /// Whether there are more rows than are shown.
    #[must_use]
    pub fn has_more(&self) -> bool {
        self.most.is_some_and(|most| self.admitted().filter(|row| !self.is_own(row)).nth(most).is_some())
    }

    /// Whether the row is that of the reader, who has just signed: it is shown wherever it stands.
    pub(super) fn is_own(&self, row: &Row) -> bool {
        row.new && self.own.signatory.as_ref().is_some_and(|own| own.id == row.signatory.id)
    }

    /// Shows that many more rows. Once all are shown, so are those that join.
    pub fn show_more(&mut self, rows: usize) {
        self.most = self.most.and_then(|most| most.checked_add(rows));
        if !self.has_more() {
            self.most = None;
        }
    }

    /// Takes the count and what belongs to it. Who has signed counts.
    pub fn set_live(&mut self, live: Live) {
        self.live = live;
        self.live.count = self.live.count.map(|count| count.max(self.own.number));
    }

    /// Takes the rows. Who has signed is among them.
    pub fn set_rows(&mut self, rows: Arc<[Row]>) {
        self.rows = rows;
        let is_there = |own: &Signatory| self.rows.iter().any(|row| row.signatory.id == own.id);
        if let Some(own) = self.own.signatory.clone().filter(|own| !is_there(own)) {
            self.rows = self.rows.iter().cloned().chain([Row { signatory: own, new: true }]).collect();
        }
    }

    /// Takes in the reader's own signature.
    pub fn sign(&mut self, own: Own) {
        // A row in another language, perhaps.
        let before = self.own.signatory.take().and_then(|before| before.id);
        self.own = own;
        self.set_live(self.live.clone());
        let is_own = |row: &&Row| row.new && before.is_some() && row.signatory.id == before;
        let others: Arc<[Row]> = self.rows.iter().filter(|row| !is_own(row)).cloned().collect();
        self.set_rows(others);
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
