//! Writes down answers for their receiver: as a form of a page would, or as JSON.

use super::answers::Answers;
use crate::model::{By, Condition, Field, Json, Placeholder, Send, SignForm};

/// What a form knows besides answers. It never knows the page that is read.
#[derive(Clone, Copy, Debug, Default)]
pub struct Context<'c> {
    /// The host page's `partner`.
    pub partner: Option<&'c str>,
    /// The language of the form.
    pub lang: &'c str,
}

impl Context<'_> {
    /// The value of a place.
    fn value<'v>(&'v self, place: Placeholder, answers: &'v Answers) -> Option<&'v str> {
        match place {
            Placeholder::Answer(field) => answers.get(field),
            Placeholder::Partner => self.partner.filter(|partner| !partner.is_empty()),
            Placeholder::Lang => Some(self.lang),
        }
    }
}

/// The receiver's name for a field, for `partner` or for `lang`. `None` if that is not sent.
#[must_use]
pub fn sent_as<'f>(form: &'f SignForm, ours: &'f str) -> Option<&'f str> {
    let theirs = match &form.send {
        Send::Form { names, .. } => names.iter().find(|(name, _)| name == ours).map(|(_, theirs)| theirs.as_str()),
        Send::Json { .. } => None,
    };
    let is_ours = form.by == By::Collect || Field::parse(ours).is_some();
    theirs.or(is_ours.then_some(ours))
}

/// The names and values that a form sends, in the order of its fields. Only what the form asks is sent.
#[must_use]
pub fn pairs(form: &SignForm, answers: &Answers, context: Context) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    let mut add = |ours: &str, value: Option<&str>| {
        if let (Some(name), Some(value)) = (sent_as(form, ours), value) {
            pairs.push((name.to_string(), value.to_string()));
        }
    };
    for ask in &form.ask {
        add(ask.field.as_str(), answers.get(ask.field));
    }
    add("lang", context.value(Placeholder::Lang, answers));
    add("partner", context.value(Placeholder::Partner, answers));
    if let Send::Form { also, .. } = &form.send {
        pairs.extend_from_slice(also);
    }
    pairs
}

/// The pairs as `application/x-www-form-urlencoded` (URL Standard, section 5.2).
#[must_use]
pub fn urlencoded(pairs: &[(String, String)]) -> String {
    let mut text = String::new();
    for (name, value) in pairs {
        if !text.is_empty() {
            text.push('&');
        }
        encode(name, &mut text);
        text.push('=');
        encode(value, &mut text);
    }
    text
}

fn encode(value: &str, text: &mut String) {
    for byte in value.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'*' | b'-' | b'.' | b'_' => text.push(byte.into()),
            b' ' => text.push('+'),
            _ => {
                text.push('%');
                text.extend([byte >> 4, byte & 15].map(hexadecimal));
            }
        }
    }
}

fn hexadecimal(digit: u8) -> char {
    char::from_digit(digit.into(), 16).unwrap_or_default().to_ascii_uppercase()
}

/// The document that a form sends as JSON; `None` if it sends none. A place without an answer takes its member away,
/// and so does what has no other members.
#[must_use]
pub fn json_body(form: &SignForm, answers: &Answers, context: Context) -> Option<Json> {
    let Send::Json { body, .. } = &form.send else { return None };
    let asked = |field: Field| form.asks(field).is_some();
    Some(fill(body, &asked, answers, context).unwrap_or(Json::Object(Vec::new())))
}

/// The value with its places filled. `None` if nothing fills it.
fn fill(template: &Json, asked: &dyn Fn(Field) -> bool, answers: &Answers, context: Context) -> Option<Json> {
    match template {
        Json::Text(text) => match Placeholder::in_text(text) {
            Some(Placeholder::Answer(field)) if !asked(field) => None,
            Some(place) => context.value(place, answers).map(|value| Json::Text(value.to_string())),
            None => Some(template.clone()),
        },
        Json::List(items) => {
            let filled: Vec<Json> = items.iter().filter_map(|item| fill(item, asked, answers, context)).collect();
            (!filled.is_empty() || items.is_empty()).then_some(Json::List(filled))
        }
        Json::Object(members) => {
            if let Some(Condition { when, is, otherwise }) = Condition::of(template) {
                let is_ticked = Field::parse(when)
                    .is_some_and(|field| field.is_box() && asked(field) && answers.get(field).is_some());
                return fill(if is_ticked { is } else { otherwise? }, asked, answers, context);
            }
            let member = |(key, value): &(String, Json)| Some((key.clone(), fill(value, asked, answers, context)?));
            let filled: Vec<_> = members.iter().filter_map(member).collect();
            (!filled.is_empty() || members.is_empty()).then_some(Json::Object(filled))
        }
        _ => Some(template.clone()),
    }
}

/// The document as text (RFC 8259).
#[must_use]
pub fn json_text(json: &Json) -> String {
    let mut text = String::new();
    write(json, &mut text);
    text
}

fn write(json: &Json, text: &mut String) {
    match json {
        Json::Null => text.push_str("null"),
        Json::Bool(true) => text.push_str("true"),
        Json::Bool(false) => text.push_str("false"),
        Json::Number(number) => text.push_str(&number.to_string()),
        Json::Text(value) => quote(value, text),
        Json::List(items) => {
            text.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    text.push(',');
                }
                write(item, text);
            }
            text.push(']');
        }
        Json::Object(members) => {
            text.push('{');
            for (index, (key, value)) in members.iter().enumerate() {
                if index > 0 {
                    text.push(',');
                }
                quote(key, text);
                text.push(':');
                write(value, text);
            }
            text.push('}');
        }
    }
}

fn quote(value: &str, text: &mut String) {
    text.push('"');
    for char in value.chars() {
        match char {
            '"' | '\\' => text.extend(['\\', char]),
            '\u{0}'..='\u{1f}' => {
                text.push_str("\\u00");
                let byte = u8::try_from(char).unwrap_or_default();
                text.extend([byte >> 4, byte & 15].map(hexadecimal));
            }
            _ => text.push(char),
        }
    }
    text.push('"');
}

/// Whether a receiver's answer is a refusal by the pointer that the form gives: something other than `null` or an empty
/// list is there, or the answer is no JSON, so that nobody can tell.
#[must_use]
pub fn is_failure(form: &SignForm, answer: Option<&Json>) -> bool {
    let Send::Json { fails: Some(pointer), .. } = &form.send else { return false };
    let Some(answer) = answer else { return true };
    answer.at(pointer).is_some_and(|there| *there != Json::Null && *there != Json::List(Vec::new()))
}
