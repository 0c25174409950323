//! What a form requires, and the codes of its faults.

use super::{answers, collected, form};
use open_letter::model::{Field, Required};
use open_letter::signing::{Answers, Fault, check};
use serde_json::json;

#[test]
fn missing_answers_are_named_in_the_order_of_the_form() {
    let expected = [Field::Name, Field::Email, Field::Consent].map(|field| (field, Fault::Missing));
    assert_eq!(check(&collected(), &Answers::new()), expected);
}

#[test]
fn an_organisation_is_required_of_organisations_alone() {
    let typed = [(Field::Name, "Kim"), (Field::Email, "kim@example.org"), (Field::Consent, "yes")];
    let mut answers = answers(&typed);
    assert_eq!(check(&collected(), &answers), []);
    answers.set(Field::Kind, "person");
    assert_eq!(check(&collected(), &answers), []);
    answers.set(Field::Kind, "organisation");
    assert_eq!(check(&collected(), &answers), [(Field::Organisation, Fault::Missing)]);
    answers.set(Field::Organisation, "The Choir");
    assert_eq!(check(&collected(), &answers), []);
    answers.set(Field::Kind, "dog");
    assert_eq!(check(&collected(), &answers), [(Field::Kind, Fault::Form)]);
}

#[test]
fn boxes_are_answered_by_a_tick() {
    let form = collected();
    let (consent, news) = (form.asks(Field::Consent).unwrap(), form.asks(Field::News).unwrap());
    let mut answers = Answers::new();
    answers.tick(consent, true);
    answers.tick(news, true);
    assert_eq!((answers.get(Field::Consent), answers.get(Field::News)), (Some("2026-11-29"), Some("yes")));
    answers.tick(consent, false);
    assert_eq!(answers.get(Field::Consent), None);
}

#[test]
fn names_consent_and_the_collectors_address_are_always_required() {
    let always = |field| collected().asks(field).map(|ask| ask.required) == Some(Required::Always);
    assert!([Field::Name, Field::Email, Field::Consent].into_iter().all(always));
    let form = form(json!({ "action": "https://a.example/", "by": "status",
        "ask": [{ "field": "first-name" }, { "field": "last-name" }, { "field": "email" }] }));
    let required: Vec<_> = form.ask.iter().map(|ask| ask.required).collect();
    assert_eq!(required, [Required::Always, Required::Always, Required::Never]);
}

#[test]
fn each_fault_has_its_code() {
    for (fault, code) in Fault::ALL {
        assert_eq!((fault.as_str(), Fault::parse(code)), (code, Some(fault)));
    }
    assert_eq!(Fault::parse("dog"), None);
}
