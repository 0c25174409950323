//! A sign-up: of the widget, and of a page without scripts.

use super::Shared;
use super::answer::{busy, error, not_found};
use super::body::Body;
use super::confirm;
use super::from::sender;
use super::page::{form, see, settled_either, told, told_of};
use crate::collect::accept::Typed;
use crate::collect::collector::{Collector, Refusal, Taken};
use crate::collect::limits::Busy;
use crate::collect::pages::Notice;
use crate::collect::store::Store;
use crate::publish::sign_page::{Document, Filled};
use crate::signing::receiver;
use axum::Json;
use axum::extract::{ConnectInfo, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use serde_json::{Map, Value, json};
use std::net::SocketAddr;

/// `POST /v1/letters/{id}/signatures`
pub async fn sign<S: Store>(
    State(shared): State<Shared<S>>,
    Path(id): Path<String>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    body: Body,
) -> Response {
    let collector = &shared.collector;
    let from = sender(peer, &body.headers, &collector.settings.proxies);
    let typed = Typed::of(&body.fields);
    let done = collector.sign(&id, &typed, from).await;
    let answer = |done| match (done, body.wants_page) {
        (Ok(taken), false) => accepted(&taken),
        (Err(refusal), false) => refused(&refusal),
        (Ok(taken), true) => see(&confirm::address(&taken.handle, &id, &typed.lang, taken.soon)),
        (Err(refusal), true) => form_again(collector, &id, typed, refusal),
    };
    settled_either(collector, body.wants_page, done.map(answer))
}

/// The form once more, filled, with its faults and a token. A page that is a file has none, so who comes from there
/// presses the button twice.
fn form_again<S: Store>(collector: &Collector<S>, id: &str, typed: Typed, refusal: Refusal) -> Response {
    let Some(letter) = collector.letter(id) else { return told(collector, Notice::Missing, None) };
    let (status, faults) = match refusal {
        Refusal::Unknown => return told(collector, Notice::Missing, None),
        Refusal::Closed => return told_of(collector, Notice::Closed, id, &typed.lang),
        // Whoever answers so fast has typed before: the token is good a moment later.
        Refusal::Busy(Busy(seconds)) if seconds > 2 => return told(collector, Notice::Busy, None),
        Refusal::Busy(_) | Refusal::Token(_) => (StatusCode::OK, Vec::new()),
        Refusal::Invalid(faults) => (StatusCode::UNPROCESSABLE_ENTITY, faults),
    };
    let text = letter.text(&typed.lang);
    let token = collector.token(id);
    let document = Document {
        letter: &text.letter,
        form: &text.form,
        receiver: receiver(&text.url, text.form.action.as_str()),
        page: text.url.clone(),
        token: Some(&token),
        filled: Filled { answers: typed.answers, faults },
        notice: None,
    };
    form(status, document.html())
}

fn accepted(taken: &Taken) -> Response {
    let mail = if taken.soon { "soon" } else { "later" };
    let expires = whole_seconds(taken.expires);
    let by = ["code", "link"];
    let value = json!({"signature": taken.handle, "state": "pending", "by": by, "mail": mail, "expires": expires});
    (StatusCode::ACCEPTED, Json(value)).into_response()
}

fn refused(refusal: &Refusal) -> Response {
    match refusal {
        Refusal::Unknown => not_found(),
        Refusal::Closed => error(StatusCode::CONFLICT, json!({"error": "closed"})),
        Refusal::Busy(wait) => busy(*wait),
        Refusal::Token(fault) => invalid([("token", *fault)]),
        Refusal::Invalid(faults) => invalid(faults.iter().map(|(field, fault)| (field.as_str(), fault.as_str()))),
    }
}

fn invalid<'f>(faults: impl IntoIterator<Item = (&'f str, &'f str)>) -> Response {
    let fields: Map<String, Value> =
        faults.into_iter().map(|(field, fault)| (field.to_string(), fault.into())).collect();
    error(StatusCode::UNPROCESSABLE_ENTITY, json!({"error": "invalid", "fields": fields}))
}

/// A time as the interface writes it: `2026-12-06T12:00:00Z`.
pub fn whole_seconds(at: Timestamp) -> String {
    Timestamp::from_second(at.as_second()).unwrap_or(at).to_string()
}
