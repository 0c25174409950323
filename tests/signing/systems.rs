//! The known systems: what front matter makes of them, and what their emulators make of that.

use crate::receivers::{Kind, Receiver};
use open_letter::check::trial::{Trial, Verdict};
use open_letter::model::{Letter, SignForm, as_written};
use open_letter::source::Source;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::time::Duration;

/// The letter whose front matter has those lines below `sign:`.
#[track_caller]
fn letter(name: &str, sign: &str) -> Letter {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("systems").join(name);
    fs::create_dir_all(&folder).unwrap();
    let text = format!("---\nlang: en\ntitle: A letter\nsign:\n{sign}---\n\nText.\n");
    fs::write(folder.join("letter.md"), text).unwrap();
    fs::write(folder.join("signatories.csv"), "name\n").unwrap();
    let (source, findings) = Source::read(&folder, None);
    assert_eq!(findings.iter().map(ToString::to_string).collect::<Vec<_>>(), [""; 0]);
    source.unwrap().texts.remove(0).letter
}

#[track_caller]
fn form(letter: &Letter) -> SignForm {
    let json = letter.sign.as_ref().and_then(|sign| sign.form.as_ref()).expect("a form");
    let (form, problems) = SignForm::of(json, &as_written);
    assert_eq!(problems, []);
    form.expect("a form that works")
}

const ACTION_NETWORK: &str = "  url: https://actionnetwork.org/petitions/a\n  form: action-network \
                              71f8feef-61c8-4e6b-9745-ec1d7752f298\n";

const PROCA: &str = "  url: https://campaign.example/\n  form: proca 42\n";

/// What a trial of that form brings, at a receiver of that kind.
#[track_caller]
fn tried(letter: &Letter, kind: Kind, path: &str) -> (Verdict, bool, Receiver) {
    let receiver = Receiver::start(kind);
    let form = form(letter);
    let trial = Trial::new(letter, &form, "kim@example.org", &[&receiver.address, path].concat()).unwrap();
    let answers = trial.send().unwrap();
    let readable = answers.iter().all(|answer| trial.is_readable(answer));
    (trial.verdict(answers.last().unwrap()), readable, receiver)
}

fn body(receiver: &Receiver) -> Value {
    serde_json::from_str(&receiver.last_body().expect("a signature")).expect("JSON")
}

#[test]
fn action_network_takes_what_the_preset_sends() {
    let letter = letter("action-network", ACTION_NETWORK);
    assert_eq!(
        form(&letter).action.as_str(),
        "https://actionnetwork.org/api/v2/petitions/71f8feef-61c8-4e6b-9745-ec1d7752f298/signatures"
    );
    let path = "/api/v2/petitions/71f8feef-61c8-4e6b-9745-ec1d7752f298/signatures";
    let (verdict, readable, receiver) = tried(&letter, Kind::ActionNetwork, path);
    assert_eq!((verdict, readable), (Verdict::Taken, true));
    let expected = json!({
        "person": {
            "given_name": "Trial", "family_name": "Signature",
            "email_addresses": [{ "address": "kim@example.org", "status": "subscribed" }]
        },
        "triggers": { "autoresponse": { "enabled": true } }
    });
    assert_eq!(body(&receiver), expected);
    let methods: Vec<String> = receiver.received().into_iter().map(|request| request.method).collect();
    assert_eq!(methods, ["OPTIONS", "POST"]);
    let (verdict, ..) = tried(&letter, Kind::ActionNetwork, "/api/v2/petitions/5/signatures");
    assert_eq!(verdict, Verdict::Refused("its status is 404".into()));
}

#[test]
fn a_preset_sends_what_the_letter_asks_besides() {
    let sign = "  url: https://actionnetwork.org/petitions/a\n  form:\n    to: action-network \
                71f8feef-61c8-4e6b-9745-ec1d7752f298\n    ask: [first-name, last-name, email, country, comment]\n";
    let (verdict, _, receiver) = tried(
        &letter("asks-more", sign),
        Kind::ActionNetwork,
        "/api/v2/petitions/71f8feef-61c8-4e6b-9745-ec1d7752f298/signatures",
    );
    assert_eq!(verdict, Verdict::Taken);
    let body = body(&receiver);
    assert_eq!(body["person"]["postal_addresses"], json!([{ "country": "CA" }]));
    assert_eq!(body["comments"], "A trial by open-letter check: please delete it.");
}

