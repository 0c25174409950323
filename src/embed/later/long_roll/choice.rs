//! The order and the kind of signatories that the reader chooses.

use super::LongRoll;
use crate::browser::{collate, reader_languages};
use crate::model::Kind;
use crate::roll::Row;
use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

/// An order of the rows. Initiators are first in each.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Order {
    /// In the order of signing.
    #[default]
    Signed,
    /// The latest first.
    Newest,
    /// Alphabetical, in the reader's language, if the letter has all names.
    Alphabet,
}

/// What the reader has chosen.
pub(super) struct Choice {
    order: Cell<Order>,
    kind: Cell<Option<Kind>>,
}

impl Choice {
    pub fn new(kind: Option<Kind>) -> Choice {
        Choice { order: Cell::default(), kind: Cell::new(kind) }
    }

    /// The kind; `None` for all.
    pub fn kind(&self) -> Option<Kind> {
        self.kind.get()
    }
}

impl LongRoll {
    /// The reader has chosen an order.
    pub fn order_chosen(self: &Rc<Self>, order: Order) {
        self.choice.order.set(order);
        if self.files.is_some() { self.restart() } else { self.order_rows() }
    }

    /// Orders the letter's rows again, because they or their order have changed. Rows that keep their place are not
    /// touched.
    pub fn order_rows(self: &Rc<Self>) {
        let rows = self.changing.now().rows;
        let order = self.choice.order.get();
        let ordered = (order != Order::Signed).then(|| in_order(order, &rows));
        self.changing.change(|now| now.ordered = ordered);
        self.find_again();
    }

    /// The reader may have chosen a kind.
    pub fn kind_chosen(self: &Rc<Self>) {
        let kind = self.changing.now().kind;
        if self.choice.kind.replace(kind) == kind {
            return;
        }
        // The stylesheet hides the letter's rows of other kinds; a roll in files is read for the kind alone.
        if self.files.is_some() {
            self.restart();
        }
        self.find_on();
    }

    /// Whether the sheets begin with the latest rows.
    pub fn reads_newest_first(&self) -> bool {
        self.files.is_some() && self.choice.order.get() == Order::Newest
    }
}

/// All rows in another order than that of signing, initiators first.
fn in_order(order: Order, rows: &[Row]) -> Arc<[Row]> {
    let (initiators, mut others): (Vec<Row>, Vec<Row>) = rows.iter().cloned().partition(|row| row.signatory.initiator);
    if order == Order::Newest {
        others.reverse();
    } else {
        // In the reader's own language, whatever the letter's.
        let reader = reader_languages().first().map(|tag| tag.as_str().to_string());
        collate(reader.as_deref().unwrap_or("en"), &mut others, |row| row.signatory.name.as_str());
    }
    initiators.into_iter().chain(others).collect()
}
