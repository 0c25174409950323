//! The pages of a signatory. GET and HEAD change nothing: programs that look through mails follow links.

use super::Shared;
use super::answer::{not_found, settled};
use super::body::Body;
use crate::collect::accept::Typed;
use crate::collect::signature::{Signature, State as What};
use crate::collect::state::Act;
use crate::collect::store::{Outcome, Store};
use anyhow::Result;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::LOCATION;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

/// `GET /c/{token}`: what would be published, and two buttons.
pub async fn confirming<S: Store>(State(shared): State<Shared<S>>, Path(token): Path<String>) -> Response {
    let collector = &shared.collector;
    settled(collector.of_token(&token).await.map(|signature| match signature {
        Some(signature) if signature.state == What::Pending => {
            Json(json!({"name": signature.words.published_name()})).into_response()
        }
        Some(_) => see(&format!("../s/{token}")),
        None => not_found(),
    }))
}

/// `POST /c/{token}`
pub async fn confirm<S: Store>(State(shared): State<Shared<S>>, Path(token): Path<String>, body: Body) -> Response {
    settled(confirm_or_reject(&shared, &token, &body).await)
}

async fn confirm_or_reject<S: Store>(shared: &Shared<S>, token: &str, body: &Body) -> Result<Response> {
    let collector = &shared.collector;
    let Some(signature) = collector.of_token(token).await? else { return Ok(not_found()) };
    let act = match body.get("do") {
        "confirm" => collector.confirming(&signature).await?,
        "reject" => Act::Reject,
        _ => return Ok(not_found()),
    };
    collector.act(&signature.id, act).await?;
    Ok(see(&format!("../s/{token}")))
}

/// `GET /s/{token}`
pub async fn page<S: Store>(State(shared): State<Shared<S>>, Path(token): Path<String>) -> Response {
    settled(shared.collector.of_token(&token).await.map(|signature| match signature {
        Some(signature) => Json(json!({"state": signature.state.name()})).into_response(),
        None => not_found(),
    }))
}

/// `POST /s/{token}`
pub async fn change<S: Store>(State(shared): State<Shared<S>>, Path(token): Path<String>, body: Body) -> Response {
    settled(do_change(&shared, &token, &body).await)
}

async fn do_change<S: Store>(shared: &Shared<S>, token: &str, body: &Body) -> Result<Response> {
    let collector = &shared.collector;
    let Some(signature) = collector.of_token(token).await? else { return Ok(not_found()) };
    let act = match body.get("do") {
        "hide" => Act::Hide,
        "show" => Act::Show,
        "withdraw" => Act::Withdraw,
        "erase" => Act::Erase,
        "reject" => Act::Reject,
        "change" => match collector.changing(&signature, &Typed::of(&body.fields)) {
            Ok(act) => act,
            Err(_) => return Ok(StatusCode::UNPROCESSABLE_ENTITY.into_response()),
        },
        _ => return Ok(not_found()),
    };
    Ok(match collector.act(&signature.id, act).await? {
        Outcome::Refused(_) => StatusCode::CONFLICT.into_response(),
        _ => see(token),
    })
}

/// `GET /s/{token}/data.json`: everything that is kept (GDPR, Articles 15 and 20).
pub async fn data<S: Store>(State(shared): State<Shared<S>>, Path(token): Path<String>) -> Response {
    let collector = &shared.collector;
    settled(collector.of_token(&token).await.map(|signature| match signature {
        Some(signature) => Json(everything(&signature, collector.address(&signature))).into_response(),
        None => not_found(),
    }))
}

/// Everything that is kept about a signature.
fn everything(signature: &Signature, address: Option<String>) -> Value {
    let words = &signature.words;
    let consent = signature.consent.as_ref().map(|(id, at)| json!({"id": id, "given": at.to_string()}));
    json!({
        "letter": signature.letter,
        "id": signature.id.as_str(),
        "state": signature.state.name(),
        "name": words.name,
        "kind": words.kind.as_str(),
        "organisation": words.organisation,
        "role": words.role,
        "country": words.country,
        "comment": words.comment,
        "language": words.lang,
        "shown": signature.shown,
        "partner": signature.partner,
        "text": signature.text,
        "consent": consent,
        "signed": signature.created.to_string(),
        "confirmed": signature.confirmed.map(|at| at.to_string()),
        "changed": signature.changed.to_string(),
        "number": signature.number,
        "address": address,
        "reason": signature.reason,
    })
}

/// On to another page, by GET (RFC 9110, 15.4.4).
fn see(location: &str) -> Response {
    (StatusCode::SEE_OTHER, [(LOCATION, location.to_string())]).into_response()
}
