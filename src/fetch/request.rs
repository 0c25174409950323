//! A request, its limits, and what can go wrong with it.

use super::json;
use crate::model::{Code, Failure, Json};
use gloo_net::http::{RequestBuilder, Response};
use gloo_timers::callback::Timeout;
use js_sys::{JSON, Reflect, Uint8Array};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{AbortController, ReadableStreamDefaultReader, ReferrerPolicy, RequestCache, RequestMode};

/// What an answer may cost.
#[derive(Clone, Copy)]
pub struct Limits {
    /// Milliseconds until the whole answer must be in.
    pub time_ms: u32,
    /// Bytes of the answer, decompressed.
    pub size: u32,
}

/// A document that was fetched: for the model, and as it is handed to the host page.
pub struct Document {
    /// The document as a tree.
    pub json: Json,
    /// The same as the browser read it.
    pub value: JsValue,
}

/// A request under way.
#[must_use = "dropping it aborts the request, and its callback is never called"]
pub struct Request {
    controller: AbortController,
    dropped: Rc<Cell<bool>>,
}

impl Drop for Request {
    fn drop(&mut self) {
        self.dropped.set(true);
        self.controller.abort();
    }
}

/// Asks for the JSON document at `url` and calls `done` with it once, unless the request was dropped before.
///
/// A `fresh` document is one that the server was asked about: neither a cache nor an earlier preload stands for it.
/// `WebKit` would else answer a second try from the preload that has failed.
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

/// The same, once for all callers in the module.
fn get_boxed(url: String, limits: Limits, fresh: bool, done: Done) -> Request {
    let controller = AbortController::new().unwrap_or_else(|_| unreachable!("it takes no argument"));
    let dropped = Rc::new(Cell::new(false));
    let handle = Request { controller: controller.clone(), dropped: dropped.clone() };
    spawn_local(async move {
        let timed_out = Rc::new(Cell::new(false));
        let timer = Timeout::new(limits.time_ms, {
            let (timed_out, controller) = (timed_out.clone(), controller.clone());
            move || {
                timed_out.set(true);
                controller.abort();
            }
        });
        let result = fetch(&url, limits.size, fresh, &controller).await;
        drop(timer);
        if dropped.get() {
            return;
        }
        done(result.map_err(|fault| {
            let fault = if timed_out.get() { Fault::Timeout(limits.time_ms) } else { fault };
            fault.failure(url)
        }));
    });
    handle
}

type Done = Box<dyn FnOnce(Result<Document, Failure>)>;

enum Fault {
    Network,
    /// The status, and the seconds of `Retry-After`.
    Status(u16, Option<u64>),
    Timeout(u32),
    TooLarge(u32),
    NotJson,
    TooDeep,
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
            Fault::NotJson => (Code::NotJson, "the answer is not JSON".into()),
            Fault::TooDeep => (Code::NotALetter, "the answer is nested deeper than any letter".into()),
        };
        Failure { status, retry_after, ..Failure::new(code, message, url) }
    }
}

/// The request that the loader's `<link rel="preload" as="fetch" crossorigin>` has begun, or a new one: the mode and
/// the credentials are those of that link, so that the browser takes one for the other.
async fn fetch(url: &str, size: u32, fresh: bool, controller: &AbortController) -> Result<Document, Fault> {
    let cache = if fresh { RequestCache::NoCache } else { RequestCache::Default };
    let request = RequestBuilder::new(url).mode(RequestMode::Cors).cache(cache);
    // Whatever the host page allows: at most its origin is told.
    let request = request.referrer_policy(ReferrerPolicy::StrictOriginWhenCrossOrigin);
    let request = request.abort_signal(Some(&controller.signal()));
    let response = request.send().await.map_err(|_| Fault::Network)?;
    if !response.ok() {
        controller.abort();
        return Err(Fault::Status(response.status(), retry_after(&response)));
    }
    let body = read(&response, size).await.inspect_err(|_| controller.abort())?;
    let parsed = web_sys::Response::new_with_opt_js_u8_array(Some(&body)).and_then(|response| response.json());
    let value = JsFuture::from(parsed.map_err(|_| Fault::NotJson)?).await.map_err(|_| Fault::NotJson)?;
    Ok(Document { json: json::tree(&value).ok_or(Fault::TooDeep)?, value })
}

/// `Retry-After`, in seconds or as a date, where the host exposes it to other origins.
fn retry_after(response: &Response) -> Option<u64> {
    let value = response.headers().get("retry-after")?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a negative one is 0, and so is none")]
    let until = |date: &str| ((js_sys::Date::parse(date) - js_sys::Date::now()) / 1000.0) as u64;
    Some(value.trim().parse().unwrap_or_else(|_| until(&value)))
}

/// A text that came by other ways than a request, as a tree; `None` if it is no JSON, or too deep.
#[must_use]
pub fn parse(text: &str) -> Option<Json> {
    json::tree(&JSON::parse(text).ok()?)
}

/// The body, as long as it keeps within the limit. `Content-Length` can't tell: it counts compressed bytes. Not by way
/// of a `Blob`: that lies in another process, and to get it back takes a phone a tenth of a second.
async fn read(response: &Response, size: u32) -> Result<Uint8Array, Fault> {
    let mut chunks = Vec::new();
    let mut total = 0;
    if let Some(body) = response.body() {
        let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
        loop {
            let result = JsFuture::from(reader.read()).await.map_err(|_| Fault::Network)?;
            let chunk = Reflect::get(&result, &"value".into()).unwrap_or(JsValue::UNDEFINED);
            let Ok(chunk) = chunk.dyn_into::<Uint8Array>() else { break };
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
