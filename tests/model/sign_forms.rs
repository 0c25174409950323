//! `sign.form`: what makes a form, what is dropped, and what leaves the link alone.

use super::{letter, reports};
use open_letter::model::{By, Field, Json, Placeholder, Required, Send, SignForm};
use serde_json::{Value, json};

const ACTION: &str = "https://letters.example/collect/v1/letters/a/signatures";

/// The form that those members give, and its problems.
fn read(members: Value) -> (Option<SignForm>, Vec<String>) {
    let resolve = |reference: &str| {
        let is_whole = reference.contains(':');
        Some(if is_whole { reference.to_string() } else { format!("https://letters.example/{reference}") })
    };
    let (form, problems) = SignForm::of(&Json::from(members), &resolve);
    (form, problems.iter().map(ToString::to_string).collect())
}

/// Asserts that this is a form in spite of these problems.
#[track_caller]
fn mends(members: Value, expected: &[&str]) -> SignForm {
    let (form, problems) = read(members);
    assert_eq!(problems, expected);
    form.expect("a form")
}

/// Asserts that this is no form, for these reasons.
#[track_caller]
fn refuses(members: Value, expected: &[&str]) {
    let (form, problems) = read(members);
    assert_eq!(problems, expected);
    assert_eq!(form, None);
}

fn asking(ask: Value) -> Value {
    json!({ "action": ACTION, "ask": ask })
}

fn by_status(ask: Value, send: Value) -> Value {
    json!({ "action": "https://a.example/", "by": "status", "ask": ask, "send": send })
}

#[test]
fn the_contracts_form_is_read() {
    let form = mends(
        json!({
            "action": ACTION, "by": "collect",
            "ask": [
                { "field": "name", "required": true }, { "field": "email", "required": true }, { "field": "kind" },
                { "field": "organisation", "required": "organisation" }, { "field": "comment", "max": 100 },
                { "field": "public" },
                { "field": "consent", "required": true, "id": "2026-11-29", "text": "I sign this letter." },
                { "field": "news", "text": "Tell me what becomes of it." }
            ],
            "unknown": [1]
        }),
        &[],
    );
    assert_eq!((form.by, form.confirms, &form.send), (By::Collect, false, &Send::default()));
    assert_eq!(form.collector(), Some(("https://letters.example/collect/v1/", "a")));
    assert_eq!(form.asks(Field::Organisation).map(|ask| ask.required), Some(Required::Organisation));
    assert_eq!(form.asks(Field::Comment).map(|ask| ask.max), Some(100));
    assert_eq!(form.asks(Field::Consent).and_then(|ask| ask.id.as_deref()), Some("2026-11-29"));
    assert_eq!(form.asks(Field::Role), None);
}

#[test]
fn a_letter_keeps_its_form_as_written() {
    let form =
        json!({ "action": "collect/v1/letters/a/signatures", "ask": [{ "field": "name" }, { "field": "email" }] });
    let sign = letter(json!({ "sign": { "url": "sign/", "form": form } })).sign.expect("a way to sign");
    assert_eq!(sign.form, Some(Json::from(form)));
    reports(
        json!({ "sign": { "url": "sign/", "form": 5 } }),
        &["sign.form is a number, not an object: give action and ask as an object"],
    );
}

#[test]
fn a_form_without_what_it_needs_leaves_the_link() {
    let name = json!([{ "field": "name" }, { "field": "email" }]);
    refuses(json!({ "ask": name }), &["sign.form.action is missing: give the https address that takes the signatures"]);
    refuses(
        json!({ "action": ACTION, "by": "owl", "ask": name }),
        &["sign.form.by is “owl”: write collect, status or page"],
    );
    refuses(asking(json!([{ "field": "email" }])), &["sign.form.ask asks for no name: add the field name"]);
    refuses(
        json!({ "action": ACTION, "by": "status", "ask": [{ "field": "first-name" }] }),
        &["sign.form.ask asks for no name: add the field name"],
    );
    refuses(
        asking(json!([{ "field": "name" }])),
        &["sign.form.ask asks for no e-mail address: add the field email: the collector confirms each address"],
    );
    refuses(
        asking(json!([{ "field": "first-name" }, { "field": "last-name" }, { "field": "email" }])),
        &["sign.form.ask asks for the name in two parts: ask for name: the collector takes names as people write them"],
    );
    refuses(
        json!({ "action": "https://letters.example/collect", "ask": name }),
        &["sign.form.action is not the address of a collector: write …/v1/letters/<id>/signatures, or say by: status \
           for another receiver"],
    );
}

#[test]
fn an_action_is_https_or_on_the_readers_machine() {
    let form = |action: &str| json!({ "action": action, "by": "status", "ask": [{ "field": "name" }] });
    for action in [
        "https://a.example/",
        "http://127.0.0.1:8080/x",
        "http://localhost/",
        "http://x.localhost/",
        "http://[::1]:80/",
        "a/b:c",
    ] {
        mends(form(action), &[]);
    }
    for action in ["http://a.example/", "http://127.example/", "http://localhost.example/", "mailto:kim@example.org"] {
        refuses(
            form(action),
            &[
                "sign.form.action is not https, so others could read what is sent: give the https address that takes the \
               signatures",
            ],
        );
    }
    refuses(
        form("javascript:alert(1)"),
        &["sign.form.action is a javascript: link, which is dropped: give a URL that begins with https:, http: or \
           mailto:, or one relative to the letter"],
    );
}

