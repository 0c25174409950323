//! A sign-up.

use super::Shared;
use super::answer::{busy, error, not_found};
use super::body::Body;
use super::confirm;
use super::from::sender;
use super::page::{page, see, settled_either, told, told_of};
use crate::collect::accept::Typed;
use crate::collect::collector::{Collector, Refusal, Taken};
use crate::collect::limits::Busy;
use crate::collect::pages::Notice;
use crate::collect::store::Store;
use crate::language::{Language, fill};
use crate::publish::sign_page::{Document, Filled};
use crate::signing::receiver;
use axum::Json;
use axum::extract::{ConnectInfo, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use maud::PreEscaped;
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
    let answer = |done: Result<Taken, Refusal>| match (done, body.wants_page) {
        (Ok(taken), false) => accepted(&taken),
        (Ok(taken), true) => see(&confirm::address(&taken.handle, &id, &typed.lang, taken.soon)),
        (Err(refusal), false) => refused(&refusal),
        (Err(refusal), true) => form_again(collector, &id, &typed, refusal),
    };
    let done = collector.sign(&id, &typed, from).await.map(answer);
    settled_either(collector, body.wants_page, done)
}

/// What a browser without scripts sees: the form once more, filled, with what is wrong beside its fields, and with a
/// token, which the page in the site can't have.
fn form_again<S: Store>(collector: &Collector<S>, id: &str, typed: &Typed, refusal: Refusal) -> Response {
    let letter = match refusal {
        Refusal::Unknown => return told(collector, Notice::Missing, None),
        Refusal::Closed => return told_of(collector, Notice::Closed, id, &typed.lang),
        _ => collector.letter(id),
    };
    let Some(letter) = letter else { return told(collector, Notice::Missing, None) };
    let text = letter.text(&typed.lang);
    let language = Language::new(&text.lang);
    let texts = language.sign_texts();
    let (status, notice, faults) = match refusal {
        Refusal::Busy(Busy(seconds)) => {
            (StatusCode::TOO_MANY_REQUESTS, fill(texts.busy, "n", &language.number(seconds.max(2))), Vec::new())
        }
        Refusal::Invalid(faults) => (StatusCode::UNPROCESSABLE_ENTITY, texts.once_more.to_string(), faults),
        _ => (StatusCode::OK, texts.once_more.to_string(), Vec::new()),
    };
    let document = Document {
        letter: &text.letter,
        form: &text.form,
        receiver: receiver(&text.url, text.form.action.as_str()),
        page: text.url.clone(),
        token: Some(&collector.token_again(id, typed)),
        partner: typed.partner.as_deref(),
        script: None,
        filled: Filled { answers: typed.answers.clone(), faults },
        notice: Some(notice),
    };
    page(status, PreEscaped(document.html()))
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
