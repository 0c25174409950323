//! One request that sends something, or asks what no cache may answer.

use super::answer::{Abort, Answer, ask_with, value_of};
use super::json;
use super::request::{in_time, read, retry_after};
use crate::model::Json;
use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;

/// The largest answer that is read, in bytes.
const SIZE: u32 = 65_536;

/// What is sent: its media type, and the text.
pub struct Body {
    /// The media type.
    pub kind: &'static str,
    /// The text.
    pub text: String,
}

/// An answer.
pub struct Response {
    /// Its status.
    pub status: u16,
    /// Its JSON, if it has any.
    pub json: Option<Json>,
    /// The seconds of `Retry-After`.
    pub retry: Option<u64>,
}

/// Sends the body, or asks by GET. `None` if no answer comes within that number of milliseconds: the request may have
/// arrived. It has no cookies, follows no redirect, and doesn't name the page.
pub async fn send(url: &str, body: Option<Body>, time_ms: u32) -> Option<Response> {
    let abort = Abort::new();
    in_time(time_ms, exchange(url, body, &abort)).await.flatten()
}

async fn exchange(url: &str, body: Option<Body>, abort: &Abort) -> Option<Response> {
    let headers = Object::new();
    let mut options: Vec<(&str, JsValue)> = vec![
        ("mode", "cors".into()),
        ("cache", "no-store".into()),
        ("credentials", "omit".into()),
        ("redirect", "error".into()),
        ("referrerPolicy", "no-referrer".into()),
    ];
    if let Some(Body { kind, text }) = body {
        let _ = Reflect::set(&headers, &"content-type".into(), &kind.into());
        options.extend([("method", "POST".into()), ("body", text.into())]);
    }
    let _ = Reflect::set(&headers, &"accept".into(), &"application/json".into());
    options.push(("headers", headers.into()));
    let answer = ask_with(url, &options, abort).await?;
    let status = answer.status()?;
    let json = document(&answer).await;
    Some(Response { status, json, retry: retry_after(&answer) })
}

async fn document(answer: &Answer) -> Option<Json> {
    let body = read(answer, SIZE).await.ok()?;
    json::tree(&value_of(&body)?).ok()
}
