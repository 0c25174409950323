//! Confirming by the code: for the widget, and on a page for browsers without scripts.

use super::Shared;
use super::answer::{busy, error};
use super::body::Body;
use super::from::attempt;
use super::page::{page, see, settled_either, told};
use crate::collect::collector::{Collector, Confirmed};
use crate::collect::outgoing::about_letter;
use crate::collect::pages::{self, CodeState, Notice, Sent};
use crate::collect::signature::{Signature, State as What, Token};
use crate::collect::store::Store;
use axum::Json;
use axum::extract::{ConnectInfo, Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::{Value, json};
use std::net::SocketAddr;

/// What a page for the code must know, and cannot ask the store: it is the same for addresses that have signed already.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Of {
    letter: String,
    lang: String,
    later: bool,
}

/// The address of the page for the code, seen from where one signs.
pub fn address(handle: &str, letter: &str, lang: &str, soon: bool) -> String {
    let query = url::form_urlencoded::Serializer::new(String::new())
        .append_pair("letter", letter)
        .append_pair("lang", lang)
        .append_pair("later", if soon { "false" } else { "true" })
        .finish();
    format!("../../signatures/{handle}/confirm?{query}")
}

/// `GET /v1/signatures/{signature}/confirm`: a field for the code. Changes nothing.
pub async fn ask<S: Store>(State(shared): State<Shared<S>>, Query(of): Query<Of>) -> Response {
    asked(&shared.collector, &of, CodeState::Awaited)
}

fn asked<S: Store>(collector: &Collector<S>, of: &Of, code: CodeState) -> Response {
    let Some(about) = about_letter(collector, &of.letter, &of.lang) else {
        return told(collector, Notice::Missing, None);
    };
    let status = match code {
        CodeState::Awaited => StatusCode::OK,
        CodeState::Wrong(_) => StatusCode::FORBIDDEN,
        CodeState::Over => StatusCode::GONE,
    };
    // An empty address is that of the page itself, with its query.
    page(status, pages::sent(&about, "", &Sent { later: of.later, code }))
}

/// `POST /v1/signatures/{signature}/confirm`
pub async fn confirm<S: Store>(
    State(shared): State<Shared<S>>,
    Path(handle): Path<String>,
    Query(of): Query<Of>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    body: Body,
) -> Response {
    let collector = &shared.collector;
    if let Err(wait) = attempt(collector, peer, &body.headers) {
        return if body.wants_page { told(collector, Notice::Busy, None) } else { busy(wait) };
    }
    let done = collector.confirm_by_code(&handle, body.get("code")).await;
    let answer = |done| if body.wants_page { on_page(collector, &of, done) } else { in_json(collector, done) };
    settled_either(collector, body.wants_page, done.map(answer))
}

fn on_page<S: Store>(collector: &Collector<S>, of: &Of, done: Confirmed) -> Response {
    match done {
        Confirmed::Yes(signature) => {
            let token = Token::of(&signature.id, &collector.key);
            see(&format!("../../../s/{}?confirmed", token.as_str()))
        }
        Confirmed::Wrong(left) => asked(collector, of, CodeState::Wrong(left)),
        Confirmed::Expired => asked(collector, of, CodeState::Over),
    }
}

fn in_json<S: Store>(collector: &Collector<S>, done: Confirmed) -> Response {
    match done {
        Confirmed::Yes(signature) => {
            let own = collector.published.get(&signature.letter).own;
            Json(confirmed(&signature, own)).into_response()
        }
        Confirmed::Wrong(left) => error(StatusCode::FORBIDDEN, json!({"error": "code", "left": left})),
        Confirmed::Expired => error(StatusCode::GONE, json!({"error": "expired"})),
    }
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
