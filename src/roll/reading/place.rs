//! A sheet within a roll that is being read.

use super::Reading;
use crate::roll::Found;
use std::ops::Range;
use std::sync::Arc;

/// How many sheets may hold their rows.
const FILLED: usize = 80;

/// A sheet, and the range of the roll from which its rows can be reloaded.
#[derive(Clone, Debug)]
pub struct Place {
    /// Identifies the sheet.
    pub number: u32,
    /// Its rows in the order of reading; `None` while the sheet is empty.
    pub rows: Option<Arc<[Found]>>,
    /// Height in CSS pixels, measured when the sheet went far off screen.
    pub height: f64,
    /// The range of the roll's rows that it covers, including rows shown elsewhere or not at all.
    pub(super) range: Range<u64>,
    /// How many of these rows are of the chosen kind.
    pub(super) of_kind: u64,
    pub(super) near: bool,
    /// Whether the roll has changed there since the rows were loaded.
    pub(super) stale: bool,
    /// The groups of its first and its last row, while the sheet is empty.
    pub(super) ends: Option<[Option<String>; 2]>,
}

impl Place {
    pub(super) fn new(number: u32, range: Range<u64>) -> Place {
        Place { number, rows: None, height: 0.0, range, of_kind: 0, near: true, stale: false, ends: None }
    }

    /// The groups of its first and its last row; `None` if it never had rows.
    #[must_use]
    pub fn ends(&self) -> Option<[Option<String>; 2]> {
        let rows = self.rows.as_deref().unwrap_or_default();
        match (rows.first(), rows.last()) {
            (Some(first), Some(last)) => Some([first, last].map(|found| found.row.signatory.group.clone())),
            _ => self.ends.clone(),
        }
    }

    pub(super) fn is_to_be_filled(&self) -> bool {
        if self.rows.is_some() { self.stale } else { self.near }
    }
}

impl Reading {
    /// Records that a sheet came near the visible part, or left it.
    pub fn moved(&mut self, number: u32, near: bool, height: f64) {
        if let Some(place) = self.places.iter_mut().find(|place| place.number == number) {
            place.near = near;
            if !near && place.rows.is_some() && height > 0.0 {
                place.height = height;
            }
        }
    }

    /// Empties far sheets if too many hold rows. Returns whether any was emptied.
    pub fn empty_far(&mut self) -> bool {
        let filled = self.places.iter().filter(|place| place.rows.is_some()).count();
        let far = |place: &&mut Place| !place.near && place.height > 0.0 && place.rows.is_some();
        let mut any = false;
        for place in self.places.iter_mut().filter(far).take(filled.saturating_sub(FILLED)) {
            place.ends = place.ends();
            place.rows = None;
            any = true;
        }
        any
    }
}
