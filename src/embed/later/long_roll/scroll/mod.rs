//! Scrolling through a long roll: loads sheet after sheet as the reader comes near the end, fills emptied ones as the
//! reader comes back, and begins again if the roll has changed.

mod work;

use super::LongRoll;
use crate::browser::{Task, is_near};
use crate::roll::{Filter, Place, Reading};
use crate::view::Now;
use js_sys::Date;
use std::cell::{Cell, Ref, RefCell};
use std::rc::Rc;

/// The sheets read so far, and what to read next.
pub(super) struct Scroll {
    reading: RefCell<Reading>,
    /// How often the roll may have been published again, and how many of these times were handled.
    published: Cell<u32>,
    followed: Cell<u32>,
    /// Whether to read more.
    wants_more: Cell<bool>,
    /// Whether reading waits until the reader asks.
    waits: Cell<bool>,
    /// No request before this time, in milliseconds since 1970, because the host has asked for that.
    rests_until: Cell<f64>,
    working: RefCell<Option<Task>>,
}

impl Scroll {
    /// Begins after the letter's rows.
    pub fn new(now: &Now) -> Scroll {
        let mut reading = Reading::default().begin(false, now.filter.clone());
        reading.set_letter(&now.rows);
        Scroll {
            reading: RefCell::new(reading),
            published: Cell::default(),
            followed: Cell::default(),
            wants_more: Cell::default(),
            waits: Cell::default(),
            rests_until: Cell::default(),
            working: RefCell::default(),
        }
    }

    /// The sheets.
    pub fn places(&self) -> Ref<'_, [Place]> {
        Ref::map(self.reading.borrow(), Reading::places)
    }

    /// Whether there are rows beyond the sheets.
    pub fn has_more(&self) -> bool {
        self.reading.borrow().has_more()
    }

    /// The reader asks for more: this ends all waiting.
    pub fn ask(&self) {
        self.waits.set(false);
        self.rests_until.take();
    }

    /// Ends the task.
    pub fn end(&self) {
        self.working.take();
    }

    fn restart(&self, newest_first: bool, filter: Filter) {
        self.working.take();
        self.waits.set(false);
        let reading = self.reading.take().begin(newest_first, filter);
        self.reading.replace(reading);
        self.wants_more.set(newest_first);
    }

    fn note_published(&self) {
        self.published.set(self.published.get() + 1);
    }

    /// Sends no request for that number of seconds, unless the reader asks.
    #[expect(clippy::cast_precision_loss, reason = "far more seconds than anybody waits")]
    fn rest_for(&self, seconds: Option<u64>) {
        self.rests_until.set(Date::now() + 1000.0 * seconds.unwrap_or_default() as f64);
    }
}

impl LongRoll {
    /// Shows one more sheet, and further ones while the end is near.
    pub fn read_on(self: &Rc<Self>) {
        if self.changing.now().has_more() {
            self.show_more_at_hand();
        } else if self.files.is_some() {
            self.scroll.wants_more.set(true);
            self.work();
        }
    }

    /// The reader has come near the end by scrolling.
    pub fn end_reached(self: &Rc<Self>) {
        if !self.find.is_active() && !self.scroll.waits.get() && !self.page.is_passed() {
            self.read_on();
        }
    }

    /// A sheet has come near or left.
    pub fn sheet_moved(self: &Rc<Self>, number: u32, near: bool, height: f64) {
        let mut reading = self.scroll.reading.borrow_mut();
        reading.moved(number, near, height);
        if self.find.is_active() {
            return;
        }
        let (emptied, to_fill) = (reading.empty_far(), reading.to_fill().is_some());
        drop(reading);
        if emptied {
            self.show();
        }
        if to_fill {
            self.work();
        }
    }

    /// The roll was published again, or the letter has new rows.
    pub fn roll_changed(self: &Rc<Self>) {
        if self.files.is_none() {
            return self.order_rows();
        }
        self.scroll.reading.borrow_mut().set_letter(&self.changing.now().rows);
        self.scroll.note_published();
        // A reader who has not scrolled there yet gets the roll of that time anyway.
        if self.scroll.reading.borrow().has_begun() || self.find.is_active() {
            self.work();
        }
    }

    /// Begins again, in the order and with the kind that the reader has chosen.
    pub fn restart(self: &Rc<Self>) {
        self.scroll.restart(self.reads_newest_first(), self.choice.filter());
        self.show_then(|roll| {
            if roll.end_is_near() {
                roll.read_on();
            }
        });
        self.work();
    }

    /// Starts the task, unless it is running.
    pub fn work(self: &Rc<Self>) {
        let scroll = &self.scroll;
        if self.files.is_none() || scroll.working.borrow().is_some() || Date::now() < scroll.rests_until.get() {
            return;
        }
        let own = Rc::downgrade(self);
        let task = Task::start(async move {
            let done = work::work(&own).await;
            let Some(roll) = own.upgrade() else { return };
            roll.scroll.working.take();
            match done {
                Ok(()) => roll.watch_end(),
                Err(failure) => {
                    roll.scroll.wants_more.set(false);
                    roll.scroll.rest_for(failure.retry_after);
                    // The names found are shown nevertheless.
                    if roll.find.is_active() { roll.report(failure) } else { roll.fail(failure) }
                }
            }
        });
        self.scroll.working.replace(Some(task));
    }

    /// Watches for the end again: it may have come near while a task was running.
    pub fn watch_end(&self) {
        if !self.scroll.waits.get() {
            self.page.watch_end();
        }
    }

    pub fn end_is_near(&self) -> bool {
        let is_near = || !self.page.is_passed() && self.page.more().is_some_and(|more| is_near(&more));
        !self.find.is_active() && (self.page.is_awaited() || is_near())
    }
}
