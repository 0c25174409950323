//! Confirming by the code.

use super::Shared;
use super::answer::{busy, error, settled};
use super::body::Body;
use super::from::sender;
use crate::collect::collector::Confirmed;
use crate::collect::signature::{Signature, State as What};
use crate::collect::store::Store;
use axum::Json;
use axum::extract::{ConnectInfo, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use std::net::SocketAddr;

/// `POST /v1/signatures/{signature}/confirm`
pub async fn confirm<S: Store>(
    State(shared): State<Shared<S>>,
    Path(handle): Path<String>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    body: Body,
) -> Response {
    let collector = &shared.collector;
    let from = sender(peer, &body.headers, &collector.settings.proxies);
    if let Err(wait) = collector.limits.try_from(from, collector.now()) {
        return busy(wait);
    }
    settled(collector.confirm_by_code(&handle, body.get("code")).await.map(|done| match done {
        Confirmed::Yes(signature) => {
            let own = collector.published.get(&signature.letter).own;
            Json(confirmed(&signature, own)).into_response()
        }
        Confirmed::Wrong(left) => error(StatusCode::FORBIDDEN, json!({"error": "code", "left": left})),
        Confirmed::Expired => error(StatusCode::GONE, json!({"error": "expired"})),
    }))
}

/// What is told of a confirmed signature. `own` is how many signatures the coordinator's own table has.
fn confirmed(signature: &Signature, own: u64) -> Value {
    let (id, name, shown) = (signature.id.as_str(), signature.words.published_name(), signature.shown);
    match (signature.state, signature.number) {
        (What::Confirmed, Some(number)) => {
            json!({"state": "confirmed", "id": id, "number": own + number, "name": name, "shown": shown})
        }
        _ => json!({"state": "held", "id": id, "name": name, "shown": shown}),
    }
}
