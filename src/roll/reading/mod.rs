//! Reading a long roll: which of its rows are shown, in sheets, and what becomes of them when the roll changes. Pure.
//!
//! Each sheet has a range of the roll's rows, and the ranges adjoin each other from where the reading began to where it
//! has come. A roll that is published anew moves the borders between them and nothing else: so every row stands in one
//! sheet, and none in two, whatever was signed and withdrawn meanwhile.

mod filling;
mod following;
mod letter;
mod place;

pub use place::Place;

use super::{Found, Holder, Pages, Row};
use crate::model::{Kind, RollFile, RollIndex, Signatory};
use letter::Letter;
use std::collections::VecDeque;
use std::ops::Range;

/// The rows of a sheet: few enough that a slow phone makes them in one go without a stutter.
const ROWS: usize = 16;

/// Rows of the roll, by their places in it.
pub type Placed = Vec<(u64, Signatory)>;

/// A row that was read and has no sheet yet.
#[derive(Debug)]
struct Ahead {
    place: u64,
    row: Row,
    shown: bool,
}

/// How far the reading has come.
#[derive(Debug, Default)]
pub struct Reading {
    newest_first: bool,
    kind: Option<Kind>,
    /// The roll that all places are those of; `None` while nothing is known of it.
    roll: Option<(RollIndex, Pages)>,
    places: Vec<Place>,
    ahead: VecDeque<Ahead>,
    /// The border of the sheets, and of what was read ahead of them.
    edge: u64,
    read: u64,
    /// Who stands in the letter, by identity, and who of them was not met yet.
    letter: Letter,
    unmet: Letter,
    /// The rows that the roll had when the page first saw it: later ones are new.
    known: Option<u64>,
    numbers: u32,
}

impl Reading {
    /// Begins with what follows the letter's rows, or with the newest of all but initiators, who stand in the letter;
    /// of one kind or of both. What an earlier reading knew of the roll is kept.
    #[must_use]
    pub fn begin(self, newest_first: bool, kind: Option<Kind>) -> Reading {
        let Reading { roll, letter, known, numbers, .. } = self;
        let mut reading = Reading { newest_first, kind, roll, letter, known, numbers, ..Reading::default() };
        reading.restart();
        reading
    }

    /// The rows that the letter brings, which are not shown twice.
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

    /// Whether rows are to be had that no sheet has.
    #[must_use]
    pub fn has_more(&self) -> bool {
        !self.has_ended() || self.ahead.iter().any(|ahead| ahead.shown)
    }

    /// Whether all was read: all of the roll, or all of the kind that it has.
    #[must_use]
    pub fn has_ended(&self) -> bool {
        let Some((index, pages)) = &self.roll else { return false };
        let of_kind = match self.kind {
            None => u64::MAX,
            Some(Kind::Organisation) => index.organisations,
            Some(Kind::Person) => index.persons,
        };
        let met = self.places.iter().map(|place| place.of_kind).sum::<u64>() + self.ahead.len() as u64;
        let counted = self.places.iter().all(|place| !place.stale);
        (counted && met >= of_kind) || if self.newest_first { self.read == 0 } else { self.read >= pages.count() }
    }

    fn know(&mut self, index: RollIndex, pages: Pages) {
        self.known.get_or_insert(pages.count());
        self.roll = Some((index, pages));
        self.restart();
    }

    /// Begins where nothing is shown yet.
    fn restart(&mut self) {
        self.edge = self.roll.as_ref().filter(|_| self.newest_first).map_or(0, |(_, pages)| pages.count());
        self.read = self.edge;
        self.ahead.clear();
        self.unmet = self.letter.clone();
    }

    /// The file that is needed to have the row of that place.
    #[must_use]
    pub fn holding(&self, row: u64) -> Option<Holder> {
        self.roll.as_ref()?.1.holding(row)
    }

    /// Takes in a list of pages.
    pub fn take_list(&mut self, src: &str, file: &RollFile) {
        if let Some((_, pages)) = &mut self.roll {
            pages.take(src, file);
        }
    }

    /// The row that is read next; `None` at the end.
    #[must_use]
    pub fn next_row(&self) -> Option<u64> {
        let next = if self.newest_first { self.read.checked_sub(1) } else { Some(self.read) };
        next.filter(|_| !self.has_ended())
    }

    /// Takes in the rows of a range that has the next row.
    pub fn take(&mut self, range: &Range<u64>, rows: Placed) {
        let unread = if self.newest_first { range.start..self.read } else { self.read..range.end };
        let mut unmet = std::mem::take(&mut self.unmet);
        let rows = rows.into_iter().filter(|(place, _)| unread.contains(place)).collect();
        let ahead = self.to_show(rows, &mut unmet);
        self.unmet = unmet;
        self.ahead.extend(ahead);
        self.read = if self.newest_first { unread.start } else { unread.end };
    }

    /// Rows of the kind that is read, in the order of reading.
    fn to_show(&self, rows: Placed, letter: &mut Letter) -> Vec<Ahead> {
        let ahead = rows.into_iter().map(|(place, signatory)| {
            let elsewhere = if self.newest_first { signatory.initiator } else { letter.meets(place, &signatory) };
            let new = self.known.is_some_and(|known| place >= known);
            Ahead { place, row: Row { signatory, new }, shown: !elsewhere }
        });
        let is_of_kind = |ahead: &Ahead| self.kind.is_none() || ahead.row.signatory.kind == self.kind;
        let mut rows: Vec<Ahead> = ahead.filter(is_of_kind).collect();
        if self.newest_first {
            rows.reverse();
        }
        rows
    }

    /// Gives rows that were read ahead to the last sheet, if it has room for them, else to a new one. Whether there
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
        // Rows of the other kind that follow belong to it too.
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
