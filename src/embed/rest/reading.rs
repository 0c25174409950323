//! Reading on: the rows in their order, sheet after sheet, and the sheets that are emptied when they are far.

use super::files::{Files, is_gone};
use crate::model::{Failure, Signatory};
use crate::roll::{Row, Walk};
use crate::view::{Found, Sheet};
use std::sync::Arc;

/// The rows of a sheet: few enough that a slow phone makes them in one go without a stutter.
pub(super) const ROWS: usize = 16;

/// How many sheets keep their rows.
const FILLED: usize = 80;

/// An order of the rows. Initiators stand first in each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Order {
    /// As they signed.
    #[default]
    Signed,
    /// Who signed last is first.
    Newest,
    /// By the alphabet of the letter's language.
    Alphabet,
}

/// A sheet, and where its rows are found again.
pub(super) struct Place {
    pub sheet: Sheet,
    /// The rows of the roll before its first, in the order of reading.
    from: u64,
    count: usize,
    near: bool,
    /// CSS pixels, once it was far.
    pub height: f64,
}

/// How far the reading has come.
#[derive(Default)]
pub(super) struct Reading {
    pub order: Order,
    pub places: Vec<Place>,
    /// Rows at hand that no sheet has yet, the next one last.
    pending: Vec<Row>,
    /// Where `pending` begins in the roll, those before it included.
    read: u64,
    /// Rows that stand before those of the roll.
    before: u64,
    walk: Option<Walk>,
    /// The rows that the roll had when the page first saw it: later ones are new.
    known: Option<u64>,
    pub ended: bool,
}

impl Reading {
    /// Begins with rows that are at hand; `read` rows of the roll are shown elsewhere.
    pub fn new(order: Order, rows: Vec<Row>, read: u64, known: Option<u64>) -> Reading {
        let pending = rows.into_iter().rev().collect();
        Reading { order, pending, read, known, ..Reading::default() }
    }

    /// Begins with initiators, who are no part of the order.
    pub fn with_initiators(order: Order, initiators: Vec<Row>, known: Option<u64>) -> Reading {
        let before = initiators.len() as u64;
        Reading { before, ..Reading::new(order, initiators, 0, known) }
    }

    /// The next sheet's rows, from those at hand.
    pub fn next_sheet(&mut self, number: u32) -> bool {
        let count = self.pending.len().min(ROWS);
        if count == 0 {
            return false;
        }
        let rows: Vec<Row> = self.pending.split_off(self.pending.len() - count).into_iter().rev().collect();
        let sheet = Sheet { number, found: false, rows: Some(found(rows)) };
        self.places.push(Place { sheet, from: self.read, count, near: true, height: 0.0 });
        self.read += count as u64;
        true
    }

    /// The roll was published anew: what was read stands, and what comes is read from there.
    pub fn published_anew(&mut self) {
        self.walk = None;
        self.ended = false;
        // Rows at hand that no sheet has are read again.
        self.pending.clear();
    }

    /// Notes that a sheet came near or went. Whether anything is to be done about it.
    pub fn moved(&mut self, number: u32, near: bool, height: f64) -> bool {
        let Some(place) = self.places.iter_mut().find(|place| place.sheet.number == number) else { return false };
        place.near = near;
        let filled = place.sheet.rows.is_some();
        if !near && filled && height > 0.0 {
            place.height = height;
        }
        near != filled
    }

    /// Empties sheets that are far, if there are many with rows.
    pub fn empty_far(&mut self, in_memory: bool) -> bool {
        let filled = self.places.iter().filter(|place| place.sheet.rows.is_some()).count();
        let far = |place: &&mut Place| !place.near && place.height > 0.0 && place.sheet.rows.is_some();
        let emptied = if in_memory { 0 } else { filled.saturating_sub(FILLED) };
        let mut any = false;
        for place in self.places.iter_mut().filter(far).take(emptied) {
            place.sheet.rows = None;
            any = true;
        }
        any
    }

