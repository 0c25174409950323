//! Answers in JSON. Errors are codes: the texts are the widget's.

use crate::collect::limits::Busy;
use crate::collect::store::Full;
use axum::Json;
use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

/// A code, with what belongs to it.
pub fn error(status: StatusCode, value: Value) -> Response {
    (status, Json(value)).into_response()
}

/// There is nothing here.
pub fn not_found() -> Response {
    error(StatusCode::NOT_FOUND, json!({"error": "unknown"}))
}

/// The address is right, and the method is not.
pub fn not_allowed() -> Response {
    error(StatusCode::METHOD_NOT_ALLOWED, json!({"error": "method"}))
}

/// Too many came. Again after some seconds.
pub fn busy(Busy(seconds): Busy) -> Response {
    let mut response = error(StatusCode::TOO_MANY_REQUESTS, json!({"error": "busy", "retry": seconds}));
    response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
    response
}

/// The store failed. The log says how; the answer does not.
pub fn broken(failed: &anyhow::Error) -> Response {
    if failed.is::<Full>() {
        return busy(Busy(5));
    }
    crate::collect::log::error(&format!("{failed:#}"));
    error(StatusCode::SERVICE_UNAVAILABLE, json!({"error": "down"}))
}

/// The answer, or that the store failed.
pub fn settled(done: anyhow::Result<Response>) -> Response {
    done.unwrap_or_else(|failed| broken(&failed))
}
