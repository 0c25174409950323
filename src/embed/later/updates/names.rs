//! Keeps the names up to date with the count.

use super::Following;
use crate::browser::{Moment, is_visible};
use crate::embed::shared_letters::{self, Interest};
use crate::live::Subscription;
use crate::model::{Code, CountSource, Failure, Letter, Live, Signatory};
use crate::roll::{self, Row, merge, rows};
use gloo_timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

/// Minimum of milliseconds between two requests for the names, however fast they change: a letter is 50 times as large
/// as its count, and every reader would request it.
const LEAST_MS: f64 = 300_000.0;

/// After the letter was loaded again, this many answers each make its roll load again too: the two are cached
/// separately, and the roll may be the older one for some minutes.
const LOOKS: u8 = 5;

/// After the count has changed, the names are loaded at most this many times, once for each answer, while they are
/// older than the count: caches keep a letter for some minutes.
const ATTEMPTS: u8 = 20;

/// The same, if the latest names have changed but the count has not: as many have withdrawn as have signed, and so the
/// count can't show when the names are up to date.
const ATTEMPTS_FOR_THE_SAME: u8 = 5;

/// The names shown, and the requests for newer ones.
#[derive(Default)]
pub(super) struct Names {
    /// The names in the letter as last published, and its count.
    published: RefCell<Arc<[Row]>>,
    count: Cell<Option<u64>>,
    /// The signatories since then.
    joined: RefCell<Vec<Signatory>>,
    shown: RefCell<Arc<[Row]>>,
    attempts: Cell<u8>,
    /// How many more times to load them although the count agrees.
    doubts: Cell<u8>,
    /// Whether an answer has come in.
    answered: Cell<bool>,
    looks: Cell<u8>,
    request: RefCell<Option<Interest>>,
    /// Whether an answer came in during the request.
    missed: Cell<bool>,
    /// When they were last loaded.
    asked: Cell<Option<Moment>>,
    /// Loads them later, if they were loaded just now.
    later: RefCell<Option<Timeout>>,
}

impl Names {
    /// The names in the letter.
    pub fn of(letter: &Letter) -> Names {
        let rows = rows(&letter.signatories);
        let (published, shown) = (RefCell::new(rows.clone()), RefCell::new(rows));
        Names { published, shown, count: Cell::new(letter.count()), ..Names::default() }
    }
}

impl Following {
    /// An answer has come in. `before` is the state before it.
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
            self.page.look_at_roll();
        }
    }

    /// Loads newer names, if names are shown and may be older than the count. The latest names come with the count; all
    /// others, and withdrawals, need the letter.
    pub fn follow_names(self: &Rc<Self>) {
        if !self.shows_roll.get() {
            return;
        }
        self.show_joined();
        if !self.is_behind() {
            return;
        }
        let attempts = self.names.attempts.get();
        // If another system counts, the letter's own count may never be the same.
        let foreign = matches!(self.letter.signatures.src, Some(CountSource::Foreign { .. }));
        if attempts >= if foreign { 1 } else { ATTEMPTS } {
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

    /// Whether others have signed or withdrawn than those whose names came with the count.
    fn is_behind(&self) -> bool {
        let joined = self.names.joined.borrow().len() as u64;
        let known = self.names.count.get().map(|count| count.saturating_add(joined));
        self.live.borrow().count != known || self.names.doubts.get() > 0
    }

    /// Whether the names were loaded just now. Then this loads them later, with all changes until then.
    fn is_early(self: &Rc<Self>) -> bool {
        let left = self.names.asked.get().map_or(0.0, |asked| LEAST_MS - asked.elapsed());
        if left <= 0.0 {
            self.names.later.take();
            return false;
        }
        let own = Rc::downgrade(self);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is from 0 to LEAST_MS")]
        let timer = Timeout::new(left.ceil() as u32, move || {
            // When a reader comes back to the page, the count loads first, and then the names.
            if let Some(following) = own.upgrade().filter(|_| is_visible()) {
                following.follow_names();
            }
        });
        self.names.later.replace(Some(timer));
        true
    }

    fn ask_names(self: &Rc<Self>, first: bool) {
        self.names.asked.set(Some(Moment::now()));
        let own = Rc::downgrade(self);
        let request = shared_letters::get(&self.url, true, move |result| {
            let Some(following) = own.upgrade() else { return };
            following.names.request.take();
            match result {
                Ok(arrived) => following.take_in_names(&arrived.letter),
                Err(failure) if first => following.page.fail(Failure { code: Code::Roll, ..failure }),
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
            // Signing has closed.
            self.subscription.take();
        }
        // If the roll has become too long for the letter, or short enough again, the next visit shows that: until then
        // the rows stay, and new ones join them.
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
            self.page.look_at_roll();
        }
    }

    /// Whether the letter comes from a cache and is older than the current names, because its count is farther off.
    fn is_older(&self, published: &Letter) -> bool {
        let distance = |of: Option<u64>| Some(of?.abs_diff(self.live.borrow().count?));
        distance(self.names.count.get()).is_some_and(|own| distance(published.count()).is_some_and(|other| other > own))
    }

    /// Shows the published rows and those who joined since; without the latter, if the rows are only the beginning of a
    /// roll.
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
            self.page.show_rows(rows);
        }
    }
}
