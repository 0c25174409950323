//! What somebody types into a form to sign: tidied, checked, suggested, and written down for its receiver.

mod bodies;
mod checks;
mod command;
mod courses;
mod emails;
mod forms;
mod hosts;
mod names;
#[path = "../receivers/mod.rs"]
mod receivers;
mod replies;
mod script;
mod systems;

use open_letter::model::{Field, Json, Required, SignForm};
use open_letter::signing::{Answers, Context};
use open_letter::signing::{Fault, check_field, tidy};
use serde_json::{Value, json};

/// The form with those members, which must be without faults.
#[track_caller]
fn form(members: Value) -> SignForm {
    let (form, problems) = SignForm::of(&Json::from(members), &|address| Some(address.to_string()));
    assert_eq!(problems.iter().map(ToString::to_string).collect::<Vec<_>>(), [""; 0]);
    form.expect("a form")
}

/// A form for our collector that asks everything.
fn collected() -> SignForm {
    form(collecting())
}

/// The same as the letter has it.
fn collecting() -> Value {
    json!({
        "action": "https://letters.example/collect/v1/letters/a/signatures",
        "ask": [
            { "field": "name" }, { "field": "email" }, { "field": "kind" },
            { "field": "organisation", "required": "organisation" }, { "field": "role" }, { "field": "country" },
            { "field": "postcode" }, { "field": "comment" }, { "field": "public" },
            { "field": "consent", "id": "2026-11-29", "text": "I sign." }, { "field": "news", "text": "Tell me." }
        ]
    })
}

/// What a field's answer becomes: to the collector, and in the widget, which must be the same.
#[track_caller]
fn tidied(field: Field, typed: &str) -> String {
    let tidied = tidy(field, typed);
    assert_eq!(script::call("check.js", "tidy", json!([field.as_str(), typed])), tidied, "in the widget: {typed}");
    tidied
}

/// What is wrong with an answer, again to both.
#[track_caller]
fn fault(field: Field, typed: &str) -> Option<Fault> {
    let form = collected();
    let ask = form.asks(field).expect("it is asked");
    let fault = check_field(ask, &answers(&[(field, typed)]));
    let (name, max, required) = (field.as_str(), ask.max, ask.required == Required::Always);
    let asked = json!({ "field": name, "max": max, "required": required });
    let found = script::call("check.js", "faultOf", json!([asked, { name: tidied(field, typed) }]));
    assert_eq!(found.as_str(), fault.map(Fault::as_str), "in the widget: {typed}");
    fault
}

fn answers(typed: &[(Field, &str)]) -> Answers {
    let mut answers = Answers::new();
    for (field, typed) in typed {
        answers.set(*field, typed);
    }
    answers
}

const CONTEXT: Context = Context { partner: Some("école"), lang: "fr" };
