//! Answers that are pages.

use super::answer::broken;
use crate::collect::collector::Collector;
use crate::collect::log;
use crate::collect::outgoing::about_letter;
use crate::collect::pages::{Notice, notice, policy};
use crate::collect::signature::Signature;
use crate::collect::store::{Full, Store};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderValue, LOCATION};
use axum::response::{IntoResponse, Response};
use maud::Markup;

/// A page, with the policy that keeps it from loading anything and from being framed.
pub fn page(status: StatusCode, markup: Markup) -> Response {
    let mut response = (status, markup.into_string()).into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy()));
    response
}

/// Where a new link is asked for, seen from the links `c/…` and `s/…`.
const LINK: &str = "../link";

/// A page that says one thing about a letter, in the language that was signed, or in that of the letter.
pub fn told<S: Store>(collector: &Collector<S>, what: Notice, signature: Option<&Signature>) -> Response {
    let status = match what {
        Notice::Rejected | Notice::Erased | Notice::LinkSent => StatusCode::OK,
        Notice::Expired => StatusCode::GONE,
        Notice::Closed => StatusCode::CONFLICT,
        Notice::Missing => StatusCode::NOT_FOUND,
        Notice::Busy => StatusCode::TOO_MANY_REQUESTS,
        Notice::Trouble => StatusCode::SERVICE_UNAVAILABLE,
    };
    let about = signature.and_then(|signature| about_letter(collector, &signature.letter, &signature.words.lang));
    let lang = about.as_ref().map_or_else(|| collector.coordinators_language(), |about| about.lang.clone());
    page(status, notice(what, &lang, about.as_ref(), Some(LINK)))
}

/// The same, about a letter whose signature is not known.
pub fn told_of<S: Store>(collector: &Collector<S>, what: Notice, letter: &str, lang: &str) -> Response {
    let about = about_letter(collector, letter, lang);
    let tag = about.as_ref().map_or_else(|| collector.coordinators_language(), |about| about.lang.clone());
    let status = if what == Notice::LinkSent { StatusCode::OK } else { StatusCode::CONFLICT };
    page(status, notice(what, &tag, about.as_ref(), None))
}

/// On to another page, by GET (RFC 9110, 15.4.4).
pub fn see(location: &str) -> Response {
    (StatusCode::SEE_OTHER, [(LOCATION, location.to_string())]).into_response()
}

/// The page, or one that says that we failed.
pub fn settled<S: Store>(collector: &Collector<S>, done: anyhow::Result<Response>) -> Response {
    done.unwrap_or_else(|error| {
        if error.is::<Full>() {
            return told(collector, Notice::Busy, None);
        }
        log::error(&format!("{error:#}"));
        told(collector, Notice::Trouble, None)
    })
}

/// The answer, or that we failed, as a page or as JSON.
pub fn settled_either<S: Store>(collector: &Collector<S>, page: bool, done: anyhow::Result<Response>) -> Response {
    match done {
        Err(error) if !page => broken(&error),
        done => settled(collector, done),
    }
}
