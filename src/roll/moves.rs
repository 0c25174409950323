//! Where the rows of a roll are after it was published again.
//!
//! Files are named by the hash of their content, so files that both rolls name have the same rows. Between two such
//! files, rows were added, withdrawn or corrected.

use super::pages::Pages;
use std::ops::Range;

/// Maps rows of the old roll to their places in the new one.
#[derive(Clone, Debug)]
pub struct Moves {
    /// Unchanged rows, in rising order in both rolls: their old places, and where they begin now.
    kept: Vec<(Range<u64>, u64)>,
    count: u64,
}

impl Moves {
    /// Compares the files of two rolls.
    #[must_use]
    pub fn between(old: &Pages, new: &Pages) -> Moves {
        let there: Vec<(&str, Range<u64>)> = new.files().map(|(file, rows)| (file.src.as_str(), rows)).collect();
        let mut kept: Vec<(Range<u64>, u64)> = Vec::new();
        // The next match is expected here, and mostly it is here.
        let mut next = 0;
        for (file, was) in old.files() {
            let is_it = |(src, is): &(&str, Range<u64>)| *src == file.src && length(is) == length(&was);
            if let Some(at) = there.iter().skip(next).position(is_it) {
                next += at + 1;
                kept.extend(there.get(next - 1).map(|(_, is)| (was.clone(), is.start)));
            }
        }
        Moves { kept, count: new.count() }
    }

    /// The new place of the gap before that row; never before the place of an earlier row. If the rows around it have
    /// changed, it keeps its distance from the last unchanged rows before it, but never goes beyond the next unchanged
    /// rows.
    #[must_use]
    pub fn place(&self, row: u64) -> u64 {
        let next = self.kept.partition_point(|(was, _)| was.start <= row);
        let end = self.kept.get(next).map_or(self.count, |(_, is)| *is);
        let before = next.checked_sub(1).and_then(|last| self.kept.get(last));
        let place = before.map_or(row, |(was, is)| is.saturating_add(row - was.start));
        place.min(end)
    }

    /// The new places of the gaps around those rows. Rows that were added in one of these gaps are included.
    #[must_use]
    pub fn places(&self, rows: &Range<u64>) -> Range<u64> {
        self.place(rows.start)..self.place(rows.end)
    }

    /// Whether these rows are unchanged and still adjacent.
    #[must_use]
    pub fn keeps(&self, rows: &Range<u64>) -> bool {
        let mut at = rows.start;
        while at < rows.end {
            let next = self.kept.partition_point(|(was, _)| was.start <= at);
            let Some((was, _)) = next.checked_sub(1).and_then(|last| self.kept.get(last)) else { return false };
            if at >= was.end {
                return false;
            }
            at = was.end.min(rows.end);
        }
        let now = self.places(rows);
        length(&now) == length(rows)
    }
}

fn length(rows: &Range<u64>) -> u64 {
    rows.end.saturating_sub(rows.start)
}
