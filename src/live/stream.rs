//! A stream of Server-Sent Events whose messages are count documents.

use futures_core::Stream as _;
use gloo_net::eventsource::State;
use gloo_net::eventsource::futures::EventSource;
use gloo_timers::callback::Interval;
use std::cell::RefCell;
use std::future::poll_fn;
use std::pin::pin;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// How often the connection is looked at. A browser that can't reach the host tries again by itself, every few
/// seconds and for ever; after two looks in a row without a connection that is taken out of its hands.
const LOOK_MS: u32 = 10_000;

/// What a stream tells.
pub(super) enum Told {
    /// A message.
    Message(String),
    /// There will be no more.
    Ended,
}

/// An open stream, or one being opened. Dropping it closes the connection.
#[must_use = "dropping it closes the stream"]
pub(super) struct Stream {
    source: Rc<RefCell<Option<EventSource>>>,
    _looking: Interval,
}

impl Stream {
    /// Opens the stream; `None` if the browser refuses the address.
    pub fn open(url: &str, tell: impl Fn(Told) + 'static) -> Option<Stream> {
        let mut source = EventSource::new(url).ok()?;
        let messages = source.subscribe("message").ok()?;
        let source = Rc::new(RefCell::new(Some(source)));
        let tell = Rc::new(tell);
        let (holder, teller) = (source.clone(), tell.clone());
        spawn_local(async move {
            let mut messages = pin!(messages);
            while let Some(Ok((_, message))) = poll_fn(|context| messages.as_mut().poll_next(context)).await {
                if let Some(text) = message.data().as_string() {
                    teller(Told::Message(text));
                }
            }
            // Without a source it was closed from this side, by who knows.
            if holder.take().is_some() {
                teller(Told::Ended);
            }
        });
        let looked_at = source.clone();
        let mut connecting = 0;
        let looking = Interval::new(LOOK_MS, move || {
            let state = looked_at.borrow().as_ref().map(EventSource::state);
            connecting = if state == Some(State::Connecting) { connecting + 1 } else { 0 };
            if connecting == 2 {
                looked_at.take();
                let tell = tell.clone();
                // Whoever is told drops this interval: not while it is running.
                spawn_local(async move { tell(Told::Ended) });
            }
        });
        Some(Stream { source, _looking: looking })
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        self.source.take();
    }
}
