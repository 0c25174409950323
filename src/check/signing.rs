//! Checks the form to sign: what the law asks, who receives the data, and what partners must allow.

use super::note::Note;
use crate::language::Language;
use crate::model::{
    By, Condition, Field, Json, LanguageTag, Letter, Placeholder, Send, SignForm, as_written, host, is_loopback,
};

const CODE: &str = "sign";

/// Checks the form of a letter that is open.
#[must_use]
pub fn check(letter: &Letter) -> Vec<Note> {
    let json = letter.sign.as_ref().and_then(|sign| sign.form.as_ref()).filter(|_| letter.is_open());
    let Some(form) = json.and_then(|json| SignForm::of(json, &as_written).0) else { return Vec::new() };
    let mut notes = rights(letter, &form);
    notes.extend(receiver(letter, &form));
    notes.extend(subscribes(letter, &form));
    notes.extend(places(&form));
    notes
}

/// What who signs must be told and asked (GDPR, articles 7, 9 and 13: signing shows a political opinion).
fn rights(letter: &Letter, form: &SignForm) -> Vec<Note> {
    let mut notes = Vec::new();
    if letter.privacy.is_none() {
        let message = "is missing, and the form collects data: give the address of a page that says who has them, what for \
                       and for how long";
        notes.push(Note::warning("privacy", CODE, message));
    }
    if form.asks(Field::Consent).is_none() && form.by != By::Page {
        let message = "asks for no consent, which data on political opinions need: add consent, with its text";
        notes.push(Note::warning("sign.form.ask", CODE, message));
    }
    notes
}

/// Who receives the data, and the line for partners who have a policy.
fn receiver(letter: &Letter, form: &SignForm) -> Option<Note> {
    let action = form.action.as_str();
    let receiver = host(action)?;
    if is_loopback(receiver) {
        let message = format!("is {receiver}, this machine: readers elsewhere can't sign there");
        return Some(Note::hint("sign.form.action", CODE, message));
    }
    if letter.url.as_ref().and_then(|url| host(url.as_str())) == Some(receiver) {
        return None;
    }
    let policy = if form.by == By::Page {
        "the page that signs sends it there, so partners need to allow nothing".to_string()
    } else {
        format!("partners with a Content-Security-Policy allow it by connect-src https://{receiver}")
    };
    let message =
        format!("sends the data to {receiver}, which the form names if that is not the site's own host; {policy}");
    Some(Note::hint("sign.form.action", CODE, message))
}

/// Action Network puts each new person on the list of the group: its documentation of `status`.
fn subscribes(letter: &Letter, form: &SignForm) -> Option<Note> {
    if host(form.action.as_str()) != Some("actionnetwork.org") || !matches!(form.send, Send::Json { .. }) {
        return None;
    }
    let consent = form.asks(Field::Consent).and_then(|ask| ask.text.as_deref());
    let is_own = consent.is_some_and(|text| !is_default(text, &letter.lang));
    let message = "sends to Action Network, which subscribes each new person to the list of your group: say so in the text \
                   of consent, or take another receiver";
    (!is_own).then(|| Note::warning("sign.form.ask", CODE, message))
}

/// Answers that are asked and have no place in the document, and places within longer texts, which nothing fills.
fn places(form: &SignForm) -> Vec<Note> {
    let Send::Json { body, .. } = &form.send else { return Vec::new() };
    let mut texts = Vec::new();
    texts_in(body, &mut texts);
    let is_sent = |field| texts.iter().any(|text| Placeholder::in_text(text) == Some(Placeholder::Answer(field)));
    // That somebody signed is consent enough for a receiver that wants no word of it.
    let unsent = form.ask.iter().map(|ask| ask.field).filter(|field| *field != Field::Consent && !is_sent(*field));
    let unsent = unsent.map(|field| {
        let name = field.as_str();
        let message = format!("asks for {name}, which is not sent: add \"{{{name}}}\" to send.body, or do not ask");
        Note::warning("sign.form.ask", CODE, message)
    });
    let within = texts.iter().filter(|text| has_place_within(text)).map(|text| {
        let message = format!("has “{text}”: a place is filled only where it is the whole text");
        Note::warning("sign.form.send.body", CODE, message)
    });
    unsent.chain(within).collect()
}

/// All texts of a document; of a condition, also the box that it depends on.
fn texts_in(json: &Json, texts: &mut Vec<String>) {
    if let Some(Condition { when, is, otherwise }) = Condition::of(json) {
        texts.push(format!("{{{when}}}"));
        return [Some(is), otherwise].into_iter().flatten().for_each(|json| texts_in(json, texts));
    }
    match json {
        Json::Text(text) => texts.push(text.clone()),
        Json::List(items) => items.iter().for_each(|item| texts_in(item, texts)),
        Json::Object(members) => members.iter().for_each(|(_, value)| texts_in(value, texts)),
        _ => {}
    }
}

fn has_place_within(text: &str) -> bool {
    let mut words = text.split('{').skip(1).filter_map(|rest| rest.split_once('}'));
    Placeholder::in_text(text).is_none() && words.any(|(word, _)| Placeholder::parse(word).is_some())
}

fn is_default(text: &str, lang: &LanguageTag) -> bool {
    text == Language::new(lang).pages().consent
}
