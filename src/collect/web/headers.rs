//! Headers of every answer, and the answer to preflight requests (Fetch standard, CORS).

use axum::extract::Request;
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE, CACHE_CONTROL, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// Every origin may ask, and none sends anything of its own along: cookies are neither sent nor read.
pub async fn add(request: Request, next: Next) -> Response {
    let is_interface = request.uri().path().contains("/v1/");
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let value = HeaderValue::from_static;
    headers.insert(CACHE_CONTROL, value("no-store"));
    headers.insert(REFERRER_POLICY, value("no-referrer"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, value("nosniff"));
    if is_interface {
        headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, value("*"));
        headers.insert(ACCESS_CONTROL_EXPOSE_HEADERS, value("Retry-After"));
    }
    response
}

/// The answer to a preflight request, which browsers send before JSON.
pub async fn preflight() -> Response {
    let headers = [
        (ACCESS_CONTROL_ALLOW_METHODS, "POST"),
        (ACCESS_CONTROL_ALLOW_HEADERS, "content-type"),
        (ACCESS_CONTROL_MAX_AGE, "86400"),
    ];
    (StatusCode::NO_CONTENT, headers).into_response()
}
