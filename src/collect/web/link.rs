//! The way to a signatory's own page, by mail.

use super::Shared;
use super::answer::{busy, not_found};
use super::body::Body;
use super::from::attempt;
use super::page::{settled, settled_either, told, told_of};
use crate::collect::pages::Notice;
use crate::collect::store::Store;
use axum::Json;
use axum::extract::{ConnectInfo, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::json;
use std::net::SocketAddr;

/// `POST /link`, from the page of a link that is over: nobody knows of which letter it was, so all are looked through.
pub async fn any<S: Store>(
    State(shared): State<Shared<S>>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    body: Body,
) -> Response {
    let collector = &shared.collector;
    if attempt(collector, peer, &body.headers).is_err() {
        return told(collector, Notice::Busy, None);
    }
    let letters: Vec<&str> = collector.settings.letters.keys().map(String::as_str).collect();
    let done = collector.link(&letters, body.get("email")).await;
    settled(collector, done.map(|()| told(collector, Notice::LinkSent, None)))
}

/// `POST /v1/letters/{id}/link`. The answer never tells whether anybody has signed with the address.
pub async fn link<S: Store>(
    State(shared): State<Shared<S>>,
    Path(id): Path<String>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    body: Body,
) -> Response {
    let collector = &shared.collector;
    if collector.letter(&id).is_none() {
        return if body.wants_page { told(collector, Notice::Missing, None) } else { not_found() };
    }
    if let Err(wait) = attempt(collector, peer, &body.headers) {
        return if body.wants_page { told(collector, Notice::Busy, None) } else { busy(wait) };
    }
    let done = collector.link(&[&id], body.get("email")).await.map(|()| {
        if body.wants_page {
            told_of(collector, Notice::LinkSent, &id, body.get("lang"))
        } else {
            (StatusCode::ACCEPTED, Json(json!({"state": "sent"}))).into_response()
        }
    });
    settled_either(collector, body.wants_page, done)
}
