//! Updates the sheets when the roll is published again.

use super::{Letter, Place, ROWS, Reading};
use crate::model::RollIndex;
use crate::roll::{Moves, Pages};
use std::ops::Range;

/// The most new sheets that are added before the first; with more, reading starts again.
const MOST: u64 = 400;

impl Reading {
    /// Whether a roll is loaded, which must then be kept up to date.
    #[must_use]
    pub fn has_begun(&self) -> bool {
        self.roll.is_some()
    }

    /// Whether this roll is the one being read.
    #[must_use]
    pub fn is_of(&self, index: &RollIndex) -> bool {
        self.roll.as_ref().is_some_and(|(own, _)| own == index)
    }

    /// The pages of the newly published roll, and the rows whose lists must be loaded before the sheets can be updated.
    #[must_use]
    pub fn pages_of(&self, index: &RollIndex) -> (Pages, Range<u64>) {
        let pages = self.roll.as_ref().map_or_else(|| Pages::of(index), |(_, pages)| pages.published_anew(index));
        let rows = if self.newest_first { self.edge..pages.count() } else { 0..self.edge.saturating_add(1) };
        (pages, if self.places.is_empty() { 0..0 } else { rows })
    }

    /// Switches to the newly published roll: keeps the sheets, and adds new rows.
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
        // Rows that were read ahead may have changed, so they are read again.
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
        self.keep_to_group();
    }

    /// The sheets of a chosen group cover its rows, and no others: where it begins and ends is known for certain.
    fn keep_to_group(&mut self) {
        if self.filter.group.is_none() {
            return;
        }
        let Range { start, end } = self.bounds();
        for (index, place) in self.places.iter_mut().enumerate() {
            let from = if index == 0 { start } else { place.range.start.clamp(start, end) };
            let range = from..place.range.end.clamp(start, end);
            place.stale |= range != place.range;
            place.range = range;
        }
        self.edge = self.edge.clamp(start, end);
        self.read = self.edge;
    }

    /// With the newest first, adds the rows that are new since then before all others.
    fn join_first(&mut self, count: u64) {
        // With a filter by kind, a sheet needs more rows of the roll.
        let most = if self.filter.kind.is_some() { 20 * ROWS as u64 } else { ROWS as u64 };
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
