//! The names that follow the count.

use super::following::{Change, Following};
use super::letters::{self, Interest};
use crate::browser::is_visible;
use crate::live::Subscription;
use crate::model::{Code, CountSource, Failure, Letter, Live};
use crate::roll::{Row, append, merge, rows};
use gloo_timers::callback::Timeout;
use js_sys::Date;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

/// Fewest milliseconds between two requests for the names, however fast a stream tells of new ones.
const LEAST_MS: f64 = 10_000.0;

/// At how many answers after the letter was had anew its roll is looked at again: caches keep the two apart, and the
/// roll may be the older one for some minutes.
const LOOKS: u8 = 5;

/// How often the names are asked for after a changed count, one time for each answer, where those that come are older
/// than the count: caches keep a letter for some minutes.
const ATTEMPTS: u8 = 20;

/// The names that are shown, and those that are on their way.
#[derive(Default)]
pub(super) struct Names {
    rows: RefCell<Arc<[Row]>>,
    /// The number of signatures when the rows were published.
    count: Cell<Option<u64>>,
    attempts: Cell<u8>,
    looks: Cell<u8>,
    request: RefCell<Option<Interest>>,
    /// Whether an answer came during the request.
    missed: Cell<bool>,
    /// When they were last asked for, in milliseconds since 1970.
    asked: Cell<f64>,
    /// When they will be, if that is too early.
    later: RefCell<Option<Timeout>>,
}

impl Names {
    /// Those that the letter brings.
    pub fn of(letter: &Letter) -> Names {
        let rows = RefCell::new(rows(&letter.signatories));
        Names { rows, count: Cell::new(letter.count()), ..Names::default() }
    }
}

impl Following {
    /// An answer has come in, and may have changed the count.
    pub fn names_may_follow(self: &Rc<Self>, changed: bool) {
        if changed {
            self.names.attempts.set(0);
        }
        self.follow_names();
        if let Some(left) = self.names.looks.get().checked_sub(1) {
            self.names.looks.set(left);
            (self.changed)(Change::Roll);
        }
    }

    /// Has the names follow the count, where they are shown and are behind it. The latest of them come with the count;
    /// the others, and who has withdrawn, with the letter that is published now.
    pub fn follow_names(self: &Rc<Self>) {
        let behind = self.live.borrow().count != self.names.count.get();
        let attempts = self.names.attempts.get();
        // What another system counts, the letter may never catch up with.
        let foreign = matches!(self.letter.signatures.src, Some(CountSource::Foreign { .. }));
        let most = if foreign { 1 } else { ATTEMPTS };
        if !behind || !self.shows_roll.get() || attempts >= most {
            return;
        }
        let with_latest = self.with_latest(&self.names.rows.borrow());
        self.show_rows(with_latest);
        if self.names.request.borrow().is_some() {
            self.names.missed.set(true);
        } else if !self.is_early() {
            self.names.attempts.set(attempts + 1);
            self.ask_names(attempts == 0);
        }
    }

    /// Whether the names were asked for just now; then they are later, with all that is new by then.
    fn is_early(self: &Rc<Self>) -> bool {
        let left = self.names.asked.get() + LEAST_MS - Date::now();
        if left <= 0.0 || left > LEAST_MS {
            self.names.later.take();
            return false;
        }
        let own = Rc::downgrade(self);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is from 0 to LEAST_MS")]
        let timer = Timeout::new(left.ceil() as u32, move || {
            // Whoever comes back to the page has the count asked for, and then the names.
            if let Some(following) = own.upgrade().filter(|_| is_visible()) {
                following.follow_names();
            }
        });
        self.names.later.replace(Some(timer));
        true
    }

    fn ask_names(self: &Rc<Self>, first: bool) {
        self.names.asked.set(Date::now());
        let own = Rc::downgrade(self);
        let request = letters::get(&self.url, true, move |result| {
            let Some(following) = own.upgrade() else { return };
            following.names.request.take();
            match result {
                Ok(arrived) => following.take_in_names(&arrived.letter),
                Err(failure) if first => {
                    (following.changed)(Change::Failed(Failure { code: Code::Roll, ..failure }));
                }
                Err(_) => {}
            }
            if following.names.missed.take() {
                following.follow_names();
            }
        });
        self.names.request.replace(Some(request));
    }

    fn take_in_names(self: &Rc<Self>, published: &Letter) {
        self.names.count.set(published.count());
        self.published.replace(Live::of(published));
        let tally = self.subscription.borrow().as_ref().map(Subscription::tally);
        if let Some(tally) = tally {
            self.show_live(&tally);
        }
        let merged = merge(&self.names.rows.borrow(), &published.signatories);
        self.show_rows(self.with_latest(&merged));
        if self.letter.roll.is_some() {
            self.names.looks.set(LOOKS);
            (self.changed)(Change::Roll);
        }
        if !published.is_open() {
            // Nobody signs any more.
            self.subscription.take();
        }
    }

    /// The rows and the latest, unless the rows are as new as the count or newer, or are only the beginning of a roll.
    fn with_latest(&self, rows: &Arc<[Row]>) -> Arc<[Row]> {
        let live = self.live.borrow();
        if live.count > self.names.count.get() && self.letter.roll.is_none() {
            append(rows, &live.latest)
        } else {
            rows.clone()
        }
    }

    fn show_rows(&self, rows: Arc<[Row]>) {
        if rows != *self.names.rows.borrow() {
            self.names.rows.replace(rows.clone());
            (self.changed)(Change::Rows(rows));
        }
    }
}
