//! The watch's stream: open while the reader can see its news; if it fails, requests continue without it.

use super::schedule::{History, Page};
use super::stream::{Stream, StreamEvent};
use super::watch::{Watch, failure};
use crate::browser::{Moment, is_online, is_visible};
use crate::fetch;
use crate::model::CountSource;
use std::rc::Rc;

/// A stream that was open for this many milliseconds and has sent a message may end without fault: proxies close silent
/// streams, many after a minute.
const GOOD_MS: f64 = 30_000.0;

impl Watch {
    /// Opens the stream if the letter has one and the reader can see its news; else closes it. A stream that was closed
    /// for its faults does not reopen early, however often the page is shown.
    pub fn plan_stream(self: &Rc<Self>) {
        let Some(url) = self.stream_url.as_ref().filter(|_| !self.stream_given_up.get()) else { return };
        let wanted = self.history.borrow().refresh.is_some() && is_visible() && is_online();
        if !wanted {
            self.close_stream();
        } else if self.stream.borrow().is_none() && self.reopening.borrow().is_none() {
            let own = Rc::downgrade(self);
            let opened = Moment::now();
            self.stream.replace(Some(Stream::open(url.as_str().into(), move |event| {
                let Some(watch) = own.upgrade() else { return };
                match event {
                    StreamEvent::Message(message) => watch.stream_message(&message),
                    StreamEvent::Ended => watch.stream_ended(opened.elapsed() >= GOOD_MS),
                    StreamEvent::Flooded => watch.stream_floods(),
                }
            })));
        }
    }

    fn close_stream(&self) {
        self.stream.take();
        self.history.borrow_mut().streaming = false;
    }

    fn stream_message(self: &Rc<Self>, message: &[u8]) {
        let Some(url) = self.stream_url.clone() else { return };
        let source = CountSource::Document(url);
        let not_json = || failure("a message of the stream is not JSON".into(), source.url());
        let count = fetch::parse(message).ok_or_else(not_json);
        match count.and_then(|json| self.take_in(&json, &source, source.url())) {
            Ok(()) => self.history.borrow_mut().streaming = true,
            // The stream is useless, but requests work.
            Err(failure) => {
                self.report_failure(failure);
                self.stream_ended(false);
            }
        }
        self.plan();
    }

    /// The stream has ended, in good order or too early: requests continue, and the watch opens it again, later after
    /// each failure.
    fn stream_ended(self: &Rc<Self>, good: bool) {
        let streaming = self.history.borrow().streaming;
        self.close_stream();
        let good = good && streaming;
        let failed = if good { 0 } else { self.stream_failed.get() };
        self.stream_failed.set(failed.saturating_add(1));
        let mut history =
            History { failed: failed.saturating_add(1), retry_after: None, ..self.history.borrow().clone() };
        // At the earliest time allowed.
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

    /// The stream sends more than any count needs: it is closed for good, and requests continue.
    fn stream_floods(self: &Rc<Self>) {
        self.stream_given_up.set(true);
        self.close_stream();
        if let Some(url) = &self.stream_url {
            self.report_failure(failure("the stream sends too much, and is closed for good".into(), url.as_str()));
        }
        self.plan();
    }
}
