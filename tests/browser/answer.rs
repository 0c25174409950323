//! What a test server answers, correct or faulty.

use serde_json::Value;
use std::sync::Arc;
use tokio::sync::watch;

/// One answer.
#[derive(Clone)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(&'static str, String)>,
    pub body: Body,
    /// The answer waits until this opens.
    pub gate: Option<watch::Receiver<bool>>,
}

/// How the body arrives.
#[derive(Clone)]
pub enum Body {
    /// Complete.
    Whole(Arc<[u8]>),
    /// Announces twice the length; the connection ends with the body.
    Cut(Arc<[u8]>),
    /// Sends this much, then nothing, and the connection stays open.
    Stalled(Arc<[u8]>),
    /// Sends this much, announces no end, and the connection stays open: a stream.
    Open(Arc<[u8]>),
    /// Sends this much again and again, with that many milliseconds in between, and the connection stays open.
    Repeated(Arc<[u8]>, u64),
    /// That many bytes of JSON, with or without a Content-Length.
    Long { bytes: usize, announced: bool },
    /// Resets the connection before the first byte.
    Reset,
}

/// Holds an answer until it is dropped or [opened](Gate::open).
#[must_use = "dropping it lets the answer go"]
pub struct Gate(watch::Sender<bool>);

impl Gate {
    /// Sends the answer.
    pub fn open(self) {
        let _ = self.0.send(true);
    }
}

impl Answer {
    /// A good answer; the path's ending gives its type.
    pub fn file(path: &str, bytes: Vec<u8>) -> Answer {
        let kind = match path.rsplit('.').next().unwrap_or_default() {
            "html" => "text/html; charset=utf-8",
            "js" => "text/javascript; charset=utf-8",
            "json" => "application/json",
            "wasm" => "application/wasm",
            "css" => "text/css",
            "svg" => "image/svg+xml",
            "png" => "image/png",
            "webp" => "image/webp",
            "woff2" => "font/woff2",
            _ => "application/octet-stream",
        };
        Answer::of(kind, Body::Whole(bytes.into()))
    }

    /// A good answer with this document.
    pub fn json(document: &Value) -> Answer {
        Answer::text("application/json", &document.to_string())
    }

    /// A good answer with this text, of any type.
    pub fn text(kind: &str, text: &str) -> Answer {
        Answer::of(kind, Body::Whole(text.as_bytes().into()))
    }

    /// A page of the given status.
    pub fn status(status: u16) -> Answer {
        Answer { status, ..Answer::text("text/html", "<!doctype html><title>Sorry</title><h1>Sorry</h1>") }
    }

    /// JSON with some faulty transfer.
    pub fn broken(body: Body) -> Answer {
        Answer::of("application/json", body)
    }

    /// A stream of Server-Sent Events that sends these messages at once, and does not end.
    pub fn stream(messages: &[Value]) -> Answer {
        let events: Vec<String> = messages.iter().map(|message| format!("data: {message}\n\n")).collect();
        Answer::of("text/event-stream", Body::Open(events.concat().into_bytes().into()))
    }

    /// Bytes with the type of a stream of Server-Sent Events.
    pub fn stream_of(body: Body) -> Answer {
        Answer::of("text/event-stream", body)
    }

    /// Redirects the browser to another address.
    pub fn redirect(location: &str) -> Answer {
        Answer { status: 302, ..Answer::text("text/html", "Moved") }.with_header("location", location)
    }

    /// The same answer with a header that other origins may read.
    pub fn with_header(mut self, name: &'static str, value: &str) -> Answer {
        self.headers.push((name, value.to_string()));
        self.headers.push(("access-control-expose-headers", name.to_string()));
        self
    }

    /// The same answer, which caches store and revalidate by that entity tag (RFC 9110, 8.8.3).
    pub fn with_tag(mut self, tag: &str) -> Answer {
        self.headers.retain(|(name, _)| *name != "cache-control");
        self.headers.extend([("cache-control", "no-cache".to_string()), ("etag", tag.to_string())]);
        self
    }

    /// The answer to a request with that tag: empty, if the tag still matches.
    pub fn to(self, if_none_match: Option<&str>) -> Answer {
        let tag = self.headers.iter().find(|(name, _)| *name == "etag").map(|(_, tag)| tag.as_str());
        if tag.is_some() && tag == if_none_match {
            return Answer { status: 304, body: Body::Whole(Arc::default()), ..self };
        }
        self
    }

    /// The same answer, which other origins may not read.
    pub fn without_cors(mut self) -> Answer {
        self.headers.retain(|(name, _)| *name != "access-control-allow-origin");
        self
    }

    /// The same answer, held until the gate opens.
    pub fn gated(mut self) -> (Answer, Gate) {
        let (sender, receiver) = watch::channel(false);
        self.gate = Some(receiver);
        (self, Gate(sender))
    }

    fn of(kind: &str, body: Body) -> Answer {
        let headers = vec![
            ("content-type", kind.to_string()),
            ("access-control-allow-origin", "*".to_string()),
            // Nothing is cached, so that the server sees every request.
            ("cache-control", "no-store".to_string()),
        ];
        Answer { status: 200, headers, body, gate: None }
    }
}
