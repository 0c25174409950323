//! The names that follow the count.

use super::updates::{Change, Following};
use crate::browser::is_visible;
use crate::embed::shared_letters::{self, Interest};
use crate::live::Subscription;
use crate::model::{Code, CountSource, Failure, Letter, Live, Signatory};
use crate::roll::{self, Row, merge, rows};
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

/// How often, where the count is the same: as many have withdrawn as have signed, and nothing tells when the names have
/// followed.
const ATTEMPTS_FOR_THE_SAME: u8 = 5;

/// The names that are shown, and those that are on their way.
#[derive(Default)]
pub(super) struct Names {
    /// Those that were published last, and the number of signatures then.
    published: RefCell<Arc<[Row]>>,
    count: Cell<Option<u64>>,
    /// Who has joined since.
    joined: RefCell<Vec<Signatory>>,
    shown: RefCell<Arc<[Row]>>,
    attempts: Cell<u8>,
    /// How often they are still asked for although the count agrees.
    doubts: Cell<u8>,
    /// Whether any answer has come in.
    answered: Cell<bool>,
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
        let rows = rows(&letter.signatories);
        let (published, shown) = (RefCell::new(rows.clone()), RefCell::new(rows));
        Names { published, shown, count: Cell::new(letter.count()), ..Names::default() }
    }
}

impl Following {
    /// An answer has come in, and may have changed what was known `before`.
    pub fn names_may_follow(self: &Rc<Self>, changed: bool, before: &Live) {
        let answered = self.names.answered.replace(true);
        if changed {
            self.names.attempts.set(0);
            let live = self.live.borrow();
            if answered && live.count == before.count && live.latest != before.latest {
                self.names.doubts.set(ATTEMPTS_FOR_THE_SAME);
            }
        }
        self.follow_names();
        if let Some(left) = self.names.looks.get().checked_sub(1) {
            self.names.looks.set(left);
            (self.changed)(Change::Roll);
        }
    }

    /// Has the names follow the count, where they are shown and may be behind it. The latest of them come with the
    /// count; the others, and who has withdrawn, with the letter that is published now.
    pub fn follow_names(self: &Rc<Self>) {
        if !self.shows_roll.get() {
            return;
        }
        self.show_joined();
        let is_behind = self.live.borrow().count != self.names.count.get() || self.names.doubts.get() > 0;
        let attempts = self.names.attempts.get();
        // What another system counts, the letter may never catch up with.
        let foreign = matches!(self.letter.signatures.src, Some(CountSource::Foreign { .. }));
        if !is_behind || attempts >= if foreign { 1 } else { ATTEMPTS } {
            return;
        }
        if self.names.request.borrow().is_some() {
            self.names.missed.set(true);
        } else if !self.is_early() {
            self.names.attempts.set(attempts + 1);
            self.names.doubts.set(self.names.doubts.get().saturating_sub(1));
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
        let request = shared_letters::get(&self.url, true, move |result| {
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
        if !published.is_open() {
            // Nobody signs any more.
            self.subscription.take();
        }
        // One that has come to be too long for a letter, or short enough, is read so from the next visit on: who stands
        // here stays, and who signs joins.
        if self.is_older(published) || published.roll.is_some() != self.letter.roll.is_some() {
            return;
        }
        self.names.count.set(published.count());
        self.published.replace(Live::of(published));
        let tally = self.subscription.borrow().as_ref().map(Subscription::tally);
        if let Some(tally) = tally {
            self.show_live(&tally);
        }
        let merged = merge(&self.names.published.borrow(), &published.signatories, published.roll.is_some());
        self.names.published.replace(merged);
        self.show_joined();
        if self.letter.roll.is_some() {
            self.names.looks.set(LOOKS);
            (self.changed)(Change::Roll);
        }
    }

    /// Whether the letter comes from a cache that is older than the names that are here: farther from the count.
    fn is_older(&self, published: &Letter) -> bool {
        let distance = |of: Option<u64>| Some(of?.abs_diff(self.live.borrow().count?));
        distance(self.names.count.get()).is_some_and(|own| distance(published.count()).is_some_and(|other| other > own))
    }

    /// Shows the published rows and who has joined since, but where they are only the beginning of a roll.
    fn show_joined(&self) {
        let Names { published, joined, count, doubts, .. } = &self.names;
        let rows = published.borrow().clone();
        if self.letter.roll.is_none() {
            let live = self.live.borrow();
            let is_behind = live.count > count.get() || doubts.get() > 0;
            let now = if is_behind { roll::joined(&rows, &joined.borrow(), &live.latest) } else { Vec::new() };
            joined.replace(now);
        }
        let new =
            joined.borrow().iter().map(|signatory| Row { signatory: signatory.clone(), new: true }).collect::<Vec<_>>();
        let rows: Arc<[Row]> = if new.is_empty() { rows } else { rows.iter().cloned().chain(new).collect() };
        if rows != *self.names.shown.borrow() {
            self.names.shown.replace(rows.clone());
            (self.changed)(Change::Rows(rows));
        }
    }
}
