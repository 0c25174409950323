//! What somebody types into a form to sign: tidied, checked, suggested, and written down for its receiver.

mod bodies;
mod checks;
mod command;
mod emails;
mod hosts;
mod names;
#[path = "../receivers/mod.rs"]
mod receivers;
mod systems;

use open_letter::model::{Field, Json, SignForm};
use open_letter::signing::{Answers, Context};
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
    form(json!({
        "action": "https://letters.example/collect/v1/letters/a/signatures",
        "ask": [
            { "field": "name" }, { "field": "email" }, { "field": "kind" },
            { "field": "organisation", "required": "organisation" }, { "field": "role" }, { "field": "country" },
            { "field": "postcode" }, { "field": "comment" }, { "field": "public" },
            { "field": "consent", "id": "2026-11-29", "text": "I sign." }, { "field": "news", "text": "Tell me." }
        ]
    }))
}

fn answers(typed: &[(Field, &str)]) -> Answers {
    let mut answers = Answers::new();
    for (field, typed) in typed {
        answers.set(*field, typed);
    }
    answers
}

const CONTEXT: Context = Context { partner: Some("école"), lang: "fr" };