    /// A sheet that is near and empty: its number, and its rows' place in the roll.
    pub fn to_fill(&self) -> Option<(u32, u64, usize)> {
        let place = self.places.iter().find(|place| place.near && place.sheet.rows.is_none())?;
        Some((place.sheet.number, place.from.saturating_sub(self.before), place.count))
    }

    /// Fills the sheet again.
    pub fn fill(&mut self, number: u32, rows: Vec<Row>) {
        for place in self.places.iter_mut().filter(|place| place.sheet.number == number) {
            place.sheet.rows = Some(found(rows.clone()));
        }
    }

    /// What the walk needs to read on, taken out of here while it does.
    pub fn take_walk(&mut self) -> Option<Walk> {
        self.walk.take()
    }

    /// Takes rows that were read, and the walk that has read them.
    pub fn take_in(&mut self, read: Option<Vec<Signatory>>, walk: Walk, count: u64) {
        let known = *self.known.get_or_insert(count);
        match read {
            None => self.ended = true,
            Some(signatories) => {
                let rows = rows(signatories, self.order, self.read(), known, count);
                self.pending = rows.into_iter().rev().collect();
            }
        }
        self.walk = Some(walk);
    }

    /// Whether there are rows that only need a sheet.
    pub fn has_rows_at_hand(&self) -> bool {
        !self.pending.is_empty()
    }

    /// Where the next row stands in the roll.
    pub fn read(&self) -> u64 {
        self.read.saturating_sub(self.before)
    }

    /// The rows that the roll had at first.
    pub fn known(&self) -> Option<u64> {
        self.known
    }
}

fn found(rows: Vec<Row>) -> Arc<[Found]> {
    rows.into_iter().map(|row| Found { row, marks: Vec::new() }).collect()
}

/// Rows that begin at that place of a roll of `count`, of whom `known` were there before.
fn rows(signatories: Vec<Signatory>, order: Order, from: u64, known: u64, count: u64) -> Vec<Row> {
    let is_new = |at: u64| match order {
        Order::Newest => at < count.saturating_sub(known),
        _ => at >= known,
    };
    let rows = signatories.into_iter().zip(from..);
    // Initiators stand first in every order: the walk back comes to them last.
    let rows = rows.filter(|(signatory, _)| order != Order::Newest || !signatory.initiator);
    rows.map(|(signatory, at)| Row { new: is_new(at), signatory }).collect()
}

/// A walk that begins at that row.
pub(super) async fn begin(files: &Files, order: Order, from: u64) -> Result<(Walk, u64), Failure> {
    let index = files.index(false).await?;
    let walk = if order == Order::Newest { Walk::backward(&index, from) } else { Walk::forward(&index, from) };
    Ok((walk, index.count))
}

/// Walks on to the next rows, `None` at the end.
pub(super) async fn walk_on(files: &Files, walk: &mut Walk) -> Result<Option<Vec<Signatory>>, Failure> {
    while let Some(src) = walk.wanted().map(str::to_string) {
        let file = files.file(&src).await?;
        if let Some(rows) = walk.take((*file).clone()).filter(|rows| !rows.is_empty()) {
            return Ok(Some(rows));
        }
    }
    Ok(None)
}

/// So many rows from that place on, read again.
pub(super) async fn again(files: &Files, order: Order, from: u64, count: usize) -> Result<Vec<Row>, Failure> {
    let mut signatories = Vec::new();
    let mut tried_anew = false;
    let (mut walk, mut whole) = begin(files, order, from).await?;
    while signatories.len() < count {
        match walk_on(files, &mut walk).await {
            Ok(Some(more)) => signatories.extend(more),
            Ok(None) => break,
            Err(failure) if is_gone(&failure) && !tried_anew => {
                tried_anew = true;
                signatories.clear();
                files.index(true).await?;
                (walk, whole) = begin(files, order, from).await?;
            }
            Err(failure) => return Err(failure),
        }
    }
    signatories.truncate(count);
    Ok(rows(signatories, order, from, whole, whole))
}