#[test]
fn what_a_letter_invents_is_dropped() {
    let form = mends(
        asking(json!([
            { "field": "name" }, { "field": "email", "required": 1 }, { "field": "password" }, { "field": "news" },
            { "field": "name" }, { "field": "comment", "max": 100_000 }, 5, {},
            { "field": "role", "required": "organisation" }
        ])),
        &[
            "sign.form.ask[1].required is neither true nor false: write true, false or \"organisation\"",
            "sign.form.ask[2].field is “password”: write name, first-name, last-name, email, kind, organisation, role, \
             country, postcode, comment, public, consent or news",
            "sign.form.ask[3].text is missing: write what somebody agrees to who ticks the box",
            "sign.form.ask[5].max is out of range: write a number from 1 to 400, for a comment",
            "sign.form.ask[6].field is missing: write name, first-name, last-name, email, kind, organisation, role, \
             country, postcode, comment, public, consent or news",
            "sign.form.ask[7].field is missing: write name, first-name, last-name, email, kind, organisation, role, \
             country, postcode, comment, public, consent or news",
            "sign.form.ask has name twice: ask for each field once",
            "sign.form.ask requires role of organisations, and can't know who is one: ask for kind too",
        ],
    );
    let fields: Vec<Field> = form.ask.iter().map(|ask| ask.field).collect();
    assert_eq!(fields, [Field::Name, Field::Email, Field::Comment, Field::Role]);
}

#[test]
fn a_name_is_asked_once() {
    let ask = json!([{ "field": "first-name" }, { "field": "name" }, { "field": "last-name" }, { "field": "email" }]);
    let form = mends(asking(ask), &["sign.form.ask asks for the name twice: keep name, or first-name and last-name"]);
    assert_eq!(form.ask.len(), 2);
}

#[test]
fn what_is_sent_is_for_other_receivers() {
    let name = json!([{ "field": "name" }, { "field": "email" }]);
    mends(
        json!({ "action": ACTION, "ask": name, "send": { "as": "form" } }),
        &["sign.form.send is not for the collector: leave it out, or write by: status"],
    );
    refuses(by_status(name.clone(), json!({})), &["sign.form.send.as is missing: write \"form\" or \"json\""]);
    refuses(
        by_status(name.clone(), json!({ "as": "owl" })),
        &["sign.form.send.as is “owl”: write \"form\" or \"json\""],
    );
    refuses(
        by_status(name.clone(), json!({ "as": "json" })),
        &["sign.form.send.body is not an object: give the document that the receiver wants"],
    );
    refuses(
        by_status(name.clone(), json!({ "as": "json", "body": { "n": "{name}" }, "fails": "errors" })),
        &["sign.form.send.fails does not begin with /: give a JSON Pointer such as /errors"],
    );
    refuses(
        by_status(name.clone(), json!({ "as": "json", "body": { "n": vec![1; 300] } })),
        &["sign.form.send.body is too long: keep to 200 values"],
    );
    refuses(
        json!({ "action": "https://a.example/", "by": "page", "ask": name,
            "send": { "as": "json", "body": { "n": "{name}" } } }),
        &["sign.form.send is JSON, which no page can send: write by: status, or as: form"],
    );
}

#[test]
fn places_that_nothing_fills_are_found() {
    let name = json!([{ "field": "name" }, { "field": "news", "text": "Tell me." }]);
    let body = json!({ "a": "{name}", "b": ["{emial}", "{lang}"], "c": { "when": "name", "is": 1 },
        "d": { "when": "news", "is": "{role}" }, "e": "{ not a place }", "f": "{PLACE}" });
    mends(
        by_status(name.clone(), json!({ "as": "json", "body": body })),
        &[
            "sign.form.send.body.b[0] is “{emial}”, which the form doesn't ask: write a field that the form asks for, or \
             {partner} or {lang}",
            "sign.form.send.body.c.when is “name”, which is not a box: write public, consent or news, and ask for it",
            "sign.form.send.body.d.is is “{role}”, which the form doesn't ask: write a field that the form asks for, or \
             {partner} or {lang}",
        ],
    );
    let form = mends(
        by_status(name, json!({ "as": "form", "names": { "name": "n", "dog": "d", "lang": "" }, "also": { "x": "" } })),
        &[
            "sign.form.send.names has “dog”: name a field that the form asks for, or partner or lang",
            "sign.form.send.names has no name for lang: give the receiver's name",
        ],
    );
    let pair = |name: &str, value: &str| (name.to_string(), value.to_string());
    assert_eq!(form.send, Send::Form { names: vec![pair("name", "n")], also: vec![pair("x", "")] });
}

#[test]
fn a_place_is_a_whole_text() {
    assert_eq!(Placeholder::in_text("{email}"), Some(Placeholder::Answer(Field::Email)));
    assert_eq!(Placeholder::in_text("{partner}"), Some(Placeholder::Partner));
    for text in ["email", "{email", "{email} ", "{{email}}", "{page}", "{url}", "{}"] {
        assert_eq!(Placeholder::in_text(text), None, "{text}");
    }
}

#[test]
fn the_widget_has_no_form_by_page() {
    let is = |members: Value| SignForm::is_for_widget(&Json::from(members));
    assert!(is(json!({})) && is(json!({ "by": "status" })));
    assert!(!is(json!({ "by": "page" })) && !is(json!(5)));
}

#[test]
fn each_field_has_its_word() {
    for (field, word) in Field::ALL {
        assert_eq!((field.as_str(), Field::parse(word)), (word, Some(field)));
    }
}
