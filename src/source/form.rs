//! The form to sign in front matter: short forms, and what a letter leaves to be understood.

use super::finding::Findings;
use super::located::{Located, Value};
use super::receivers;
use crate::files::hash::name_hash;
use crate::language::Language;
use crate::model::{Json, LanguageTag, Placeholder};

/// Members of a form that a translation takes from `letter.md` if it has none.
pub const INHERITED: [(&str, &str); 6] = [
    ("to", "sign.form.to"),
    ("action", "sign.form.action"),
    ("by", "sign.form.by"),
    ("ask", "sign.form.ask"),
    ("send", "sign.form.send"),
    ("confirms", "sign.form.confirms"),
];

/// Expands what can be expanded without the rest of the letter: a line that names the receiver, the names of fields.
pub fn normalise(form: &mut Located) {
    let line = form.line;
    if let Some(receiver) = form.as_text() {
        *form = Located::object(line, [("to", Located::text(line, receiver))]);
    }
    form.change("ask", |ask| {
        let Value::List(items) = &mut ask.value else { return };
        items.iter_mut().for_each(field);
    });
    form.change("confirms", flag);
}

/// A field by its name alone, or with its details.
fn field(item: &mut Located) {
    if let Some(name) = item.as_text() {
        *item = Located::object(item.line, [("field", Located::text(item.line, name))]);
    }
    item.change("required", flag);
    item.change("max", |max| {
        if let Some(number) = max.as_text().and_then(|text| text.parse().ok()) {
            max.value = Value::Leaf(Json::Number(number));
        }
    });
}

/// A text *true* or *false* as that; the model reports any other text.
fn flag(value: &mut Located) {
    if let Some(flag) = value.as_text().and_then(|text| text.parse().ok()) {
        value.value = Value::Leaf(Json::Bool(flag));
    }
}

/// Adds what the receiver, the letter's id and its language say. `folder` is that of the text's page, within the
/// letter's. Findings are noted where the form was written. Returns whether the letter's own page signs, because the
/// letter names no other.
pub fn complete(
    sign: &mut Located,
    id: &str,
    lang: &LanguageTag,
    folder: &str,
    findings: Option<&mut Findings>,
) -> bool {
    let Some(form) = sign.get_mut("form") else { return false };
    let mut is_known = true;
    if let Some(to) = form.get("to").cloned() {
        match to.as_text().ok_or_else(String::new).and_then(|to| receivers::form(to, id)) {
            Ok(known) => take(form, &known, to.line),
            Err(remedy) => {
                is_known = false;
                if let Some(findings) = findings {
                    let given = to.as_text().unwrap_or_default();
                    findings.error(to.line, format!("sign.form is “{given}”: {remedy}"));
                }
            }
        }
        form.remove("to");
    }
    form.change("ask", |ask| {
        let Value::List(items) = &mut ask.value else { return };
        for item in items {
            consent(item, lang);
        }
    });
    // No page can send JSON, so the page of another site signs.
    let sends_json = form.get("send").and_then(|send| send.get("as")).and_then(Located::as_text) == Some("json");
    if !is_known {
        // So that nothing else is reported about it.
        sign.remove("form");
    }
    let is_ours = sign.get("url").is_none() && !sends_json;
    if is_ours {
        sign.set("url", Located::text(sign.line, format!("{folder}sign/")));
    }
    is_ours
}

/// Takes the members of a known receiver that the letter doesn't give. Of what is sent, only what is asked.
fn take(form: &mut Located, known: &serde_json::Value, line: usize) {
    for (key, value) in known.as_object().into_iter().flatten() {
        if form.get(key).is_none() {
            form.set(key, located(value, line));
        }
    }
    form.change("ask", |ask| {
        let Value::List(items) = &mut ask.value else { return };
        items.iter_mut().for_each(field);
    });
    let ask = form.get("ask").cloned();
    let is_asked = |name: &str| match ask.as_ref().map(|ask| &ask.value) {
        Some(Value::List(items)) => items.iter().any(|item| item.get("field").and_then(Located::as_text) == Some(name)),
        _ => false,
    };
    form.change("send", |send| {
        send.change("body", |body| {
            keep_asked(body, &is_asked);
        });
    });
}

/// Takes away places that the form doesn't ask, and what holds nothing else. Returns whether anything is left.
fn keep_asked(value: &mut Located, is_asked: &dyn Fn(&str) -> bool) -> bool {
    match &mut value.value {
        Value::Leaf(Json::Text(text)) => match Placeholder::in_text(text) {
            Some(Placeholder::Answer(field)) => is_asked(field.as_str()),
            _ => true,
        },
        Value::Leaf(_) => true,
        Value::List(items) => {
            items.retain_mut(|item| keep_asked(item, is_asked));
            !items.is_empty()
        }
        Value::Object(members) => {
            let condition = members.iter().find(|(key, _)| key == "when").and_then(|(_, when)| when.as_text());
            if condition.is_some_and(|when| !is_asked(when)) {
                let otherwise = members.iter().find(|(key, _)| key == "else").map(|(_, value)| value.clone());
                let is_left = otherwise.is_some();
                if let Some(otherwise) = otherwise {
                    *value = otherwise;
                }
                return is_left;
            }
            members.retain_mut(|(_, member)| keep_asked(member, is_asked));
            !members.is_empty()
        }
    }
}

/// Gives the consent its words, if the letter has none, and the name of their version: another text is another
/// version.
fn consent(item: &mut Located, lang: &LanguageTag) {
    if item.get("field").and_then(Located::as_text) != Some("consent") {
        return;
    }
    if item.get("text").is_none() {
        item.set("text", Located::text(item.line, Language::new(lang).pages().consent));
    }
    let text = item.get("text").and_then(Located::as_text).unwrap_or_default().to_string();
    if item.get("id").is_none() {
        item.set("id", Located::text(item.line, consent_id(&text)));
    }
}

/// A known value, as if it stood in that line.
fn located(value: &serde_json::Value, line: usize) -> Located {
    match value {
        serde_json::Value::Array(items) => Located::list(line, items.iter().map(|item| located(item, line)).collect()),
        serde_json::Value::Object(members) => {
            let members = members.iter().map(|(key, member)| (key.clone(), located(member, line))).collect();
            Located { line, value: Value::Object(members) }
        }
        leaf => Located { line, value: Value::Leaf(Json::from(leaf.clone())) },
    }
}

/// The id of a consent that the letter gives none: another for each text.
#[must_use]
pub fn consent_id(text: &str) -> String {
    name_hash(text.as_bytes())[..8].to_string()
}
