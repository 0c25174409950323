//! What becomes of the sheets when the roll is published anew.

use super::{Letter, Place, ROWS, Reading};
use crate::model::RollIndex;
use crate::roll::{Moves, Pages};
use std::ops::Range;

/// How many new sheets join those that are read; where there would be more, reading begins anew.
const MOST: u64 = 400;

impl Reading {
    /// Whether it knows of a roll, and so is to follow it.
    #[must_use]
    pub fn has_begun(&self) -> bool {
        self.roll.is_some()
    }

    /// Whether it is a reading of that roll.
    #[must_use]
    pub fn is_of(&self, index: &RollIndex) -> bool {
        self.roll.as_ref().is_some_and(|(own, _)| own == index)
    }

    /// The pages of the roll as it is now published, and the rows whose lists are needed before the sheets can follow.
    #[must_use]
    pub fn pages_of(&self, index: &RollIndex) -> (Pages, Range<u64>) {
        let pages = self.roll.as_ref().map_or_else(|| Pages::of(index), |(_, pages)| pages.published_anew(index));
        let rows = if self.newest_first { self.edge..pages.count() } else { 0..self.edge.saturating_add(1) };
        (pages, if self.places.is_empty() { 0..0 } else { rows })
    }

    /// Follows the roll as it is now published: what is read stays, and what is new joins it.
    pub fn published_anew(&mut self, index: RollIndex, pages: Pages) {
        let Some((_, before)) = self.roll.take() else { return self.know(index, pages) };
        let moves = Moves::between(&before, &pages);
        for place in &mut self.places {
            place.stale |= !moves.keeps(&place.range);
            place.range = moves.places(&place.range);
        }
        self.known = self.known.map(|known| moves.place(known));
        if self.places.is_empty() {
            return self.know(index, pages);
        }
        // What was read ahead may have changed: it is read again.
        self.ahead.clear();
        self.edge = moves.place(self.edge);
        self.read = self.edge;
        self.unmet = Letter::default();
        if self.newest_first {
            self.join_first(pages.count());
        }
        self.roll = Some((index, pages));
        if self.places.is_empty() {
            self.restart();
        }
    }

    /// Where the newest are first, those that came stand before all others.
    fn join_first(&mut self, count: u64) {
        // Where one kind is read, a sheet of it comes from many rows.
        let most = if self.kind.is_some() { 20 * ROWS as u64 } else { ROWS as u64 };
        let Some(first) = self.places.first_mut() else { return };
        let end = first.range.end;
        if count <= end {
            return;
        }
        if count - first.range.start <= 2 * most {
            first.range.end = count;
            first.stale = true;
            return;
        }
        if (count - end) / most > MOST {
            self.places.clear();
            return;
        }
        let mut joined = Vec::new();
        let mut start = end;
        while start < count {
            let range = start..count.min(start + most);
            start = range.end;
            self.numbers += 1;
            joined.push(Place::new(self.numbers, range));
        }
        self.places.splice(0..0, joined.into_iter().rev());
    }
}
