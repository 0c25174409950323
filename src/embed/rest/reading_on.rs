//! Reading on: sheet after sheet as the reader comes near the end, and again as the reader comes back.

use super::files::{Files, is_gone};
use super::long_roll::LongRoll;
use super::reading::{Order, Reading, again, begin, walk_on};
use crate::browser::{Task, collate, is_near, pause};
use crate::language::Language;
use crate::model::{Failure, Signatory};
use crate::roll::{Row, Walk};
use std::rc::{Rc, Weak};
use web_sys::Element;

/// How many pages are fetched in a row while the button stays in sight: where a filter leaves few rows of each.
const PAGES_IN_A_ROW: u8 = 12;

impl LongRoll {
    /// Shows one sheet more, and further ones as long as the end is near.
    pub fn read_on(self: &Rc<Self>) {
        if self.reading_on.borrow().is_some() {
            return;
        }
        let own = Rc::downgrade(self);
        let task = Task::start(async move {
            let done = read_on(&own).await;
            let Some(roll) = own.upgrade() else { return };
            roll.reading_on.take();
            match done {
                Ok(()) => roll.watch_end(),
                Err(failure) => roll.fail(failure),
            }
        });
        self.reading_on.replace(Some(task));
    }

    pub fn more(&self) -> Option<Element> {
        self.section.query_selector("[part~=more]").ok().flatten()
    }

    /// Has the coming of the end told again.
    fn watch_end(&self) {
        if let (Some(near), Some(more)) = (&self.shown.borrow().near, self.more()) {
            near.observe_anew(&more);
        }
    }

    fn end_is_near(&self) -> bool {
        let is_near = || !self.is_passed() && self.more().is_some_and(|more| is_near(&more));
        self.finding.borrow().is_none() && (self.is_awaited() || is_near())
    }

    pub fn sheet_moved(self: &Rc<Self>, number: u32, near: bool, height: f64) {
        let mut reading = self.reading.borrow_mut();
        let matters = self.finding.borrow().is_none() && reading.moved(number, near, height);
        let emptied = matters && reading.empty_far(self.files.is_none());
        let to_fill = matters && reading.to_fill().is_some();
        drop(reading);
        if emptied {
            self.show();
        }
        if to_fill && self.filling.borrow().is_none() {
            let own = Rc::downgrade(self);
            let task = Task::start(async move {
                let done = fill(&own).await;
                let Some(roll) = own.upgrade() else { return };
                roll.filling.take();
                if let Err(failure) = done {
                    roll.fail(failure);
                }
            });
            self.filling.replace(Some(task));
        }
    }

    /// Begins anew in that order.
    pub fn order(self: &Rc<Self>, order: Order) {
        self.reading_on.take();
        let at_hand = self.changing.now().rows;
        let known = self.reading.borrow().known();
        let reading = match (order, &self.files) {
            (Order::Signed, _) => Reading::new(order, Vec::new(), self.first, known),
            (_, Some(_)) => {
                let initiators = at_hand.iter().filter(|row| row.signatory.initiator).cloned().collect();
                Reading::with_initiators(order, initiators, known)
            }
            (_, None) => Reading::new(order, in_order(order, &at_hand, &self.language), 0, known),
        };
        self.reading.replace(reading);
        self.show();
        if order != Order::Signed || self.end_is_near() {
            self.read_on();
        }
    }

    pub fn published_anew(self: &Rc<Self>) {
        if self.files.is_none() {
            let order = self.reading.borrow().order;
            if order != Order::Signed {
                self.order(order);
            }
            return self.find_again();
        }
        let known = self.files.as_ref().and_then(Files::known_index);
        // Nobody has read on: whoever does will ask for what is there then.
        let Some(known) = known else { return };
        let own = Rc::downgrade(self);
        let task = Task::start(async move {
            let Some(roll) = own.upgrade() else { return };
            let Some(files) = &roll.files else { return };
            if let Ok(index) = files.index(true).await
                && index != known
            {
                roll.reading.borrow_mut().published_anew();
                roll.show();
                if roll.end_is_near() {
                    roll.read_on();
                }
            }
        });
        self.renewing.replace(Some(task));
    }
}

async fn read_on(own: &Weak<LongRoll>) -> Result<(), Failure> {
    for _ in 0..PAGES_IN_A_ROW {
        // As long as there are rows at hand, sheet after sheet, with a breath between two.
        while let Some(roll) = own.upgrade() {
            let number = roll.next_number();
            if !roll.reading.borrow_mut().next_sheet(number) {
                break;
            }
            roll.show();
            drop(roll);
            pause().await;
            if own.upgrade().is_none_or(|roll| !roll.end_is_near()) {
                return Ok(());
            }
        }
        let Some(roll) = own.upgrade() else { return Ok(()) };
        let Some(files) = &roll.files else { return Ok(()) };
        if roll.reading.borrow().ended {
            return Ok(());
        }
        let (read, walk, count) = next_rows(&roll, files).await?;
        roll.reading.borrow_mut().take_in(read, walk, count);
        if roll.reading.borrow().ended {
            roll.show();
        }
    }
    Ok(())
}

/// The next rows. Where a file is gone, the roll was published anew: its index is had again, once.
async fn next_rows(roll: &LongRoll, files: &Files) -> Result<(Option<Vec<Signatory>>, Walk, u64), Failure> {
    let (order, from, walk) = {
        let mut reading = roll.reading.borrow_mut();
        (reading.order, reading.read(), reading.take_walk())
    };
    let (mut walk, count) = match walk {
        Some(walk) => (walk, files.index(false).await?.count),
        None => begin(files, order, from).await?,
    };
    match walk_on(files, &mut walk).await {
        Ok(read) => Ok((read, walk, count)),
        Err(failure) if is_gone(&failure) => {
            files.index(true).await?;
            let (mut walk, count) = begin(files, order, from).await?;
            let read = walk_on(files, &mut walk).await?;
            Ok((read, walk, count))
        }
        Err(failure) => Err(failure),
    }
}

async fn fill(own: &Weak<LongRoll>) -> Result<(), Failure> {
    while let Some(roll) = own.upgrade() {
        let Some(files) = &roll.files else { break };
        let (order, to_fill) = (roll.reading.borrow().order, roll.reading.borrow().to_fill());
        let Some((number, from, count)) = to_fill else { break };
        let rows = again(files, order, from, count).await?;
        roll.reading.borrow_mut().fill(number, rows);
        roll.show();
        drop(roll);
        pause().await;
    }
    Ok(())
}

/// All rows in another order than that of signing, initiators first.
fn in_order(order: Order, rows: &[Row], language: &Language) -> Vec<Row> {
    let (initiators, mut others): (Vec<Row>, Vec<Row>) = rows.iter().cloned().partition(|row| row.signatory.initiator);
    if order == Order::Newest {
        others.reverse();
    } else {
        collate(language.tag(), &mut others, |row| row.signatory.name.as_str());
    }
    initiators.into_iter().chain(others).collect()
}
