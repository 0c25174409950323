//! The order and the kind of signatories that the reader chooses.

use super::LongRoll;
use crate::browser::{collate, reader_languages};
use crate::roll::{Filter, Row};
use std::cell::{Cell, RefCell};
use std::cmp::Reverse;
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
    filter: RefCell<Filter>,
}

impl Choice {
    pub fn new(filter: Filter) -> Choice {
        Choice { order: Cell::default(), filter: RefCell::new(filter) }
    }

    /// The kind and the group.
    pub fn filter(&self) -> Filter {
        self.filter.borrow().clone()
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
        self.show_at_hand();
        self.find_again();
    }

    /// The reader may have chosen a kind or a group.
    pub fn filter_chosen(self: &Rc<Self>) {
        let filter = self.changing.now().filter;
        if self.choice.filter.replace(filter.clone()) == filter {
            return;
        }
        // The letter's own rows follow by themselves; a roll in files is read for the kind and the group alone.
        if self.files.is_some() {
            self.restart();
        } else {
            self.show_at_hand();
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
        // Rows in groups are in no order of signing. Who joined just now is the newest, and those without a day are last.
        others.sort_by_key(|row| Reverse((row.new, row.signatory.signed)));
    } else {
        // In the reader's own language, whatever the letter's.
        let reader = reader_languages().first().map(|tag| tag.as_str().to_string());
        collate(reader.as_deref().unwrap_or("en"), &mut others, |row| row.signatory.name.as_str());
        others.sort_by_key(|row| row.signatory.withheld);
    }
    initiators.into_iter().chain(others).collect()
}
