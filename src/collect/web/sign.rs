//! A sign-up.

use super::Shared;
use super::answer::{busy, error, not_found, settled};
use super::body::Body;
use super::from::sender;
use crate::collect::accept::Typed;
use crate::collect::collector::{Refusal, Taken};
use crate::collect::store::Store;
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
    settled(collector.sign(&id, &typed, from).await.map(|done| match done {
        Ok(taken) => accepted(&taken),
        Err(refusal) => refused(&refusal),
    }))
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
