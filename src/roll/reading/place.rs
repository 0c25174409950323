//! A sheet of a roll that is read.

use super::Reading;
use crate::roll::Found;
use std::ops::Range;
use std::sync::Arc;

/// How many sheets keep their rows.
const FILLED: usize = 80;

/// A sheet, and where its rows are found again.
#[derive(Clone, Debug)]
pub struct Place {
    /// What tells it from other sheets.
    pub number: u32,
    /// Its rows in the order of reading; `None` while it is empty.
    pub rows: Option<Arc<[Found]>>,
    /// CSS pixels, once it was far.
    pub height: f64,
    /// The rows of the roll that it stands for, those among them that are shown elsewhere or not at all.
    pub(super) range: Range<u64>,
    /// How many of them are of the kind that is read.
    pub(super) of_kind: u64,
    pub(super) near: bool,
    /// Whether the roll has changed there since the rows were had.
    pub(super) stale: bool,
}

impl Place {
    pub(super) fn new(number: u32, range: Range<u64>) -> Place {
        Place { number, rows: None, height: 0.0, range, of_kind: 0, near: true, stale: false }
    }

    pub(super) fn is_to_be_filled(&self) -> bool {
        if self.rows.is_some() { self.stale } else { self.near }
    }
}

impl Reading {
    /// Notes that a sheet came near or went.
    pub fn moved(&mut self, number: u32, near: bool, height: f64) {
        if let Some(place) = self.places.iter_mut().find(|place| place.number == number) {
            place.near = near;
            if !near && place.rows.is_some() && height > 0.0 {
                place.height = height;
            }
        }
    }

    /// Empties sheets that are far, if there are many with rows. Whether there were.
    pub fn empty_far(&mut self) -> bool {
        let filled = self.places.iter().filter(|place| place.rows.is_some()).count();
        let far = |place: &&mut Place| !place.near && place.height > 0.0 && place.rows.is_some();
        let mut any = false;
        for place in self.places.iter_mut().filter(far).take(filled.saturating_sub(FILLED)) {
            place.rows = None;
            any = true;
        }
        any
    }
}
