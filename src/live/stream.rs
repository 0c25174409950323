//! A stream of Server-Sent Events whose messages are count documents.

use super::messages::Messages;
use crate::browser::{Moment, Task};
use crate::fetch;
use gloo_timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// Milliseconds until the stream must be open.
const PATIENCE_MS: u32 = 20_000;

/// Fewest milliseconds between two messages that are read: nobody reads a number faster.
const LOOK_MS: f64 = 1000.0;

/// What happens on a stream.
pub(super) enum StreamEvent {
    /// The newest message, as bytes.
    Message(Vec<u8>),
    /// The stream has ended.
    Ended,
    /// The stream sends too much.
    Flooded,
}

/// An open stream, or one being opened. Dropping it closes the connection.
#[must_use = "dropping it closes the stream"]
pub(super) struct Stream {
    _task: Task,
}

impl Stream {
    /// Opens the stream.
    pub fn open(url: String, report: impl Fn(StreamEvent) + 'static) -> Stream {
        let inbox = Rc::new(Inbox {
            report: Box::new(report),
            newest: RefCell::default(),
            looked: Cell::default(),
            later: RefCell::default(),
        });
        let task = Task::start(async move {
            let end = listen(&url, &inbox).await;
            inbox.later.take();
            (inbox.report)(end);
        });
        Stream { _task: task }
    }
}

async fn listen(url: &str, inbox: &Rc<Inbox>) -> StreamEvent {
    let Some(chunks) = fetch::open(url, "text/event-stream", PATIENCE_MS).await else { return StreamEvent::Ended };
    let mut messages = Messages::default();
    let begun = Moment::now();
    while let Some(bytes) = chunks.next().await {
        if messages.read(&bytes, begun.elapsed()).is_err() {
            return StreamEvent::Flooded;
        }
        if let Some(message) = messages.take() {
            inbox.put(message);
        }
    }
    StreamEvent::Ended
}

/// Holds the newest message until it is read.
struct Inbox {
    report: Box<dyn Fn(StreamEvent)>,
    newest: RefCell<Option<Vec<u8>>>,
    looked: Cell<Option<Moment>>,
    later: RefCell<Option<Timeout>>,
}

impl Inbox {
    fn put(self: &Rc<Self>, message: Vec<u8>) {
        self.newest.replace(Some(message));
        if self.later.borrow().is_some() {
            return;
        }
        let left = self.looked.get().map_or(0.0, |looked| LOOK_MS - looked.elapsed());
        if left <= 0.0 {
            return self.look();
        }
        let own = Rc::downgrade(self);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is from 0 to LOOK_MS")]
        let timer = Timeout::new(left.ceil() as u32, move || {
            if let Some(inbox) = own.upgrade() {
                inbox.later.take();
                inbox.look();
            }
        });
        self.later.replace(Some(timer));
    }

    fn look(&self) {
        self.looked.set(Some(Moment::now()));
        if let Some(message) = self.newest.take() {
            (self.report)(StreamEvent::Message(message));
        }
    }
}
