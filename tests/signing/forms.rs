//! Forms as the command reads them, and as the widget does: a letter may be hostile, and both must drop the same.

use crate::script::call;
use open_letter::model::{By, Json, Required, Send, SignForm};
use serde_json::{Value, json};
use url::Url;

const LETTER: &str = "https://letters.example/a/letter.json";
const ACTION: &str = "https://letters.example/collect/v1/letters/a/signatures";

/// What both make of a form, in one notation; `null` for nothing.
fn read(form: &Value) -> Value {
    let base = Url::parse(LETTER).unwrap();
    let resolve = |reference: &str| base.join(reference).ok().map(String::from);
    let Some(form) = SignForm::of(&Json::from(form.clone()), &resolve).0.filter(|form| form.by != By::Page) else {
        return Value::Null;
    };
    let ask = |ask: &open_letter::model::Ask| {
        let required = match ask.required {
            Required::Always => json!(true),
            Required::Never => json!(false),
            Required::Organisation => json!("organisation"),
        };
        json!([
            ask.field.as_str(),
            ask.max,
            required,
            ask.id.as_deref().unwrap_or(""),
            ask.text.as_deref().unwrap_or("")
        ])
    };
    let ask: Vec<Value> = form.ask.iter().map(ask).collect();
    let (names, also, fails) = match &form.send {
        Send::Form { names, also } => (json!(names), json!(also), Value::Null),
        Send::Json { fails, .. } => (json!([]), json!([]), json!(fails)),
    };
    let collector = form.collector().map_or(Value::Null, |(base, id)| json!([base, id]));
    json!([form.action.as_str(), ask, names, also, fails, collector, form.confirms])
}

fn read_by_script(form: &Value) -> Value {
    let form = call("read.js", "read", json!([form, LETTER, "https://page.example/"]));
    if form.is_null() {
        return Value::Null;
    }
    let ask = |ask: &Value| json!([ask["field"], ask["max"], ask["required"], ask["id"], ask["text"]]);
    let ask: Vec<Value> = form["ask"].as_array().unwrap().iter().map(ask).collect();
    let collector = if form["isCollected"] == true { json!([form["collector"], form["id"]]) } else { Value::Null };
    json!([form["action"], ask, form["names"], form["also"], form["fails"], collector, form["confirms"]])
}

#[track_caller]
fn alike(form: Value, is_form: bool) {
    let read = read(&form);
    assert_eq!(read_by_script(&form), read, "in the widget: {form}");
    assert_eq!(!read.is_null(), is_form, "{form}");
}

fn asking(ask: Value) -> Value {
    json!({ "action": ACTION, "ask": ask })
}

fn by_status(send: Value) -> Value {
    json!({ "action": "https://a.example/", "by": "status", "ask": [{ "field": "name" }, { "field": "email" }], "send": send })
}

#[test]
fn addresses_pass_one_door() {
    let name = json!([{ "field": "name" }, { "field": "email" }]);
    let to = |action: &str| json!({ "action": action, "by": "status", "ask": name });
    for action in ["https://a.example/", "http://127.0.0.1:80/", "http://localhost/", "http://x.localhost/", "a/b:c"] {
        alike(to(action), true);
    }
    for action in [
        "http://a.example/",
        "http://127.example/",
        "mailto:a@a.example",
        "javascript:alert(1)",
        "ftp://a.example/",
        "https://a:b@a.example/",
        "//a@b.example/",
        "\u{a0}javascript:alert(1)",
        "java\tscript:alert(1)",
        "",
    ] {
        alike(to(action), false);
    }
    for action in [json!(null), json!(5), json!([ACTION])] {
        alike(json!({ "action": action, "ask": name }), false);
    }
    for action in
        ["https://letters.example/collect", "https://letters.example/letters/signatures", "letters/a/signatures?b"]
    {
        alike(json!({ "action": action, "ask": name }), false);
    }
    alike(json!({ "action": "../collect/v1/letters/a/signatures", "ask": name }), true);
    for by in [json!("owl"), json!(5), json!(["status"]), json!("page")] {
        alike(json!({ "action": ACTION, "by": by, "ask": name }), false);
    }
    alike(json!({ "action": ACTION, "by": null, "ask": name }), true);
}

#[test]
fn what_is_asked_is_of_the_list() {
    alike(asking(json!([{ "field": "email" }])), false);
    alike(asking(json!([{ "field": "name" }])), false);
    alike(asking(json!([{ "field": "first-name" }, { "field": "last-name" }, { "field": "email" }])), false);
    alike(asking(json!("name")), false);
    alike(
        asking(json!([
            null, 5, "name", { "field": 5 }, { "field": "__proto__" }, { "field": "password" },
            { "field": "name", "max": 1, "required": false }, { "field": "name" }, { "field": "first-name" },
            { "field": "last-name" }, { "field": "email", "required": false, "max": 1000 },
            { "field": "organisation", "required": "organisation" }, { "field": "role", "required": true, "max": 50 },
            { "field": "comment", "max": 1.5 }, { "field": "consent", "text": " " },
            { "field": "consent", "text": "a\u{7}b", "id": "x\u{202e}y\tz" }, { "field": "news" },
            { "field": "public", "required": "owl" }
        ])),
        true,
    );
    alike(
        asking(json!([{ "field": "name" }, { "field": "email" }, { "field": "kind" }, { "field": "comment" },
            { "field": "organisation", "required": "organisation" }])),
        true,
    );
}

#[test]
fn what_is_sent_is_a_list_or_a_document() {
    for (send, is_form) in [
        (json!(null), true),
        (json!(5), false),
        (json!({}), false),
        (json!({ "as": "owl" }), false),
        (json!({ "as": "form" }), true),
        (json!({ "as": "form", "names": 5, "also": [1] }), true),
        (
            json!({ "as": "form", "names": { "name": "n", "role": "r", "email": "", "partner": "p", "lang": 5 },
            "also": { "a": "b\u{7}", "c": 1 } }),
            true,
        ),
        (json!({ "as": "json" }), false),
        (json!({ "as": "json", "body": [] }), false),
        (json!({ "as": "json", "body": {}, "fails": "errors" }), false),
        (json!({ "as": "json", "body": {}, "fails": "/errors" }), true),
        (json!({ "as": "json", "body": { "a": vec![1; 300] } }), false),
        (json!({ "as": "json", "body": { "a": vec![1; 198] } }), true),
    ] {
        alike(by_status(send), is_form);
    }
    alike(
        json!({ "action": ACTION, "ask": [{ "field": "name" }, { "field": "email" }], "send": { "as": "json" } }),
        true,
    );
}
