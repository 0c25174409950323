//! The pages of a signatory. GET and HEAD change nothing: programs that look through mails follow links.

use super::Shared;
use super::body::Body;
use super::from::{Site, site};
use super::page::{page, see, settled, told};
use crate::collect::accept::Typed;
use crate::collect::collector::Collector;
use crate::collect::outgoing::about;
use crate::collect::pages::{self, Notice, Own, Told};
use crate::collect::signature::{Signature, State as What};
use crate::collect::state::Act;
use crate::collect::store::{Outcome, Store};
use crate::publish::sign_page::Filled;
use anyhow::Result;
use axum::Json;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

/// `GET /c/{token}`: what would be published, and two buttons.
pub async fn confirming<S: Store>(State(shared): State<Shared<S>>, Path(token): Path<String>) -> Response {
    let collector = &shared.collector;
    let answer = |signature: Option<Signature>| match signature {
        Some(signature) if signature.state == What::Pending => match about(collector, &signature) {
            Some(about) => page(StatusCode::OK, pages::confirm(&about, &signature)),
            None => told(collector, Notice::Missing, None),
        },
        Some(_) => see(&format!("../s/{token}")),
        None => told(collector, Notice::Expired, None),
    };
    settled(collector, collector.of_token(&token).await.map(answer))
}

/// `POST /c/{token}`, with `do=confirm` or `do=reject`. Pressed twice, it does the same.
pub async fn confirm<S: Store>(State(shared): State<Shared<S>>, Path(token): Path<String>, body: Body) -> Response {
    settled(&shared.collector, confirm_or_reject(&shared.collector, &token, &body).await)
}

async fn confirm_or_reject<S: Store>(collector: &Collector<S>, token: &str, body: &Body) -> Result<Response> {
    if site(&collector.settings.url, &body.headers) == Site::Other {
        return Ok(told(collector, Notice::Missing, None));
    }
    let is_reject = body.get("do") == "reject";
    let Some(signature) = collector.of_token(token).await? else {
        // Of a rejected signature nothing is left, so pressing the button again does the same.
        return Ok(if is_reject {
            see(&format!("../s/{token}?rejected"))
        } else {
            told(collector, Notice::Expired, None)
        });
    };
    let act = match body.get("do") {
        "confirm" => collector.confirming(&signature).await?,
        "reject" => Act::Reject,
        _ => return Ok(told(collector, Notice::Missing, Some(&signature))),
    };
    collector.act(&signature.id, act).await?;
    Ok(see(&format!("../s/{token}?{}", if is_reject { "rejected" } else { "confirmed" })))
}

/// `GET /s/{token}`. What has just happened is in the query, and changes only what the page says first.
pub async fn own<S: Store>(
    State(shared): State<Shared<S>>,
    Path(token): Path<String>,
    RawQuery(query): RawQuery,
) -> Response {
    let collector = &shared.collector;
    let query = query.unwrap_or_default();
    let answer = |signature: Option<Signature>| {
        let Some(signature) = signature else {
            let notice = match query.as_str() {
                "rejected" => Notice::Rejected,
                "erased" => Notice::Erased,
                _ => Notice::Expired,
            };
            return told(collector, notice, None);
        };
        if signature.state == What::Pending {
            return see(&format!("../c/{token}"));
        }
        let now = match query.as_str() {
            "confirmed" => Told::Confirmed,
            "saved" => Told::Saved,
            _ => Told::Nothing,
        };
        shown(collector, &signature, &token, now, StatusCode::OK, None)
    };
    settled(collector, collector.of_token(&token).await.map(answer))
}

fn shown<S: Store>(
    collector: &Collector<S>,
    signature: &Signature,
    token: &str,
    now: Told,
    status: StatusCode,
    faults: Option<&Filled>,
) -> Response {
    let letter = collector.letter(&signature.letter);
    let (Some(about), Some(letter)) = (about(collector, signature), letter) else {
        return told(collector, Notice::Missing, None);
    };
    let before = collector.published.get(&signature.letter).own;
    let number = signature.number.map(|number| before + number);
    // `news` is not asked yet.
    let news = false;
    let own = Own { token, form: &letter.text(&signature.words.lang).form, faults, number, news, now };
    page(status, pages::own(&about, signature, &own))
}

/// `POST /s/{token}`, with `do=change`, `hide`, `show`, `withdraw` or `erase`.
pub async fn change<S: Store>(State(shared): State<Shared<S>>, Path(token): Path<String>, body: Body) -> Response {
    settled(&shared.collector, do_change(&shared.collector, &token, &body).await)
}

async fn do_change<S: Store>(collector: &Collector<S>, token: &str, body: &Body) -> Result<Response> {
    if site(&collector.settings.url, &body.headers) == Site::Other {
        return Ok(told(collector, Notice::Missing, None));
    }
    let Some(signature) = collector.of_token(token).await? else {
        return Ok(told(collector, Notice::Expired, None));
    };
    let act = match body.get("do") {
        "hide" => Act::Hide,
        "show" => Act::Show,
        "withdraw" => Act::Withdraw,
        "erase" => Act::Erase,
        "change" => {
            let typed = Typed::of(&body.fields);
            match collector.changing(&signature, &typed) {
                Ok(act) => act,
                Err(faults) => {
                    let filled = Filled { answers: typed.answers, faults };
                    let status = StatusCode::UNPROCESSABLE_ENTITY;
                    return Ok(shown(collector, &signature, token, Told::Nothing, status, Some(&filled)));
                }
            }
        }
        // `news` is not asked yet, so nobody gets any.
        "news-off" => return Ok(see(&format!("{token}?saved"))),
        _ => return Ok(told(collector, Notice::Missing, Some(&signature))),
    };
    let erases = act == Act::Erase;
    Ok(match collector.act(&signature.id, act).await? {
        Outcome::Refused(signature) => shown(collector, &signature, token, Told::Nothing, StatusCode::CONFLICT, None),
        _ => see(&format!("{token}?{}", if erases { "erased" } else { "saved" })),
    })
}

/// `GET /s/{token}/data.json`: everything that is kept (GDPR, Articles 15 and 20).
pub async fn data<S: Store>(State(shared): State<Shared<S>>, Path(token): Path<String>) -> Response {
    let collector = &shared.collector;
    super::answer::settled(own_data(collector, &token).await)
}

async fn own_data<S: Store>(collector: &Collector<S>, token: &str) -> Result<Response> {
    let Some(signature) = collector.of_token(token).await? else { return Ok(super::answer::not_found()) };
    let consent = match &signature.consent {
        Some((id, _)) => collector.store.consent(&signature.letter, id, &signature.words.lang).await?,
        None => None,
    };
    Ok(Json(everything(&signature, collector.address(&signature), consent)).into_response())
}

/// Everything that is kept about a signature.
fn everything(signature: &Signature, address: Option<String>, agreed: Option<String>) -> Value {
    let words = &signature.words;
    let consent = signature.consent.as_ref().map(|(id, at)| json!({"id": id, "text": agreed, "given": at.to_string()}));
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
