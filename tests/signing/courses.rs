//! The course of a signature, from the fields to the end.

use crate::script::play;
use proptest::prelude::*;
use serde_json::{Value, json};

fn pending() -> Value {
    json!({ "stage": "coding", "signature": "7f3k", "isLate": false })
}

/// What comes of the steps after the answers were sent.
fn coding(steps: Value) -> Vec<Value> {
    let Value::Array(steps) = steps else { panic!("no steps") };
    play([vec![json!(["send", {}]), json!(["sent", pending()])], steps].concat().into()).split_off(2)
}

#[test]
fn faults_are_kept_until_the_next_attempt() {
    let played = play(json!([["send", { "email": "form" }], ["send", {}]]));
    assert_eq!((&played[0]["answer"], &played[0]["now"]["faults"]), (&json!(false), &json!({ "email": "form" })));
    assert_eq!(played[1]["answer"], true);
    assert_eq!((&played[1]["now"]["faults"], &played[1]["now"]["stage"]), (&json!({}), &json!("sending")));
}

#[test]
fn a_second_click_sends_nothing() {
    let steps = json!([
        ["send", {}],
        ["send", {}],
        ["sent", pending()],
        ["send", {}],
        ["confirm", "481516"],
        ["confirm", "481516"]
    ]);
    let answers: Vec<Value> = play(steps).into_iter().map(|step| step["answer"].clone()).collect();
    assert_eq!(json!(answers), json!([true, false, null, false, "481516", null]));
}

#[test]
fn what_could_not_be_sent_can_be_sent_again() {
    let played = play(json!([["send", {}], ["sent", { "trouble": "unsure" }], ["send", {}]]));
    assert_eq!((&played[1]["now"]["stage"], &played[1]["now"]["trouble"]), (&json!("asking"), &json!("unsure")));
    assert_eq!((&played[2]["answer"], &played[2]["now"]["trouble"]), (&json!(true), &Value::Null));
}

#[test]
fn a_code_is_read_as_people_write_it() {
    for typed in ["481516", " 481 516 ", "481-516", "Code: 481516.", "٤٨١٥١٦", "۴۸۱۵۱۶", "４８１５１６"]
    {
        assert_eq!(coding(json!([["confirm", typed]]))[0]["answer"], "481516", "{typed}");
    }
    for typed in ["", "48151", "4815162", "none"] {
        let step = &coding(json!([["confirm", typed]]))[0];
        assert_eq!(step["answer"], Value::Null, "{typed}");
        assert_eq!((&step["now"]["code"], &step["now"]["stage"]), (&json!("missing"), &json!("coding")));
        assert_eq!(step["now"]["signature"], "7f3k");
    }
}

#[test]
fn a_wrong_code_can_be_tried_again_and_one_that_expired_leads_back() {
    let played = coding(json!([
        ["confirm", "000000"], ["confirmed", { "code": 4 }], ["confirm", "481516"],
        ["confirmed", { "stage": "asking", "expired": true }], ["send", {}]
    ]));
    assert_eq!((&played[1]["now"]["code"], &played[1]["now"]["stage"]), (&json!(4), &json!("coding")));
    assert_eq!(played[2]["now"]["code"], Value::Null);
    assert_eq!((&played[3]["now"]["expired"], &played[3]["now"]["stage"]), (&json!(true), &json!("asking")));
    assert_eq!((&played[4]["answer"], &played[4]["now"]["expired"]), (&json!(true), &json!(false)));
}

#[test]
fn the_host_page_learns_the_state_alone() {
    let told = |stage: Value| crate::script::call("course.js", "told", json!([stage]));
    assert_eq!(told(pending()), "pending");
    assert_eq!(told(json!({ "stage": "signed", "held": false })), "confirmed");
    assert_eq!(told(json!({ "stage": "signed", "held": true })), "held");
    assert_eq!(told(json!({ "stage": "taken", "confirms": false })), "sent");
    assert_eq!(told(json!({ "stage": "taken", "confirms": true })), "pending");
    for stage in ["asking", "sending", "confirming", "closed"] {
        assert_eq!(told(json!({ "stage": stage })), Value::Null, "{stage}");
    }
}

#[test]
fn a_letter_that_closes_ends_what_is_not_sent() {
    assert_eq!(play(json!([["close"]]))[0]["now"]["stage"], "closed");
    let now = &coding(json!([["close"]]))[0]["now"];
    assert_eq!((&now["stage"], &now["signature"]), (&json!("coding"), &json!("7f3k")), "the collector decides");
}

fn acts() -> impl Strategy<Value = Vec<Value>> {
    let act = prop_oneof![
        Just(json!(["send", {}])),
        Just(json!(["sent", pending()])),
        Just(json!(["sent", { "stage": "taken" }])),
        Just(json!(["sent", { "stage": "closed" }])),
        Just(json!(["sent", { "trouble": "failed" }])),
        Just(json!(["confirm", "481516"])),
        Just(json!(["confirmed", { "stage": "signed", "held": false }])),
        Just(json!(["confirmed", { "stage": "asking", "expired": true }])),
        Just(json!(["confirmed", { "code": 1 }])),
        Just(json!(["again"])),
        Just(json!(["close"])),
    ];
    prop::collection::vec(act, 0..30)
}

proptest! {
    /// Nobody is told that they have signed who hasn't, whatever comes in whatever order.
    #[test]
    fn nobody_has_signed_without_the_receivers_word(acts in acts()) {
        let (mut before, mut said) = (json!("asking"), false);
        let is_signed = |stage: &Value| matches!(stage.as_str(), Some("signed" | "taken"));
        for (act, step) in acts.iter().zip(play(json!(acts))) {
            let now = step["now"]["stage"].clone();
            said |= before == "sending" && act[1]["stage"] == "taken";
            said |= before == "confirming" && act[1]["stage"] == "signed";
            prop_assert!(!is_signed(&now) || said);
            prop_assert!(is_signed(&now) || !is_signed(&before), "what is signed stays signed");
            before = now;
        }
    }
}
