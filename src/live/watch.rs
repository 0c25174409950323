//! One watch for each count URL of the page, shared by all its elements; it ends with the last of them.

use super::schedule::{History, Page, quiet_before_speaking};
use super::stream::Stream;
use super::tally::{Believed, Tally};
use crate::browser::{Moment, Presence, console, is_online, is_visible, resolve};
use crate::fetch::{self, Document, Limits, Request};
use crate::model::{Code, Count, CountSource, Failure, Json, Link, Signatures, Timestamp, limits};
use gloo_timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

const LIMITS: Limits = Limits { time_ms: 10_000, size: limits::COUNT_BYTES };

/// The news for a watch's elements.
pub enum News<'n> {
    /// An answer has come in.
    Answer(&'n Tally, Believed),
    /// The count failed to update; sent once, until an answer comes again.
    Failed(&'n Failure),
    /// The count has failed to update for long. It is from this moment.
    Stale(Timestamp),
    /// Screen readers may speak the changed count; only one element of the page gets this.
    Speak,
}

pub(super) type Listener = Rc<dyn Fn(&News)>;

/// An element's part in the watch.
pub(super) struct Member {
    pub number: u32,
    pub refresh: Option<u32>,
    pub speaks: bool,
    pub listener: Listener,
}

/// Dropping it ends its timers, request, stream and listeners.
pub(super) struct Watch {
    pub source: Option<CountSource>,
    pub stream_url: Option<Link>,
    /// The publisher's seconds between two requests according to the letter, used if the count document has none.
    slowed_to: Option<u64>,
    pub members: RefCell<Vec<Member>>,
    pub joined: Cell<u32>,
    pub history: RefCell<History>,
    pub tally: RefCell<Tally>,
    times: Times,
    /// Whether the elements know of the current failure.
    reported_failure: Cell<bool>,
    /// Whether the console has the warnings about the count documents.
    reported_problems: Cell<bool>,
    pub waiting: RefCell<Vec<Box<dyn FnOnce()>>>,
    request: RefCell<Option<Request>>,
    timer: RefCell<Option<Timeout>>,
    speaking: RefCell<Option<Timeout>>,
    pub stream: RefCell<Option<Stream>>,
    /// Failures of the stream in a row.
    pub stream_failed: Cell<u32>,
    /// Whether the stream stays closed.
    pub stream_given_up: Cell<bool>,
    pub reopening: RefCell<Option<Timeout>>,
    _presence: Presence,
}

struct Times {
    /// When the last request was answered or failed; `None` before the first.
    heard: Cell<Option<Moment>>,
    /// When the last good answer came; before the first, when the watch began.
    good: Cell<Moment>,
    /// When screen readers last spoke a changed count.
    spoken: Cell<Option<Moment>>,
}

pub(super) fn failure(message: String, url: &str) -> Failure {
    Failure::new(Code::Count, message, url)
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.answer_waiting();
    }
}

impl Watch {
    /// Begins with the letter's own count.
    pub fn begin(signatures: &Signatures) -> Rc<Watch> {
        Rc::new_cyclic(|own: &Weak<Watch>| {
            let own = own.clone();
            Watch {
                source: signatures.src.clone(),
                stream_url: signatures.stream.clone(),
                slowed_to: signatures.refresh,
                members: RefCell::default(),
                joined: Cell::new(0),
                history: RefCell::new(History { slowed_to: signatures.refresh, ..History::default() }),
                tally: RefCell::new(Tally::of(signatures.count)),
                times: Times { heard: Cell::new(None), good: Cell::new(Moment::now()), spoken: Cell::new(None) },
                reported_failure: Cell::new(false),
                reported_problems: Cell::new(false),
                waiting: RefCell::default(),
                request: RefCell::default(),
                timer: RefCell::default(),
                speaking: RefCell::default(),
                stream: RefCell::default(),
                stream_failed: Cell::new(0),
                stream_given_up: Cell::new(false),
                reopening: RefCell::default(),
                _presence: Presence::watch(move || {
                    if let Some(watch) = own.upgrade() {
                        watch.plan();
                    }
                }),
            }
        })
    }

    /// Elements have come, gone, or changed their settings.
    pub fn members_changed(self: &Rc<Self>) {
        let members = self.members.borrow();
        let refresh = members.iter().filter_map(|member| member.refresh).min();
        let empty = members.is_empty();
        drop(members);
        self.history.borrow_mut().refresh = refresh;
        if !empty {
            self.plan();
        }
    }

    /// Plans the next request, the stream, and the note of the count's age.
    pub fn plan(self: &Rc<Self>) {
        self.plan_stream();
        let history = self.history.borrow().clone();
        let page = Page { visible: is_visible(), online: is_online() };
        // Never longer than the delay itself, whatever the clocks do.
        let wait = |since: Moment, seconds: f64| (seconds * 1000.0 - since.elapsed()).max(0.0);
        let request = history.delay(page, js_sys::Math::random()).filter(|_| self.source.is_some());
        // The first request is due at once.
        let request = request.map(|delay| self.times.heard.get().map_or(0.0, |heard| wait(heard, delay)));
        let ages = page.visible && (history.failed > 0 || !page.online);
        let stale = ages.then(|| wait(self.times.good.get(), history.stale_after()));
        // Once the count is stale, this needs no timer.
        let stale = stale.filter(|wait| *wait > 0.0);
        let next = request.into_iter().chain(stale).fold(f64::INFINITY, f64::min);
        self.timer.replace(next.is_finite().then(|| {
            let asks = request.is_some_and(|request| request <= next);
            self.after(next, move |watch| {
                if asks {
                    return watch.ask();
                }
                watch.report_age();
                watch.plan();
            })
        }));
    }

