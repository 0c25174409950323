//! A request, its limits, and its possible failures.

use super::answer::{Abort, Answer, Broken, ask, value_of};
use super::json::{self, Unread};
use crate::browser::Task;
use crate::model::{Code, Failure, Json, limits};
use futures_util::future::abortable;
use gloo_timers::callback::Timeout;
use js_sys::Uint8Array;
use std::future::Future;
use wasm_bindgen::JsValue;

/// The limits of a response.
#[derive(Clone, Copy)]
pub struct Limits {
    /// Milliseconds until the whole response must be in.
    pub time_ms: u32,
    /// Bytes of the response, decompressed.
    pub size: u32,
}

/// A fetched document: one form for the model, and one for the host page.
pub struct Document {
    /// The document as a tree.
    pub json: Json,
    /// The same document as the browser read it.
    pub value: JsValue,
    /// The final URL, after all redirects: the base of its relative addresses.
    pub base: String,
}

/// A running request.
#[must_use = "dropping it aborts the request, and its callback is never called"]
pub struct Request {
    _task: Task,
}

/// Requests the JSON document at `url` and calls `done` once with the result, unless the request is dropped before.
///
/// A `fresh` document comes from the server, and not from a cache or an earlier preload. Otherwise `WebKit` would
/// answer a second try from the failed preload.
///
/// # Errors
/// `done` gets a [`Failure`] with code `network`, `status`, `timeout`, `too-large`, `not-json` or `not-a-letter`.
pub fn get(
    url: String,
    limits: Limits,
    fresh: bool,
    done: impl FnOnce(Result<Document, Failure>) + 'static,
) -> Request {
    get_boxed(url, limits, fresh, Box::new(done))
}

/// The same; compiled once for all callers in the module.
fn get_boxed(url: String, limits: Limits, fresh: bool, done: Done) -> Request {
    let task = Task::start(async move {
        let abort = Abort::new();
        // The time limit also works if something on the page has lost the abort signal.
        let result = in_time(limits.time_ms, fetch(&url, limits.size, fresh, &abort)).await;
        let result = result.unwrap_or(Err(Fault::Timeout(limits.time_ms)));
        drop(abort);
        done(result.map_err(|fault| fault.failure(url)));
    });
    Request { _task: task }
}

/// The result of the future, if it is ready within that number of milliseconds; else `None`.
pub(super) async fn in_time<T>(milliseconds: u32, work: impl Future<Output = T>) -> Option<T> {
    let (work, handle) = abortable(work);
    let timer = Timeout::new(milliseconds, move || handle.abort());
    let result = work.await.ok();
    drop(timer);
    result
}

type Done = Box<dyn FnOnce(Result<Document, Failure>)>;

pub(super) enum Fault {
    Network,
    /// The status, and the seconds of `Retry-After`.
    Status(u16, Option<u64>),
    Timeout(u32),
    TooLarge(u32),
    TooMany,
    NotJson,
    TooDeep,
}

impl From<Unread> for Fault {
    fn from(unread: Unread) -> Fault {
        match unread {
            Unread::Deep => Fault::TooDeep,
            Unread::Many => Fault::TooMany,
        }
    }
}

impl From<Broken> for Fault {
    fn from(_: Broken) -> Fault {
        Fault::Network
    }
}

impl Fault {
    fn failure(self, url: String) -> Failure {
        let (status, retry_after) = match self {
            Fault::Status(status, seconds) => (Some(status), seconds),
            _ => (None, None),
        };
        let (code, message) = match self {
            Fault::Network => (
                Code::Network,
                "no answer: check the address, the network, that its host sends Access-Control-Allow-Origin, and that connect-src of the page's Content-Security-Policy allows it".into(),
            ),
            Fault::Status(status, _) => (Code::Status, format!("the host answered with status {status}")),
            Fault::Timeout(limit) => (Code::Timeout, format!("no whole answer within {} s", limit / 1000)),
            Fault::TooLarge(limit) => (Code::TooLarge, format!("the answer is larger than {limit} bytes")),
            Fault::TooMany => (Code::TooLarge, format!("the answer has more than {} values", limits::VALUES)),
            Fault::NotJson => (Code::NotJson, "the answer is not JSON".into()),
            Fault::TooDeep => (Code::NotALetter, "the answer is nested deeper than any letter".into()),
        };
        Failure { status, retry_after, ..Failure::new(code, message, url) }
    }
}

/// The document at the address. This uses the request that the loader's preload has begun, or a new one.
async fn fetch(url: &str, size: u32, fresh: bool, abort: &Abort) -> Result<Document, Fault> {
    let cache = if fresh { "no-cache" } else { "default" };
    let answer = ask(url, cache, abort).await.ok_or(Fault::Network)?;
    let status = answer.status().ok_or(Fault::Network)?;
    if !(200..300).contains(&status) {
        return Err(Fault::Status(status, retry_after(&answer)));
    }
    let body = read(&answer, size).await?;
    let value = value_of(&body).ok_or(Fault::NotJson)?;
    Ok(Document { json: json::tree(&value)?, value, base: answer.url().unwrap_or_else(|| url.into()) })
}

/// `Retry-After`, in seconds or as a date, where the host exposes it to other origins.
pub(super) fn retry_after(answer: &Answer) -> Option<u64> {
    let value = answer.header("retry-after")?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a negative one is 0, and so is none")]
    let until = |date: &str| ((js_sys::Date::parse(date) - js_sys::Date::now()) / 1000.0) as u64;
    Some(value.trim().parse().unwrap_or_else(|_| until(&value)))
}

/// JSON in UTF-8 that did not come from a request, as a tree; `None` if it is invalid or too large.
#[must_use]
pub fn parse(bytes: &[u8]) -> Option<Json> {
    json::tree(&value_of(&Uint8Array::from(bytes))?).ok()
}

/// The body, up to the size limit. `Content-Length` would not do: it counts compressed bytes. Nor would a `Blob`: it is
/// in another process, and reading it takes a phone a tenth of a second.
pub(super) async fn read(answer: &Answer, size: u32) -> Result<Uint8Array, Fault> {
    let mut chunks = Vec::new();
    let mut total = 0;
    if let Some(pieces) = answer.pieces()? {
        while let Some(chunk) = pieces.next().await? {
            total += chunk.length();
            if total > size {
                return Err(Fault::TooLarge(size));
            }
            chunks.push(chunk);
        }
    }
    let whole = Uint8Array::new_with_length(total);
    let mut at = 0;
    for chunk in &chunks {
        whole.set(chunk, at);
        at += chunk.length();
    }
    Ok(whole)
}
