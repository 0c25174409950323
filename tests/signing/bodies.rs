//! What is sent: only what was asked and answered, in the form that the receiver wants.

use super::{CONTEXT, answers, collecting, form};
use crate::script::with_form;
use open_letter::model::{Field, Json, SignForm};
use open_letter::signing::{Answers, Context, is_failure, json_body, json_text, pairs, urlencoded};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Answers and context as the widget has them.
fn in_script(answers: &Answers, context: Context) -> [Value; 2] {
    let given = Field::ALL.into_iter().filter_map(|(field, name)| Some((name.to_string(), answers.get(field)?.into())));
    let given: serde_json::Map<String, Value> = given.collect();
    [given.into(), json!({ "partner": context.partner, "lang": context.lang })]
}

/// What a trial of the form sends, and the widget too.
#[track_caller]
fn sent(members: &Value, answers: &Answers, context: Context) -> String {
    let sent = urlencoded(&pairs(&form(members.clone()), answers, context));
    let kind = "application/x-www-form-urlencoded";
    assert_eq!(with_form("body.js", "written", members, &in_script(answers, context)), json!([kind, sent]));
    sent
}

#[test]
fn the_collector_gets_the_fields_language_and_partner() {
    let answers =
        answers(&[(Field::Email, "kim+a@example.org"), (Field::Name, "Zoé & Söhne"), (Field::Consent, "2026-11-29")]);
    assert_eq!(
        sent(&collecting(), &answers, CONTEXT),
        "name=Zo%C3%A9+%26+S%C3%B6hne&email=kim%2Ba%40example.org&consent=2026-11-29&lang=fr&partner=%C3%A9cole"
    );
    assert_eq!(sent(&collecting(), &Answers::new(), Context { partner: None, lang: "hy" }), "lang=hy");
}

#[test]
fn a_receivers_own_names_are_used() {
    let form = json!({
        "action": "https://a.example/", "by": "status",
        "ask": [{ "field": "first-name" }, { "field": "last-name" }, { "field": "email" }],
        "send": { "as": "form", "names": { "first-name": "fname", "email": "entry.123", "partner": "utm_source" },
            "also": { "form-name": "x" } }
    });
    let answers = answers(&[
        (Field::FirstName, "Kim"),
        (Field::LastName, "Lee"),
        (Field::Email, "kim@example.org"),
        (Field::Comment, "not asked"),
    ]);
    let expected = "fname=Kim&last-name=Lee&entry.123=kim%40example.org&utm_source=%C3%A9cole&form-name=x";
    assert_eq!(sent(&form, &answers, CONTEXT), expected);
}

fn document(ask: Value, body: Value, answers: &Answers) -> Value {
    let members = json!({ "action": "https://a.example/", "by": "status", "ask": ask,
        "send": { "as": "json", "body": body, "fails": "/errors" } });
    let json = json_body(&form(members.clone()), answers, CONTEXT).expect("it sends JSON");
    let filled: Value = serde_json::from_str(&json_text(&json)).expect("what is written is JSON");
    assert_eq!(with_form("body.js", "filled", &members, &in_script(answers, CONTEXT)), filled, "in the widget");
    filled
}

#[test]
fn places_of_a_document_are_filled() {
    let ask = json!([{ "field": "name" }, { "field": "email" }, { "field": "country" },
        { "field": "news", "text": "Tell me." }]);
    let body = json!({
        "person": { "name": "{name}", "email_addresses": [{ "address": "{email}",
            "status": { "when": "news", "is": "subscribed" } }],
            "postal_addresses": [{ "country": "{country}" }] },
        "add_tags": ["letter", { "when": "news", "is": "news" }], "via": "{partner}", "lang": "{lang}",
        "n": 1.5, "yes": true, "none": null, "text": "{name} as written", "empty": { "a": [], "b": {} }
    });
    let filled = document(ask, body, &answers(&[(Field::Name, "Kim"), (Field::Email, "kim@example.org")]));
    let expected = json!({
        "person": { "name": "Kim", "email_addresses": [{ "address": "kim@example.org" }] },
        "add_tags": ["letter"], "via": "école", "lang": "fr",
        "n": 1.5, "yes": true, "none": null, "text": "{name} as written", "empty": { "a": [], "b": {} }
    });
    assert_eq!(filled, expected);
}

