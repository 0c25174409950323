//! What became of the places of rows in a roll that was published anew.
//!
//! Files are named by the hash of their content, so those that both rolls name have the same rows. What stands between
//! two such files has changed: a row was added, withdrawn or corrected there.

use super::pages::Pages;
use std::ops::Range;

/// Where the rows of a roll are in the roll that it became.
#[derive(Clone, Debug)]
pub struct Moves {
    /// Rows that are the same, in rising order in both rolls: where they were, and where they are.
    kept: Vec<(Range<u64>, u64)>,
    count: u64,
}

impl Moves {
    /// Compares the files of the two.
    #[must_use]
    pub fn between(old: &Pages, new: &Pages) -> Moves {
        let there: Vec<(&str, Range<u64>)> = new.files().map(|(file, rows)| (file.src.as_str(), rows)).collect();
        let mut kept: Vec<(Range<u64>, u64)> = Vec::new();
        // Where the next is expected: mostly it is there.
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

    /// Where the gap before that row is now; never before that of an earlier row. Where rows have changed around it,
    /// it is as far behind the last that have not as it was, and not behind the next that have not.
    #[must_use]
    pub fn place(&self, row: u64) -> u64 {
        let next = self.kept.partition_point(|(was, _)| was.start <= row);
        let end = self.kept.get(next).map_or(self.count, |(_, is)| *is);
        let before = next.checked_sub(1).and_then(|last| self.kept.get(last));
        let place = before.map_or(row, |(was, is)| is.saturating_add(row - was.start));
        place.min(end)
    }

    /// The gaps around those rows; where rows were added to one of them, they are among these.
    #[must_use]
    pub fn places(&self, rows: &Range<u64>) -> Range<u64> {
        self.place(rows.start)..self.place(rows.end)
    }

    /// Whether these are still the same rows, side by side.
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
