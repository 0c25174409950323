//! One request of a trial, with its limits: no redirect, no cookie, a bounded answer in bounded time.

use super::Request;
use anyhow::{Context, Result};
use std::time::Duration;
use ureq::Agent;
use ureq::http::{HeaderMap, Response};

/// A page that the receiver doesn't know, as a partner's page is to it.
pub const ORIGIN: &str = "https://partner.invalid";

const TIME: Duration = Duration::from_secs(30);

/// The bytes of an answer that are read.
const MOST: u64 = 100_000;

/// What came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The method of the request.
    pub method: &'static str,
    /// The status.
    pub status: u16,
    /// Its type (`Content-Type`).
    pub kind: String,
    /// Which pages may read it (`Access-Control-Allow-Origin`).
    pub allowed: Option<String>,
    /// Where a redirect leads, which no form follows.
    pub location: Option<String>,
    /// The text.
    pub text: String,
}

/// Sends a request and reads the answer. With `OPTIONS`, it asks as a browser does before a page sends JSON.
///
/// # Errors
/// If no answer comes in time.
pub fn ask(method: &'static str, address: &str, request: Option<&Request>) -> Result<Answer> {
    let config = Agent::config_builder()
        .timeout_global(Some(TIME))
        .max_redirects(0)
        .max_redirects_will_error(false)
        .http_status_as_error(false)
        .user_agent("open-letter check");
    let agent: Agent = config.build().into();
    let answer = match (method, request) {
        ("OPTIONS", _) => agent
            .options(address)
            .header("Origin", ORIGIN)
            .header("Access-Control-Request-Method", "POST")
            .header("Access-Control-Request-Headers", "content-type")
            .call(),
        (_, Some(Request { kind, body })) => agent
            .post(address)
            .header("Origin", ORIGIN)
            .header("Accept", "application/json")
            .header("Content-Type", *kind)
            .send(body),
        (_, None) => agent.get(address).header("Origin", ORIGIN).call(),
    };
    read(method, answer.with_context(|| format!("{address} did not answer"))?)
}

fn read(method: &'static str, mut answer: Response<ureq::Body>) -> Result<Answer> {
    let header = |headers: &HeaderMap, name: &str| {
        headers.get(name).map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned())
    };
    let headers = answer.headers().clone();
    let bytes = answer.body_mut().with_config().limit(MOST).read_to_vec().context("its answer can't be read whole")?;
    Ok(Answer {
        method,
        status: answer.status().as_u16(),
        kind: header(&headers, "content-type").unwrap_or_default(),
        allowed: header(&headers, "access-control-allow-origin"),
        location: header(&headers, "location"),
        text: String::from_utf8_lossy(&bytes).into_owned(),
    })
}
