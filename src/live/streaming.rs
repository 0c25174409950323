//! The watch's stream: open while somebody sees what it tells; where it can't be had, requests go on without it.

use super::schedule::{History, Page};
use super::stream::{Stream, Told};
use super::watch::{Watch, failure};
use crate::browser::{Moment, is_online, is_visible};
use crate::fetch;
use crate::model::CountSource;
use std::rc::Rc;

/// So many milliseconds a stream has to be open and to have told something, for its end to be none of its faults:
/// proxies close what is silent, many after a minute.
const GOOD_MS: f64 = 30_000.0;

impl Watch {
    /// Opens the stream where there is one and somebody to see what it tells; else closes it. One that was closed for its
    /// faults is not opened before its time, however often the page is shown.
    pub fn plan_stream(self: &Rc<Self>) {
        let Some(url) = self.stream_url.as_ref().filter(|_| !self.stream_given_up.get()) else { return };
        let wanted = self.history.borrow().refresh.is_some() && is_visible() && is_online();
        if !wanted {
            self.close_stream();
        } else if self.stream.borrow().is_none() && self.reopening.borrow().is_none() {
            let own = Rc::downgrade(self);
            let opened = Moment::now();
            self.stream.replace(Some(Stream::open(url.as_str().into(), move |told| {
                let Some(watch) = own.upgrade() else { return };
                match told {
                    Told::Message(message) => watch.stream_told(&message),
                    Told::Ended => watch.stream_ended(opened.elapsed() >= GOOD_MS),
                    Told::Flooded => watch.stream_floods(),
                }
            })));
        }
    }

    fn close_stream(&self) {
        self.stream.take();
        self.history.borrow_mut().streaming = false;
    }

    fn stream_told(self: &Rc<Self>, message: &[u8]) {
        let Some(url) = self.stream_url.clone() else { return };
        let source = CountSource::Document(url);
        let not_json = || failure("a message of the stream is not JSON".into(), source.url());
        let count = fetch::parse(message).ok_or_else(not_json);
        match count.and_then(|json| self.take_in(&json, &source, source.url())) {
            Ok(()) => self.history.borrow_mut().streaming = true,
            // What it tells is not of use, and requests are.
            Err(failure) => {
                self.tell_failure(failure);
                self.stream_ended(false);
            }
        }
        self.plan();
    }

    /// The stream has ended, after a good time or too early: requests go on, and it is tried again, after each failure
    /// later.
    fn stream_ended(self: &Rc<Self>, good: bool) {
        let told = self.history.borrow().streaming;
        self.close_stream();
        let good = good && told;
        let failed = if good { 0 } else { self.stream_failed.get() };
        self.stream_failed.set(failed.saturating_add(1));
        let mut history =
            History { failed: failed.saturating_add(1), retry_after: None, ..self.history.borrow().clone() };
        // As soon as anything may be asked.
        history.refresh = if good { Some(0) } else { history.refresh };
        let page = Page { visible: true, online: true };
        let Some(delay) = history.delay(page, js_sys::Math::random()) else { return };
        let timer = self.after(delay * 1000.0, |watch| {
            watch.reopening.take();
            watch.plan();
        });
        self.reopening.replace(Some(timer));
        self.plan();
    }

    /// The stream sends more than any count has to tell: it is closed for good, and requests go on.
    fn stream_floods(self: &Rc<Self>) {
        self.stream_given_up.set(true);
        self.close_stream();
        if let Some(url) = &self.stream_url {
            self.tell_failure(failure("the stream sends too much, and is closed for good".into(), url.as_str()));
        }
        self.plan();
    }
}
