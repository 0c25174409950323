//! What is sent to the receiver, and what it answers.

use super::Session;
use crate::browser::{Moment, is_online, wait};
use crate::fetch::{Body, Response, send};
use crate::model::{By, SignForm};
use crate::signing::{
    Answers, Confirmed, Context, Course, Reply, Sent, Trouble, confirmed, json_body, json_text, pairs, sent, token,
    urlencoded,
};
use js_sys::{Function, Reflect, Uint8Array};
use leptos::prelude::Update;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;

/// Milliseconds for an answer.
const TIME_MS: u32 = 30_000;
/// Milliseconds for which a token is used; the collector takes it for two hours.
const TOKEN_MS: f64 = 6_000_000.0;
/// Milliseconds before the collector takes a token: nobody types faster.
const YOUNG_MS: f64 = 2_500.0;

const FORM: &str = "application/x-www-form-urlencoded";
const JSON: &str = "application/json";

impl Session {
    /// Asks for the token while somebody types.
    pub fn prepare(self: &Rc<Self>) {
        let session = self.clone();
        spawn_local(async move {
            let form = session.now.borrow().form.clone();
            if form.by == By::Collect && session.token(&form).await == Ok(None) {
                session.course.update(Course::close);
            }
        });
    }

    /// The collector's token; `None` if the letter is closed.
    async fn token(&self, form: &SignForm) -> Result<Option<String>, Trouble> {
        let known = self.token.borrow().clone().filter(|(_, since)| since.elapsed() < TOKEN_MS);
        if let Some((token, _)) = known {
            return Ok(Some(token));
        }
        let Some((base, id)) = form.collector() else { return Err(Trouble::Failed) };
        let reply = ask(&[base, "letters/", id, "/form"].concat(), None).await;
        let token = token(reply)?;
        self.token.replace(token.clone().map(|token| (token, Moment::now())));
        Ok(token)
    }

    /// Sends the answers.
    pub async fn deliver(&self, answers: &Answers) -> Sent {
        let form = self.now.borrow().form.clone();
        let body = match self.body(&form, answers).await {
            Ok(Some(body)) => body,
            Ok(None) => return Sent::Closed,
            Err(trouble) => return Sent::Trouble(trouble),
        };
        sent(&form, ask(form.action.as_str(), Some(body)).await)
    }

    /// What is sent; `None` if the letter is closed.
    async fn body(&self, form: &SignForm, answers: &Answers) -> Result<Option<Body>, Trouble> {
        let (mut body, text) = {
            let now = self.now.borrow();
            let partner = now.of.settings.partner.as_deref();
            let context = Context { partner, lang: now.of.arrived.letter.lang.as_str() };
            if let Some(json) = json_body(form, answers, context) {
                return Ok(Some(Body { kind: JSON, text: json_text(&json) }));
            }
            let body = pairs(form, answers, context);
            let text = urlencoded(&body);
            (body, text)
        };
        if form.by != By::Collect {
            return Ok(Some(Body { kind: FORM, text }));
        }
        let Some(token) = self.token(form).await? else { return Ok(None) };
        let since = self.token.borrow().as_ref().map_or(YOUNG_MS, |(_, since)| since.elapsed());
        if since < YOUNG_MS {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is from 0 to YOUNG_MS")]
            wait((YOUNG_MS - since).ceil() as u32).await;
        }
        body.extend([("token".to_string(), token), ("key".to_string(), self.key(text))]);
        Ok(Some(Body { kind: FORM, text: urlencoded(&body) }))
    }

    /// A key for what is sent: the same again for the same, so that a repetition is no second signature.
    fn key(&self, text: String) -> String {
        let known = self.last.borrow().clone().filter(|(last, _)| *last == text);
        let (text, key) = known.unwrap_or_else(|| (text, random()));
        self.last.replace(Some((text, key.clone())));
        key
    }

    /// Sends the code.
    pub async fn deliver_code(&self, signature: &str, code: &str) -> Confirmed {
        let form = self.now.borrow().form.clone();
        let Some((base, _)) = form.collector() else { return Confirmed::Trouble(Trouble::Failed) };
        let url = [base, "signatures/", signature, "/confirm"].concat();
        let text = urlencoded(&[("code".to_string(), code.to_string())]);
        confirmed(ask(&url, Some(Body { kind: FORM, text })).await)
    }
}

async fn ask(url: &str, body: Option<Body>) -> Reply {
    if !is_online() {
        return Reply::Offline;
    }
    match send(url, body, TIME_MS).await {
        Some(Response { status, json, retry }) => Reply::Answer { status, json, retry },
        None => Reply::Lost,
    }
}

/// 128 random bits in hexadecimal digits.
fn random() -> String {
    let bytes = Uint8Array::new_with_length(16);
    let crypto = Reflect::get(&js_sys::global(), &"crypto".into()).unwrap_or(JsValue::UNDEFINED);
    let fill = Reflect::get(&crypto, &"getRandomValues".into()).ok().and_then(|fill| fill.dyn_into::<Function>().ok());
    let _ = fill.map(|fill| fill.call2(&crypto, &bytes, &JsValue::UNDEFINED));
    let digits = bytes.to_vec().into_iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.filter_map(|digit| char::from_digit(digit.into(), 16)).collect()
}
