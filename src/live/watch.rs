//! One watch for each count URL of the page, shared by all elements that show it; it ends with the last of them.

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

/// What a watch tells its elements.
pub enum News<'n> {
    /// An answer has come in.
    Answer(&'n Tally, Believed),
    /// The count could not be refreshed; told once, until it can be again.
    Failed(&'n Failure),
    /// The count could not be refreshed for long. It is from this moment.
    Stale(Timestamp),
    /// A changed count may be told to screen readers; only one element of the page is told so.
    Speak,
}

pub(super) type Tell = Rc<dyn Fn(&News)>;

/// An element's part.
pub(super) struct Member {
    pub number: u32,
    pub refresh: Option<u32>,
    pub speaks: bool,
    pub tell: Tell,
}

/// Its timers, its request, its stream and its listeners end when it is dropped.
pub(super) struct Watch {
    pub source: Option<CountSource>,
    pub stream_url: Option<Link>,
    /// What the letter's publisher wants between two requests, where the count says nothing.
    slowed_to: Option<u64>,
    pub members: RefCell<Vec<Member>>,
    pub joined: Cell<u32>,
    pub history: RefCell<History>,
    pub tally: RefCell<Tally>,
    times: Times,
    /// Whether the elements were told of a failure.
    told_failure: Cell<bool>,
    /// Whether the console was told what can't be read of the count documents.
    told_problems: Cell<bool>,
    pub waiting: RefCell<Vec<Box<dyn FnOnce()>>>,
    request: RefCell<Option<Request>>,
    timer: RefCell<Option<Timeout>>,
    speaking: RefCell<Option<Timeout>>,
    pub stream: RefCell<Option<Stream>>,
    /// Failures of the stream in a row.
    pub stream_failed: Cell<u32>,
    /// Whether the stream is not opened any more.
    pub stream_given_up: Cell<bool>,
    pub reopening: RefCell<Option<Timeout>>,
    _presence: Presence,
}

struct Times {
    /// When the last answer to a request came, or its failure; `None` before the first.
    heard: Cell<Option<Moment>>,
    /// When the last good answer came; before the first, when the watch began.
    good: Cell<Moment>,
    /// When a changed count was last told to screen readers.
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
    /// Begins with what the letter tells.
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
                told_failure: Cell::new(false),
                told_problems: Cell::new(false),
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

    /// Elements have come, gone, or changed their wishes.
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

    /// Sees to it that what comes next will come: the request, the stream, the mark of age.
    pub fn plan(self: &Rc<Self>) {
        self.plan_stream();
        let history = self.history.borrow().clone();
        let page = Page { visible: is_visible(), online: is_online() };
        // Never longer than the delay itself, whatever becomes of the clocks.
        let wait = |since: Moment, seconds: f64| (seconds * 1000.0 - since.elapsed()).max(0.0);
        let request = history.delay(page, js_sys::Math::random()).filter(|_| self.source.is_some());
        // The first request is due at once.
        let request = request.map(|delay| self.times.heard.get().map_or(0.0, |heard| wait(heard, delay)));
        let ages = page.visible && (history.failed > 0 || !page.online);
        let stale = ages.then(|| wait(self.times.good.get(), history.stale_after()));
        // Once it is stale, there is nothing to wait for on that account.
        let stale = stale.filter(|wait| *wait > 0.0);
        let next = request.into_iter().chain(stale).fold(f64::INFINITY, f64::min);
        self.timer.replace(next.is_finite().then(|| {
            let asks = request.is_some_and(|request| request <= next);
            self.after(next, move |watch| {
                if asks {
                    return watch.ask();
                }
                watch.tell_age();
                watch.plan();
            })
        }));
    }

    /// Calls `act` so many milliseconds from now, unless the watch ends before.
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

    /// Takes in a document that `source` gave, by way of the address `base`.
    ///
    /// # Errors
    /// If it has no count.
    pub fn take_in(self: &Rc<Self>, json: &Json, source: &CountSource, base: &str) -> Result<(), Failure> {
        let url = source.url();
        let count = Count::read(json, source, &|reference| resolve(reference, base));
        let (count, problems) = count.map_err(|problem| failure(problem.to_string(), url))?;
        if !self.told_problems.replace(true) {
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
        self.told_failure.set(false);
        // What is older than what is known does not make that any newer.
        let ignored = believed == Believed::Ignored;
        if !ignored {
            self.times.good.set(Moment::now());
        }
        let tally = self.tally.borrow().clone();
        self.tell(&News::Answer(&tally, believed));
        if ignored {
            self.tell_age();
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
        self.tell_failure(failure);
        self.tell_age();
    }

    /// Tells of a failure, once until an answer comes again.
    pub fn tell_failure(self: &Rc<Self>, failure: Failure) {
        if !self.told_failure.replace(true) {
            let failure = Failure { code: Code::Count, ..failure };
            self.tell(&News::Failed(&failure));
        }
    }

    /// Tells the time that the count is from, once it could not be refreshed for long.
    fn tell_age(self: &Rc<Self>) {
        let stale_after = self.history.borrow().stale_after() * 1000.0;
        let good = self.times.good.get();
        if good.elapsed() >= stale_after {
            #[expect(clippy::cast_possible_truncation, reason = "milliseconds of our time")]
            let heard = Timestamp(good.wall as i64);
            let from = self.tally.borrow().updated().unwrap_or(heard);
            self.tell(&News::Stale(from));
        }
    }

    fn tell(&self, news: &News) {
        let members: Vec<Tell> = self.members.borrow().iter().map(|member| member.tell.clone()).collect();
        for tell in members {
            tell(news);
        }
    }

    /// Has one element speak, as soon as it may.
    fn speak(self: &Rc<Self>) {
        let since = self.times.spoken.get().map_or(f64::INFINITY, Moment::elapsed);
        let quiet = quiet_before_speaking(since / 1000.0);
        let timer = self.after(quiet * 1000.0, |watch| {
            watch.times.spoken.set(Some(Moment::now()));
            let speaker = watch.members.borrow().iter().find(|member| member.speaks).map(|member| member.tell.clone());
            if let Some(tell) = speaker {
                tell(&News::Speak);
            }
        });
        self.speaking.replace(Some(timer));
    }
}
