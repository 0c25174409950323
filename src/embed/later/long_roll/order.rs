//! The orders in which a roll is read, and the kinds of signatories.

use super::state::LongRoll;
use crate::browser::{collate, reader_languages};
use crate::roll::Row;
use std::rc::Rc;
use std::sync::Arc;

/// An order of the rows. Initiators stand first in each.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Order {
    /// As they signed.
    #[default]
    Signed,
    /// Who signed last is first.
    Newest,
    /// By the alphabet of the reader's language; where all names are at hand.
    Alphabet,
}

impl LongRoll {
    /// Shows the roll in that order.
    pub fn order(self: &Rc<Self>, order: Order) {
        self.order.set(order);
        if self.files.is_some() { self.begin_anew() } else { self.order_anew() }
    }

    /// The rows at hand have changed, or the order in which they stand: those that stay are not touched.
    pub fn order_anew(self: &Rc<Self>) {
        let rows = self.changing.now().rows;
        let order = self.order.get();
        let ordered = (order != Order::Signed).then(|| in_order(order, &rows));
        self.changing.change(|now| now.ordered = ordered);
        self.find_again();
    }

    /// Shows the kind that the reader wants to see now.
    pub fn kind_chosen(self: &Rc<Self>) {
        let kind = self.changing.now().kind;
        if self.kind.replace(kind) == kind {
            return;
        }
        // The stylesheet hides rows at hand; of others, those of the kind are read.
        if self.files.is_some() {
            self.begin_anew();
        }
        self.find_on();
    }

    /// Whether the sheets begin with who signed last.
    pub fn reads_newest_first(&self) -> bool {
        self.files.is_some() && self.order.get() == Order::Newest
    }
}

/// All rows in another order than that of signing, initiators first.
fn in_order(order: Order, rows: &[Row]) -> Arc<[Row]> {
    let (initiators, mut others): (Vec<Row>, Vec<Row>) = rows.iter().cloned().partition(|row| row.signatory.initiator);
    if order == Order::Newest {
        others.reverse();
    } else {
        // The reader looks for a name where her own alphabet has it, whatever the letter's language.
        let reader = reader_languages().first().map(|tag| tag.as_str().to_string());
        collate(reader.as_deref().unwrap_or("en"), &mut others, |row| row.signatory.name.as_str());
    }
    initiators.into_iter().chain(others).collect()
}