#[test]
fn proca_takes_what_the_preset_sends() {
    let letter = letter("proca", PROCA);
    let (verdict, readable, receiver) = tried(&letter, Kind::Proca, "/api?id=42");
    assert_eq!((verdict, readable), (Verdict::Taken, true));
    let variables = &body(&receiver)["variables"];
    assert_eq!(variables["page"], 42);
    assert_eq!(variables["privacy"], json!({ "optIn": false }));
    let contact = json!({ "firstName": "Trial", "lastName": "Signature", "email": "kim@example.org" });
    assert_eq!(variables["contact"], contact);
    let (verdict, ..) = tried(&letter, Kind::Proca, "/api?id=43");
    assert_eq!(verdict, Verdict::Refused("it has something at /errors".into()), "200, and yet no signature");
}

#[test]
fn what_is_no_signature_is_not_taken_for_one() {
    let letter = letter("refusals", PROCA);
    let refused = |why: &str| Verdict::Refused(why.into());
    for (kind, expected) in [
        (Kind::Errors, refused("it has something at /errors")),
        (Kind::Busy, refused("its status is 429")),
        (Kind::Broken, refused("its status is 500")),
        (Kind::Page, refused("it is not JSON, in which /errors could be looked for")),
        (Kind::Redirects, refused("its status is 302")),
        (Kind::Takes, Verdict::Taken),
    ] {
        let (verdict, _, receiver) = tried(&letter, kind, "/");
        assert_eq!(verdict, expected, "{kind:?}");
        assert!(receiver.received().iter().all(|request| request.path == "/"), "no redirect is followed");
    }
}

#[test]
fn an_answer_that_no_page_may_read_is_noticed() {
    let (verdict, readable, _) = tried(&letter("cors", PROCA), Kind::WithoutCors, "/");
    assert_eq!((verdict, readable), (Verdict::Taken, false));
}

#[test]
fn silence_is_no_answer() {
    let (letter, receiver) = (letter("silence", PROCA), Receiver::start(Kind::Hangs));
    let form = form(&letter);
    let mut trial = Trial::new(&letter, &form, "kim@example.org", &receiver.address).unwrap();
    trial.time = Duration::from_millis(300);
    let error = trial.send().unwrap_err().to_string();
    assert_eq!(error, format!("{}/ did not answer", receiver.address));
}

#[test]
fn a_form_of_names_is_sent_as_one() {
    let sign = "  form:\n    by: status\n    action: https://a.example/\n    ask: [name, email]\n    send: { as: form, \
                names: { name: \"member[name]\" }, also: { guard: \"\" } }\n";
    let letter = letter("names", sign);
    let (verdict, _, receiver) = tried(&letter, Kind::Takes, "/action");
    assert_eq!(verdict, Verdict::Taken);
    let requests = receiver.received();
    assert_eq!(requests.len(), 1, "a form needs no question first");
    assert_eq!(requests[0].kind, "application/x-www-form-urlencoded");
    assert_eq!(requests[0].body, "member%5Bname%5D=Trial+Signature&email=kim%40example.org&guard=");
    assert_eq!(letter.sign.unwrap().url.as_str(), "sign/", "the letter's own page signs");
}

#[test]
fn a_document_keeps_the_kinds_of_its_values() {
    let sign = "  url: https://a.example/sign\n  form:\n    by: status\n    action: https://a.example/\n    ask: [name]\n    send:\n      as: json\n      \
                body: { name: \"{name}\", page: 5, quoted: \"5\", yes: true, no: false, word: no, none: null }\n";
    let (_, _, receiver) = tried(&letter("kinds", sign), Kind::Takes, "/");
    let expected = json!({ "name": "Trial Signature", "page": 5, "quoted": "5", "yes": true, "no": false,
        "word": "no", "none": null });
    assert_eq!(body(&receiver), expected);
}

#[test]
fn a_trial_goes_where_others_cannot_read_it() {
    let letter = letter("insecure", PROCA);
    let form = form(&letter);
    let refused = |to: &str| Trial::new(&letter, &form, "kim@example.org", to).unwrap_err().to_string();
    assert_eq!(
        refused("http://a.example/"),
        "--to is http://a.example/, which is not https: others could read what is sent"
    );
    assert_eq!(refused("a.example"), "--to is “a.example”: give the whole address of the receiver");
    let error = Trial::new(&letter, &form, "kim", "https://a.example/").unwrap_err().to_string();
    assert_eq!(error, "the form refuses the trial itself: email is “kim”, which has the fault form");
}
