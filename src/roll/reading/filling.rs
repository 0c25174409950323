//! Reloads the rows of sheets: those that were emptied, and those whose part of the roll has changed.

use super::{Ahead, Letter, Place, ROWS, Reading};
use crate::model::Signatory;
use crate::roll::{Found, identity};
use std::ops::Range;

impl Reading {
    /// The rows of a sheet that needs loading: it is near and empty, or the roll has changed there.
    #[must_use]
    pub fn to_fill(&self) -> Option<Range<u64>> {
        let wanted = |place: &&Place| place.is_to_be_filled();
        let nearest = self.places.iter().find(|place| place.near && wanted(place));
        nearest.or_else(|| self.places.iter().find(wanted)).map(|place| place.range.clone())
    }

    /// Fills the sheets that lie completely within the range.
    pub fn fill(&mut self, range: &Range<u64>, rows: &[(u64, Signatory)]) {
        self.align(range, rows);
        for mut place in std::mem::take(&mut self.places) {
            let within = range.start <= place.range.start && place.range.end <= range.end;
            if !within || !place.is_to_be_filled() {
                self.places.push(place);
                continue;
            }
            let own = rows.iter().filter(|(row, _)| place.range.contains(row)).cloned().collect();
            // The letter's rows are the first of the roll.
            let mut letter = if place.range.start == 0 { self.letter.clone() } else { Letter::default() };
            let own = self.to_show(own, &mut letter);
            place.stale = false;
            self.put(place, own);
        }
    }

    /// Adds a sheet with these rows. Far too many rows are split into several sheets; without rows, the previous sheet
    /// takes over the range.
    fn put(&mut self, place: Place, own: Vec<Ahead>) {
        let shown = own.iter().filter(|ahead| ahead.shown).count();
        if let Some(last) = self.places.last_mut().filter(|_| shown == 0) {
            last.range = last.range.start.min(place.range.start)..last.range.end.max(place.range.end);
            last.of_kind += own.len() as u64;
            return;
        }
        let most = if shown > 2 * ROWS { ROWS } else { shown };
        let mut own = own.into_iter().peekable();
        let (mut number, mut rest) = (place.number, place.range.clone());
        loop {
            let (mut rows, mut of_kind) = (Vec::new(), 0);
            while let Some(ahead) = own.next_if(|ahead| !ahead.shown || rows.len() < most) {
                of_kind += 1;
                rows.extend(Some(ahead).filter(|ahead| ahead.shown).map(|ahead| Found::plain(ahead.row)));
            }
            let border = own.peek().map(|next| next.place);
            let range = match border {
                None => rest.clone(),
                Some(border) if self.newest_first => border + 1..std::mem::replace(&mut rest.end, border + 1),
                Some(border) => std::mem::replace(&mut rest.start, border)..border,
            };
            self.places.push(Place { number, rows: Some(rows.into()), of_kind, range, ..place.clone() });
            if border.is_none() {
                return;
            }
            self.numbers += 1;
            number = self.numbers;
        }
    }

    /// Moves the borders of changed sheets to the new places of their first rows, so that rows stay in their sheets.
    fn align(&mut self, range: &Range<u64>, rows: &[(u64, Signatory)]) {
        for index in 1..self.places.len() {
            let [before, place] = &mut self.places[index - 1..=index] else { continue };
            if !before.stale || !place.stale {
                continue;
            }
            let between = if self.newest_first {
                place.range.start..before.range.end
            } else {
                before.range.start..place.range.end
            };
            let between = between.start.max(range.start)..between.end.min(range.end);
            let Some(own) = &place.rows else { continue };
            let now = |found: &Found| {
                let wanted = identity(&found.row.signatory);
                let mut there =
                    rows.iter().filter(|(row, signatory)| between.contains(row) && identity(signatory) == wanted);
                there.next().map(|(row, _)| *row)
            };
            let Some(first) = own.iter().find_map(now) else { continue };
            if self.newest_first {
                place.range.end = first + 1;
                before.range.start = first + 1;
            } else {
                place.range.start = first;
                before.range.end = first;
            }
        }
    }
}