    /// Calls `act` after that number of milliseconds, unless the watch ends before.
    pub fn after(self: &Rc<Self>, milliseconds: f64, act: impl FnOnce(&Rc<Watch>) + 'static) -> Timeout {
        let own = Rc::downgrade(self);
        // A timer can't wait longer than 2^31 - 1 ms (HTML, 8.6).
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range is given")]
        let milliseconds = milliseconds.clamp(0.0, 2_147_483_647.0).ceil() as u32;
        Timeout::new(milliseconds, move || {
            if let Some(watch) = own.upgrade() {
                act(&watch);
            }
        })
    }

    pub fn ask(self: &Rc<Self>) {
        let Some(source) = &self.source else { return self.answer_waiting() };
        if self.request.borrow().is_some() {
            return;
        }
        self.timer.take();
        let own = Rc::downgrade(self);
        let request = fetch::get(source.url().into(), LIMITS, true, move |result| {
            let Some(watch) = own.upgrade() else { return };
            watch.request.take();
            watch.times.heard.set(Some(Moment::now()));
            let source = watch.source.as_ref();
            let taken = result.and_then(|Document { json, base, .. }| {
                source.map_or(Ok(()), |source| watch.take_in(&json, source, &base))
            });
            if let Err(failure) = taken {
                watch.fail(failure);
            }
            watch.answer_waiting();
            watch.plan();
        });
        self.request.replace(Some(request));
    }

    fn answer_waiting(&self) {
        for done in self.waiting.take() {
            done();
        }
    }

    /// Takes a document from `source`, loaded from the address `base`.
    ///
    /// # Errors
    /// If it has no count.
    pub fn take_in(self: &Rc<Self>, json: &Json, source: &CountSource, base: &str) -> Result<(), Failure> {
        let url = source.url();
        let count = Count::read(json, source, &|reference| resolve(reference, base));
        let (count, problems) = count.map_err(|problem| failure(problem.to_string(), url))?;
        if !self.reported_problems.replace(true) {
            for problem in problems {
                console::warn(&["open-letter: ", url, ": ", &problem.to_string()].concat());
            }
        }
        let before = self.tally.borrow().count();
        #[expect(clippy::cast_possible_truncation, reason = "milliseconds of our time")]
        let now = Timestamp(Moment::now().wall as i64);
        let believed = self.tally.borrow_mut().take(&count, now);
        let mut history = self.history.borrow_mut();
        history.slowed_to = count.refresh.or(self.slowed_to);
        history.unchanged = if believed == Believed::Changed { 0 } else { history.unchanged.saturating_add(1) };
        history.failed = 0;
        history.retry_after = None;
        drop(history);
        self.reported_failure.set(false);
        // An older answer does not make the current count any newer.
        let ignored = believed == Believed::Ignored;
        if !ignored {
            self.times.good.set(Moment::now());
        }
        let tally = self.tally.borrow().clone();
        self.notify(&News::Answer(&tally, believed));
        if ignored {
            self.report_age();
        }
        if before.is_some() && before != tally.count() {
            self.speak();
        }
        Ok(())
    }

    pub fn fail(self: &Rc<Self>, failure: Failure) {
        let mut history = self.history.borrow_mut();
        history.failed = history.failed.saturating_add(1);
        history.retry_after = failure.retry_after;
        drop(history);
        self.report_failure(failure);
        self.report_age();
    }

    /// Reports a failure, once until an answer comes again.
    pub fn report_failure(self: &Rc<Self>, failure: Failure) {
        if !self.reported_failure.replace(true) {
            let failure = Failure { code: Code::Count, ..failure };
            self.notify(&News::Failed(&failure));
        }
    }

    /// Reports the time of the count, once it has failed to update for long.
    fn report_age(self: &Rc<Self>) {
        let stale_after = self.history.borrow().stale_after() * 1000.0;
        let good = self.times.good.get();
        if good.elapsed() >= stale_after {
            #[expect(clippy::cast_possible_truncation, reason = "milliseconds of our time")]
            let heard = Timestamp(good.wall as i64);
            let from = self.tally.borrow().updated().unwrap_or(heard);
            self.notify(&News::Stale(from));
        }
    }

    fn notify(&self, news: &News) {
        let members: Vec<Listener> = self.members.borrow().iter().map(|member| member.listener.clone()).collect();
        for listener in members {
            listener(news);
        }
    }

    /// Makes one element speak, as soon as allowed.
    fn speak(self: &Rc<Self>) {
        let since = self.times.spoken.get().map_or(f64::INFINITY, Moment::elapsed);
        let quiet = quiet_before_speaking(since / 1000.0);
        let timer = self.after(quiet * 1000.0, |watch| {
            watch.times.spoken.set(Some(Moment::now()));
            let speaker =
                watch.members.borrow().iter().find(|member| member.speaks).map(|member| member.listener.clone());
            if let Some(listener) = speaker {
                listener(&News::Speak);
            }
        });
        self.speaking.replace(Some(timer));
    }
}
