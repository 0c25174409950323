//! What answers of receivers mean.

use crate::script::{call, with_form};
use serde_json::{Value, json};

fn collect() -> Value {
    json!({
        "action": "https://letters.example/collect/v1/letters/small/signatures",
        "ask": [{ "field": "name" }, { "field": "email" }, { "field": "comment" }],
    })
}

/// What a reply to a signature changes in its course.
fn sent(form: &Value, reply: &Value) -> Value {
    with_form("reply.js", "sent", form, std::slice::from_ref(reply))
}

fn token(reply: &Value) -> Value {
    call("reply.js", "token", json!([reply]))
}

fn confirmed(reply: &Value) -> Value {
    call("reply.js", "confirmed", json!([reply]))
}

fn answer(status: u16, json: Value) -> Value {
    json!({ "status": status, "json": json })
}

/// A page of a proxy, say.
fn html(status: u16) -> Value {
    json!({ "status": status })
}

#[test]
fn a_signature_is_pending_if_the_collector_has_given_it_a_name() {
    let pending = |mail: &str| json!({ "signature": "7f3k-_Q", "state": "pending", "mail": mail });
    for (mail, late) in [("soon", false), ("later", true)] {
        let expected = json!({ "stage": "coding", "signature": "7f3k-_Q", "isLate": late });
        assert_eq!(sent(&collect(), &answer(202, pending(mail))), expected);
    }
    for bad in
        [json!({}), json!([]), json!({ "signature": 7 }), json!({ "signature": "../../x" }), json!({ "signature": "" })]
    {
        assert_eq!(sent(&collect(), &answer(202, bad.clone())), json!({ "trouble": "failed" }), "{bad}");
    }
    assert_eq!(sent(&collect(), &html(200)), json!({ "trouble": "failed" }));
}

#[test]
fn faults_are_of_fields_that_the_form_asks() {
    let faults = json!({ "error": "invalid", "fields": { "email": "domain", "name": "new-code", "shoe": "long" } });
    let expected = json!({ "faults": { "name": "form", "email": "domain" } });
    assert_eq!(sent(&collect(), &answer(422, faults)), expected);
    let none = json!({ "error": "invalid", "fields": { "shoe": "long" } });
    assert_eq!(sent(&collect(), &answer(422, none)), json!({ "trouble": "refused" }));
}

#[test]
fn another_token_is_wanted_only_by_the_collector_and_by_name() {
    let is_stale = |form: &Value, reply: Value| with_form("reply.js", "isStale", form, &[reply]);
    let fields = |fields: Value| answer(422, json!({ "error": "invalid", "fields": fields }));
    assert_eq!(is_stale(&collect(), fields(json!({ "token": "form" }))), true);
    assert_eq!(is_stale(&collect(), fields(json!({ "email": "form" }))), false);
    assert_eq!(is_stale(&collect(), answer(400, json!({ "fields": { "token": "form" } }))), false);
    let other = json!({ "action": "https://a.example/", "by": "status", "ask": [{ "field": "name" }] });
    assert_eq!(is_stale(&other, fields(json!({ "token": "form" }))), false);
}

#[test]
fn each_failure_has_its_own_word() {
    let wait = |retry: Value| json!({ "status": 429, "retry": retry });
    let trouble = |word: &str| json!({ "trouble": word });
    let busy = |seconds: u64| json!({ "trouble": "busy", "wait": seconds });
    let cases = [
        (json!({ "isOffline": true }), trouble("offline")),
        (json!({}), trouble("unsure")),
        (html(500), trouble("failed")),
        (html(503), trouble("failed")),
        (answer(503, json!({ "retry": 5 })), busy(5)),
        (html(404), trouble("refused")),
        (html(413), trouble("refused")),
        (answer(429, json!({ "error": "busy", "retry": 45 })), busy(45)),
        (wait(json!(7)), busy(7)),
        (wait(json!(1)), busy(2)),
        (wait(json!(null)), busy(30)),
        (wait(json!(9e15)), busy(3600)),
        (answer(429, json!({ "retry": -4 })), busy(30)),
    ];
    for (reply, trouble) in cases {
        assert_eq!(sent(&collect(), &reply), trouble, "{reply}");
        // Without a token, nothing of the signature was sent.
        let asked = if reply == json!({}) { json!({ "trouble": "lost" }) } else { trouble.clone() };
        assert_eq!(token(&reply), asked, "{reply}");
        if reply != html(404) {
            assert_eq!(confirmed(&reply), trouble, "{reply}");
        }
    }
    assert_eq!(sent(&collect(), &answer(409, json!({ "error": "closed" }))), json!({ "stage": "closed" }));
}

#[test]
fn another_receiver_is_believed_by_its_status_and_its_pointer() {
    let flat = json!({ "action": "https://forms.example/f", "by": "status", "ask": [{ "field": "name" }] });
    let (taken, refused) = (json!({ "stage": "taken", "confirms": false }), json!({ "trouble": "refused" }));
    assert_eq!(sent(&flat, &html(201)), taken);
    assert_eq!(sent(&flat, &html(409)), refused);
    let graph = json!({
        "action": "https://forms.example/api", "by": "status", "ask": [{ "field": "name" }],
        "send": { "as": "json", "body": { "name": "{name}" }, "fails": "/errors" },
    });
    assert_eq!(sent(&graph, &answer(200, json!({ "data": {} }))), taken);
    assert_eq!(sent(&graph, &answer(200, json!({ "errors": [{ "message": "no" }] }))), refused);
    assert_eq!(sent(&graph, &html(200)), json!({ "trouble": "unsure" }), "nobody can tell");
}

#[test]
fn a_token_comes_from_an_open_letter() {
    assert_eq!(token(&answer(200, json!({ "token": "abc", "open": true }))), json!({ "value": "abc" }));
    assert_eq!(token(&answer(200, json!({ "token": "abc", "open": false }))), json!({ "stage": "closed" }));
    assert_eq!(token(&answer(409, json!({ "error": "closed" }))), json!({ "stage": "closed" }));
    assert_eq!(token(&answer(200, json!({ "open": true }))), json!({ "trouble": "failed" }));
}

#[test]
fn a_code_is_right_wrong_or_too_late() {
    let signed = json!({ "state": "confirmed", "id": "m4wq7t2n", "number": 12_874, "name": "Kim Lee", "shown": true });
    let expected = json!({ "stage": "signed", "held": false, "id": "m4wq7t2n", "number": 12_874, "name": "Kim Lee" });
    assert_eq!(confirmed(&answer(200, signed.clone())), expected);
    let (mut hidden, mut nameless) = (signed.clone(), expected.clone());
    hidden["shown"] = json!(false);
    nameless.as_object_mut().unwrap().remove("name");
    assert_eq!(confirmed(&answer(200, hidden)), nameless);
    let (mut held, mut expected) = (signed, expected);
    held["state"] = json!("held");
    expected["held"] = json!(true);
    assert_eq!(confirmed(&answer(200, held)), expected);
    assert_eq!(confirmed(&answer(200, json!({ "state": "pending" }))), json!({ "trouble": "failed" }));
    assert_eq!(confirmed(&answer(403, json!({ "error": "code", "left": 3 }))), json!({ "code": 3 }));
    let expired = json!({ "stage": "asking", "expired": true });
    assert_eq!(confirmed(&answer(403, json!({ "error": "code", "left": 0 }))), expired);
    assert_eq!(confirmed(&answer(410, json!({ "error": "expired" }))), expired);
    assert_eq!(confirmed(&html(404)), expired);
}
