//! The form's token.

use super::Shared;
use super::answer::{not_found, settled};
use crate::collect::store::Store;
use axum::Json;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use serde_json::json;

/// `GET /v1/letters/{id}/form`
pub async fn form<S: Store>(State(shared): State<Shared<S>>, Path(id): Path<String>) -> Response {
    let collector = &shared.collector;
    settled(collector.is_open(&id).await.map(|open| match open {
        Some(open) => Json(json!({"token": collector.token(&id), "open": open})).into_response(),
        None => not_found(),
    }))
}
