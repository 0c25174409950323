//! Reading a long roll: which rows are shown, in which sheets, and how the sheets change when the roll changes. Pure.
//!
//! Each sheet covers a range of the roll's rows. The ranges adjoin each other, from the first row read to the last. A
//! newly published roll only moves the borders between them. So every row is in exactly one sheet, whatever was signed
//! and withdrawn meanwhile.

mod filling;
mod following;
mod letter;
mod place;

pub use place::Place;

use super::{Filter, Found, Holder, Pages, Row};
use crate::model::{Kind, RollFile, RollIndex, Signatory};
use letter::Letter;
use std::collections::VecDeque;
use std::ops::Range;

/// Rows per sheet: few enough that a slow phone renders a sheet without a stutter.
const ROWS: usize = 16;

/// Rows of the roll with their places in it.
pub type Placed = Vec<(u64, Signatory)>;

/// A row that was read and is in no sheet yet.
#[derive(Debug)]
struct Ahead {
    place: u64,
    row: Row,
    shown: bool,
}

/// The state of reading.
#[derive(Debug, Default)]
pub struct Reading {
    newest_first: bool,
    filter: Filter,
    /// The roll to which all places refer; `None` until it is loaded.
    roll: Option<(RollIndex, Pages)>,
    places: Vec<Place>,
    ahead: VecDeque<Ahead>,
    /// Where the sheets end, and where the rows read ahead of them end.
    edge: u64,
    read: u64,
    /// The letter's signatories by identity, and those among them that have not been found in the roll yet.
    letter: Letter,
    unmet: Letter,
    /// The roll's number of rows when the page first loaded it: later rows are new.
    known: Option<u64>,
    numbers: u32,
}

impl Reading {
    /// Starts with the rows after the letter's, or with the newest, leaving out initiators, who are in the letter;
    /// only those that the filter admits. Keeps the roll that an earlier reading loaded.
    #[must_use]
    pub fn begin(self, newest_first: bool, filter: Filter) -> Reading {
        let Reading { roll, letter, known, numbers, .. } = self;
        let mut reading = Reading { newest_first, filter, roll, letter, known, numbers, ..Reading::default() };
        reading.restart();
        reading
    }

    /// Sets the letter's rows, which are not shown a second time.
    pub fn set_letter(&mut self, rows: &[Row]) {
        let letter = Letter::of(rows);
        if letter == self.letter {
            return;
        }
        self.letter = letter;
        match self.places.first_mut() {
            Some(first) => first.stale |= !self.newest_first,
            None => self.restart(),
        }
    }

    /// The sheets in the order of reading.
    #[must_use]
    pub fn places(&self) -> &[Place] {
        &self.places
    }

    /// Whether there are rows that no sheet shows yet.
    #[must_use]
    pub fn has_more(&self) -> bool {
        !self.has_ended() || self.ahead.iter().any(|ahead| ahead.shown)
    }

    /// Whether everything was read: the whole roll, or all rows that the filter admits.
    #[must_use]
    pub fn has_ended(&self) -> bool {
        let Some((index, _)) = &self.roll else { return false };
        let of_kind = match self.filter {
            Filter { kind: Some(Kind::Organisation), group: None } => index.organisations,
            Filter { kind: Some(Kind::Person), group: None } => index.persons,
            _ => u64::MAX,
        };
        let bounds = self.bounds();
        let met = self.places.iter().map(|place| place.of_kind).sum::<u64>() + self.ahead.len() as u64;
        let counted = self.places.iter().all(|place| !place.stale);
        (counted && met >= of_kind)
            || if self.newest_first { self.read <= bounds.start } else { self.read >= bounds.end }
    }

    /// The rows to read: all, or those of the chosen group.
    fn bounds(&self) -> Range<u64> {
        let Some((index, pages)) = &self.roll else { return 0..0 };
        let Range { start, end } = match &self.filter.group {
            None => 0..u64::MAX,
            Some(group) => index.rows_of(group),
        };
        start.min(pages.count())..end.min(pages.count())
    }