#[test]
fn a_ticked_box_gives_its_value() {
    let ask = json!([{ "field": "name" }, { "field": "email" }, { "field": "news", "text": "Tell me." }]);
    let body = json!({ "privacy": { "when": "news", "is": { "optIn": true, "to": "{email}" } },
        "leadOptIn": { "when": "news", "is": true, "else": false } });
    let ticked = answers(&[(Field::News, "yes"), (Field::Email, "kim@example.org")]);
    let expected = json!({ "privacy": { "optIn": true, "to": "kim@example.org" }, "leadOptIn": true });
    assert_eq!(document(ask.clone(), body.clone(), &ticked), expected);
    assert_eq!(document(ask, body, &Answers::new()), json!({ "leadOptIn": false }));
}

#[test]
fn an_answer_is_never_read_as_a_place() {
    let ask = json!([{ "field": "name" }, { "field": "email" }]);
    let typed = answers(&[(Field::Name, "{email}"), (Field::Email, "kim@example.org")]);
    assert_eq!(document(ask, json!({ "name": "{name}" }), &typed), json!({ "name": "{email}" }));
}

#[test]
fn what_the_form_does_not_ask_is_not_sent() {
    let members = json!({ "action": "https://a.example/", "by": "status", "ask": [{ "field": "name" }],
        "send": { "as": "json", "body": { "name": "{name}", "email": "{email}" } } });
    let (form, problems) = SignForm::of(&Json::from(members.clone()), &|address| Some(address.to_string()));
    assert_eq!(problems.len(), 1);
    let typed = answers(&[(Field::Name, "Kim"), (Field::Email, "kim@example.org")]);
    let body = json_body(&form.unwrap(), &typed, CONTEXT).unwrap();
    assert_eq!(json_text(&body), "{\"name\":\"Kim\"}");
    assert_eq!(with_form("body.js", "filled", &members, &in_script(&typed, CONTEXT)), json!({ "name": "Kim" }));
}

#[test]
fn a_refusal_is_seen_by_its_pointer() {
    let members = |fails: Value| {
        json!({ "action": "https://a.example/", "by": "status", "ask": [{ "field": "name" }],
            "send": { "as": "json", "body": { "name": "{name}" }, "fails": fails } })
    };
    let fails = |pointer: Value, answer: Option<Value>| {
        let members = members(pointer);
        let found = is_failure(&form(members.clone()), answer.clone().map(Json::from).as_ref());
        let answer = answer.into_iter().collect::<Vec<_>>();
        assert_eq!(with_form("body.js", "isFailure", &members, &answer), found, "in the widget");
        found
    };
    assert!(fails(json!("/errors"), Some(json!({ "errors": [{ "message": "no" }] }))));
    assert!(fails(json!("/errors"), None), "nobody can tell from what is no JSON");
    assert!(!fails(json!("/errors"), Some(json!({ "data": {} }))));
    assert!(!fails(json!("/errors"), Some(json!({ "errors": null }))));
    assert!(!fails(json!("/errors"), Some(json!({ "errors": [] }))));
    assert!(!fails(json!(null), None));
}

proptest! {
    #[test]
    fn what_is_encoded_is_decoded_the_same(pairs in proptest::collection::vec((any::<String>(), any::<String>()), 0..5)) {
        let decoded: Vec<_> = url::form_urlencoded::parse(urlencoded(&pairs).as_bytes()).into_owned().collect();
        prop_assert_eq!(decoded, pairs);
    }

    #[test]
    fn what_is_written_as_json_is_read_the_same(text in any::<String>(), number in any::<i32>()) {
        let json = Json::Object(vec![(text.clone(), Json::List(vec![Json::Text(text), Json::Number(number.into())]))]);
        prop_assert_eq!(Json::parse(&json_text(&json)).unwrap(), json);
    }
}
