//! The watch's stream: open while somebody sees what it tells; where it can't be had, requests go on without it.

use super::schedule::{History, Page};
use super::stream::{Stream, Told};
use super::watch::{Watch, failure};
use crate::browser::{is_online, is_visible};
use crate::fetch;
use crate::model::CountSource;
use std::rc::Rc;

impl Watch {
    /// Opens the stream where there is one and somebody to see what it tells; else closes it.
    pub fn plan_stream(self: &Rc<Self>) {
        let Some(url) = &self.stream_url else { return };
        let wanted = self.history.borrow().refresh.is_some() && is_visible() && is_online();
        if !wanted {
            self.close_stream();
            self.reopening.take();
        } else if self.stream.borrow().is_none() && self.reopening.borrow().is_none() {
            let own = Rc::downgrade(self);
            let stream = Stream::open(url.as_str(), move |told| {
                let Some(watch) = own.upgrade() else { return };
                match told {
                    Told::Message(text) => watch.stream_told(&text),
                    Told::Ended => watch.stream_ended(),
                }
            });
            match stream {
                Some(stream) => drop(self.stream.replace(Some(stream))),
                None => self.stream_ended(),
            }
        }
    }

    fn close_stream(&self) {
        self.stream.take();
        self.history.borrow_mut().streaming = false;
    }

    fn stream_told(self: &Rc<Self>, text: &str) {
        self.stream_failed.set(0);
        let Some(url) = self.stream_url.clone() else { return };
        match fetch::parse(text) {
            Some(json) => {
                self.history.borrow_mut().streaming = true;
                self.take_in(&json, Some(&CountSource::Document(url)));
            }
            None => self.fail(failure("a message of the stream is not JSON".into(), url.as_str())),
        }
        self.plan();
    }

    /// The stream can't be had: requests go on, and it is tried again later and later.
    fn stream_ended(self: &Rc<Self>) {
        self.close_stream();
        self.stream_failed.set(self.stream_failed.get().saturating_add(1));
        let history = History { failed: self.stream_failed.get(), retry_after: None, ..self.history.borrow().clone() };
        let page = Page { visible: true, online: true };
        let Some(delay) = history.delay(page, js_sys::Math::random()) else { return };
        let timer = self.after(delay * 1000.0, |watch| {
            watch.reopening.take();
            watch.plan();
        });
        self.reopening.replace(Some(timer));
        self.plan();
    }
}