    fn know(&mut self, index: RollIndex, pages: Pages) {
        self.known.get_or_insert(pages.count());
        self.roll = Some((index, pages));
        self.restart();
    }

    /// Starts again, with nothing shown.
    fn restart(&mut self) {
        let bounds = self.bounds();
        self.edge = if self.newest_first { bounds.end } else { bounds.start };
        self.read = self.edge;
        self.ahead.clear();
        self.unmet = self.letter.clone();
    }

    /// The file to load for the row at that place.
    #[must_use]
    pub fn holding(&self, row: u64) -> Option<Holder> {
        self.roll.as_ref()?.1.holding(row)
    }

    /// Adds a loaded list of pages.
    pub fn take_list(&mut self, src: &str, file: &RollFile) {
        if let Some((_, pages)) = &mut self.roll {
            pages.take(src, file);
        }
    }

    /// The next row to read; `None` at the end.
    #[must_use]
    pub fn next_row(&self) -> Option<u64> {
        let next = if self.newest_first { self.read.checked_sub(1) } else { Some(self.read) };
        next.filter(|_| !self.has_ended())
    }

    /// Adds loaded rows; their range includes the next row.
    pub fn take(&mut self, range: &Range<u64>, rows: Placed) {
        let bounds = self.bounds();
        let unread = if self.newest_first {
            range.start.max(bounds.start)..self.read
        } else {
            self.read..range.end.min(bounds.end)
        };
        let mut unmet = std::mem::take(&mut self.unmet);
        let rows = rows.into_iter().filter(|(place, _)| unread.contains(place)).collect();
        let ahead = self.to_show(rows, &mut unmet);
        self.unmet = unmet;
        self.ahead.extend(ahead);
        self.read = if self.newest_first { unread.start } else { unread.end };
    }

    /// The rows that the filter admits, in the order of reading.
    fn to_show(&self, rows: Placed, letter: &mut Letter) -> Vec<Ahead> {
        let ahead = rows.into_iter().map(|(place, signatory)| {
            let elsewhere = if self.newest_first { signatory.initiator } else { letter.meets(place, &signatory) };
            let new = self.known.is_some_and(|known| place >= known);
            Ahead { place, row: Row { signatory, new }, shown: !elsewhere }
        });
        let mut rows: Vec<Ahead> = ahead.filter(|ahead| self.filter.admits(&ahead.row.signatory)).collect();
        if self.newest_first {
            rows.reverse();
        }
        rows
    }

    /// Moves rows that were read ahead into the last sheet if it has room, else into a new one. Returns whether there
    /// were any.
    pub fn next_sheet(&mut self) -> bool {
        if !self.ahead.iter().any(|ahead| ahead.shown) {
            return false;
        }
        let last = self.places.last_mut().filter(|last| !last.stale);
        let begun = last.and_then(|last| last.rows.as_ref()).map(|rows| rows.to_vec());
        let begun = begun.filter(|rows| rows.len() < ROWS);
        if begun.is_none() {
            self.numbers += 1;
            self.places.push(Place::new(self.numbers, self.edge..self.edge));
        }
        let mut rows = begun.unwrap_or_default();
        let mut of_kind = 0;
        while let Some(ahead) = self.ahead.pop_front_if(|ahead| !ahead.shown || rows.len() < ROWS) {
            of_kind += 1;
            if ahead.shown {
                rows.push(Found::plain(ahead.row));
            }
        }
        // Skipped rows of the other kind also belong to the sheet's range.
        let next = self.ahead.front().map(|ahead| ahead.place + u64::from(self.newest_first));
        self.edge = next.unwrap_or(self.read);
        if let Some(place) = self.places.last_mut() {
            place.rows = Some(rows.into());
            place.of_kind += of_kind;
            *(if self.newest_first { &mut place.range.start } else { &mut place.range.end }) = self.edge;
        }
        true
    }
}
