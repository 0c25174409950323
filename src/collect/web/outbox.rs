//! The outbox of the demonstration. Never for a collector that others reach: mails have codes and links in them.

use super::page::page;
use crate::collect::pages::outbox::{letter, list, one, read};
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use std::path::PathBuf;

/// The list at `/collect/outbox`, and each mail below it.
pub fn routes(folder: PathBuf) -> Router {
    Router::new()
        .route("/collect/outbox", get(mails))
        .route("/collect/outbox/{file}", get(mail))
        .layer(axum::middleware::from_fn(super::headers::add))
        .with_state(folder)
}

async fn mails(State(folder): State<PathBuf>) -> Response {
    match read(&folder) {
        Ok(mails) => page(StatusCode::OK, list(&mails)),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, format!("{error:#}")).into_response(),
    }
}

async fn mail(State(folder): State<PathBuf>, Path(file): Path<String>) -> Response {
    match one(&folder, &file) {
        Some(mail) => page(StatusCode::OK, letter(&mail)),
        None => (StatusCode::NOT_FOUND, "there is no such mail").into_response(),
    }
}
