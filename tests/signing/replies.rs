//! What answers of receivers mean.

use open_letter::model::{Field, Json, SignForm};
use open_letter::signing::{Confirmed, Fault, Pending, Reply, Sent, Signed, Trouble, confirmed, sent, token};
use serde_json::{Value, json};

fn form(form: &Value) -> SignForm {
    let json: Json = form.clone().into();
    let (form, problems) = SignForm::of(&json, &|url| Some(url.to_string()));
    assert!(problems.is_empty(), "{problems:?}");
    form.unwrap()
}

fn collect() -> SignForm {
    form(&json!({
        "action": "https://letters.example/collect/v1/letters/small/signatures",
        "ask": [{ "field": "name" }, { "field": "email" }, { "field": "comment" }],
    }))
}

fn answer(status: u16, json: Value) -> Reply {
    Reply::Answer { status, json: Some(json.into()), retry: None }
}

/// A page of a proxy, say.
fn html(status: u16) -> Reply {
    Reply::Answer { status, json: None, retry: None }
}

#[test]
fn a_signature_is_pending_if_the_collector_has_given_it_a_name() {
    let pending = |mail: &str| json!({ "signature": "7f3k-_Q", "state": "pending", "mail": mail });
    for (mail, late) in [("soon", false), ("later", true)] {
        let expected = Sent::Pending(Pending { signature: "7f3k-_Q".into(), late });
        assert_eq!(sent(&collect(), answer(202, pending(mail))), expected);
    }
    for bad in
        [json!({}), json!([]), json!({ "signature": 7 }), json!({ "signature": "../../x" }), json!({ "signature": "" })]
    {
        assert_eq!(sent(&collect(), answer(202, bad.clone())), Sent::Trouble(Trouble::Failed), "{bad}");
    }
    assert_eq!(sent(&collect(), html(200)), Sent::Trouble(Trouble::Failed));
}

#[test]
fn faults_are_of_fields_that_the_form_asks() {
    let faults = json!({ "error": "invalid", "fields": { "email": "domain", "name": "new-code", "shoe": "long" } });
    let expected = vec![(Field::Name, Fault::Form), (Field::Email, Fault::Domain)];
    assert_eq!(sent(&collect(), answer(422, faults)), Sent::Faults(expected));
    let none = json!({ "error": "invalid", "fields": { "shoe": "long" } });
    assert_eq!(sent(&collect(), answer(422, none)), Sent::Trouble(Trouble::Refused));
}

#[test]
fn each_failure_has_its_own_word() {
    let wait = |retry| Reply::Answer { status: 429, json: None, retry };
    let cases = [
        (Reply::Offline, Trouble::Offline),
        (Reply::Lost, Trouble::Unsure),
        (html(500), Trouble::Failed),
        (html(503), Trouble::Failed),
        (answer(503, json!({ "retry": 5 })), Trouble::Busy(5)),
        (html(404), Trouble::Refused),
        (html(413), Trouble::Refused),
        (answer(429, json!({ "error": "busy", "retry": 45 })), Trouble::Busy(45)),
        (wait(Some(7)), Trouble::Busy(7)),
        (wait(None), Trouble::Busy(30)),
        (wait(Some(u64::MAX)), Trouble::Busy(3600)),
        (answer(429, json!({ "retry": -4 })), Trouble::Busy(30)),
    ];
    for (reply, trouble) in cases {
        assert_eq!(sent(&collect(), reply.clone()), Sent::Trouble(trouble), "{reply:?}");
        assert_eq!(token(reply.clone()), Err(trouble), "{reply:?}");
        if reply != html(404) {
            assert_eq!(confirmed(reply.clone()), Confirmed::Trouble(trouble), "{reply:?}");
        }
    }
    assert_eq!(sent(&collect(), answer(409, json!({ "error": "closed" }))), Sent::Closed);
}

#[test]
fn another_receiver_is_believed_by_its_status_and_its_pointer() {
    let flat = form(&json!({ "action": "https://forms.example/f", "by": "status", "ask": [{ "field": "name" }] }));
    assert_eq!(sent(&flat, html(201)), Sent::Taken);
    assert_eq!(sent(&flat, html(409)), Sent::Trouble(Trouble::Refused));
    let graph = form(&json!({
        "action": "https://forms.example/api", "by": "status", "ask": [{ "field": "name" }],
        "send": { "as": "json", "body": { "name": "{name}" }, "fails": "/errors" },
    }));
    assert_eq!(sent(&graph, answer(200, json!({ "data": {} }))), Sent::Taken);
    assert_eq!(sent(&graph, answer(200, json!({ "errors": [{ "message": "no" }] }))), Sent::Trouble(Trouble::Refused));
    assert_eq!(sent(&graph, html(200)), Sent::Trouble(Trouble::Refused), "nobody can tell");
}

#[test]
fn a_token_comes_from_an_open_letter() {
    assert_eq!(token(answer(200, json!({ "token": "abc", "open": true }))), Ok(Some("abc".into())));
    assert_eq!(token(answer(200, json!({ "token": "abc", "open": false }))), Ok(None));
    assert_eq!(token(answer(409, json!({ "error": "closed" }))), Ok(None));
    assert_eq!(token(answer(200, json!({ "open": true }))), Err(Trouble::Failed));
}

#[test]
fn a_code_is_right_wrong_or_too_late() {
    let signed = json!({ "state": "confirmed", "id": "m4wq7t2n", "number": 12_874, "name": "Kim Lee", "shown": true });
    let expected =
        Signed { held: false, id: Some("m4wq7t2n".into()), number: Some(12_874), name: Some("Kim Lee".into()) };
    assert_eq!(confirmed(answer(200, signed.clone())), Confirmed::Signed(expected.clone()));
    let mut hidden = signed.clone();
    hidden["shown"] = json!(false);
    assert_eq!(confirmed(answer(200, hidden)), Confirmed::Signed(Signed { name: None, ..expected.clone() }));
    let mut held = signed;
    held["state"] = json!("held");
    assert_eq!(confirmed(answer(200, held)), Confirmed::Signed(Signed { held: true, ..expected }));
    assert_eq!(confirmed(answer(200, json!({ "state": "pending" }))), Confirmed::Trouble(Trouble::Failed));
    assert_eq!(confirmed(answer(403, json!({ "error": "code", "left": 3 }))), Confirmed::Wrong(3));
    assert_eq!(confirmed(answer(403, json!({ "error": "code", "left": 0 }))), Confirmed::Expired);
    assert_eq!(confirmed(answer(410, json!({ "error": "expired" }))), Confirmed::Expired);
    assert_eq!(confirmed(html(404)), Confirmed::Expired);
}
