//! The fields of a request: `application/x-www-form-urlencoded` or JSON, at most 8 KiB.

use super::answer::error;
use axum::body::Bytes;
use axum::extract::FromRequest;
use axum::extract::Request;
use axum::http::header::{ACCEPT, CONTENT_TYPE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use serde_json::{Value, json};

/// The fields, in their order.
pub type Fields = Vec<(String, String)>;

/// The fields of a body, and whether the sender wants a page as the answer.
#[derive(Debug)]
pub struct Body {
    /// The fields.
    pub fields: Fields,
    /// Whether a browser sent it that shows the answer itself.
    pub wants_page: bool,
    /// The headers of the request.
    pub headers: HeaderMap,
}

impl<S: Send + Sync> FromRequest<S> for Body {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Body, Response> {
        let headers = request.headers().clone();
        let bytes = Bytes::from_request(request, state).await.map_err(|rejection| match rejection.status() {
            StatusCode::PAYLOAD_TOO_LARGE => error(StatusCode::PAYLOAD_TOO_LARGE, json!({"error": "long"})),
            status => error(status, json!({"error": "body"})),
        })?;
        let header = |name| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let is_json = header(CONTENT_TYPE).split(';').next().unwrap_or_default().trim() == "application/json";
        let fields = if is_json { of_json(&bytes) } else { Some(of_form(&bytes)) };
        let Some(fields) = fields else { return Err(error(StatusCode::BAD_REQUEST, json!({"error": "body"}))) };
        let wants_page = header(ACCEPT).split(',').any(|kind| kind.trim().starts_with("text/html"));
        Ok(Body { fields, wants_page, headers })
    }
}

impl Body {
    /// The value of a field, empty if there is none.
    pub fn get(&self, name: &str) -> &str {
        self.fields
            .iter()
            .rev()
            .find_map(|(known, value)| (known == name).then_some(value.as_str()))
            .unwrap_or_default()
    }
}

fn of_form(bytes: &[u8]) -> Fields {
    url::form_urlencoded::parse(bytes).into_owned().collect()
}

/// A flat object of texts, numbers and ticks.
fn of_json(bytes: &[u8]) -> Option<Fields> {
    let Value::Object(members) = serde_json::from_slice(bytes).ok()? else { return None };
    let field = |(name, value): (String, Value)| match value {
        Value::String(text) => Some((name, text)),
        Value::Bool(true) => Some((name, "yes".to_string())),
        Value::Bool(false) | Value::Null => Some((name, String::new())),
        Value::Number(number) => Some((name, number.to_string())),
        Value::Array(_) | Value::Object(_) => None,
    };
    members.into_iter().map(field).collect()
}
