//! From the code to the roll; and what a signatory can do then.

use crate::http::{get, post};
use crate::place::{At, Place, wait_until};
use jiff::SignedDuration;
use open_letter::collect::signature::State;
use open_letter::collect::state::Act;
use open_letter::collect::store::Store;
use serde_json::json;

#[test]
fn a_code_confirms_and_tells_the_place() {
    let at = At::new();
    wait_until("the letter is published", || at.place.site("count.json").exists());
    let handle = at.sign("Anna Berg", "anna@example.org");
    let code = at.code(&handle);
    wait_until("the first publication is noted", || at.collector.published.get(crate::place::LETTER).own == 2);
    let answer = at.confirm(&handle, &code);
    let id = at.of(&handle).id.to_string();
    let expected = json!({"state": "confirmed", "id": id, "number": 3, "name": "Anna Berg", "shown": true});
    assert_eq!((answer.status, answer.json()), (200, expected.clone()));
    let spaced = format!(" {} {} ", &code[..3], &code[3..]);
    assert_eq!(at.confirm(&handle, &spaced).json(), expected, "again, as people type it");
    wait_until("Anna is in the roll", || at.place.names().contains(&"Anna Berg".to_string()));
    assert!(id.starts_with("c-") && at.place.table().contains(&id));
}

#[test]
fn an_organisation_waits() {
    let at = At::new();
    let more = [("kind", "organisation"), ("organisation", "Readers e. V."), ("role", "Chair")];
    let answer = at.sign_with("Anna Berg", "anna@example.org", &more);
    let handle = answer.json()["signature"].as_str().unwrap().to_string();
    let answer = at.confirm(&handle, &at.code(&handle)).json();
    assert_eq!((&answer["state"], &answer["name"]), (&json!("held"), &json!("Readers e. V.")));
    at.hand_on();
    assert_eq!(at.place.count(), 2);
}

#[test]
fn a_wrong_code_has_five_tries_and_the_link_stays() {
    let at = At::new();
    let handle = at.sign("Anna Berg", "anna@example.org");
    let right = at.code(&handle);
    let wrong = if right == "123456" { "654321" } else { "123456" };
    for left in [4, 3, 2, 1, 0] {
        assert_eq!(at.confirm(&handle, wrong).json()["left"], json!(left));
    }
    assert_eq!(at.confirm(&handle, &right).status, 410);
    assert_eq!(post(at.to, &at.page("c", &handle), &[("do", "confirm")]).status, 303);
    assert_eq!(at.of(&handle).state, State::Confirmed);
}

#[test]
fn a_code_is_over_after_an_hour() {
    let at = At::new();
    let handle = at.sign("Anna Berg", "anna@example.org");
    wait_until("the mail is sent", || at.of(&handle).sent.is_some());
    at.pass(SignedDuration::from_mins(61));
    assert_eq!(at.confirm(&handle, &at.code(&handle)).json(), json!({"error": "expired"}));
}

#[test]
fn rejecting_twice_does_the_same() {
    let at = At::new();
    for confirms in [false, true] {
        let handle = at.sign("Anna Berg", "anna@example.org");
        let page = at.page("c", &handle);
        if confirms {
            post(at.to, &page, &[("do", "confirm")]);
        }
        for _ in 0..2 {
            let answer = post(at.to, &page, &[("do", "reject")]);
            assert_eq!(answer.status, 303);
            assert!(answer.header("location").ends_with("?rejected"));
        }
    }
}

#[test]
fn nobody_confirms_what_nobody_signed() {
    let at = At::new();
    assert_eq!(at.confirm("0123456789abcdefghjkmnpqrs", "000000").status, 410);
    assert_eq!(at.confirm("nonsense", "000000").status, 410);
    assert_eq!(get(at.to, "/collect/c/nonsense").status, 410);
    assert_eq!(post(at.to, "/collect/s/nonsense", &[("do", "erase")]).status, 410);
}

#[test]
fn a_signatory_changes_hides_and_shows() {
    let at = At::new();
    let handle = at.join("Anna Berg", "anna@example.org");
    let page = at.page("s", &handle);
    let act = |fields: &[(&str, &str)]| {
        let answer = post(at.to, &page, fields);
        at.hand_on();
        answer.status
    };
    assert_eq!(act(&[("do", "change"), ("name", "Anna B. Berg"), ("role", "Reader")]), 303);
    assert!(at.place.names().contains(&"Anna B. Berg".to_string()));
    assert_eq!(act(&[("do", "change"), ("name", "https://x.example")]), 422);
    assert_eq!(act(&[("do", "hide")]), 303);
    assert!(!at.place.names().contains(&"Anna B. Berg".to_string()));
    assert!(!at.place.table().contains("Berg"), "nor in the table");
    assert_eq!(at.place.count(), 3, "she still counts");
    assert_eq!(act(&[("do", "show")]), 303);
    assert!(at.place.names().contains(&"Anna B. Berg".to_string()));
    assert!(get(at.to, &page).body.contains("Anna B. Berg"));
    let data = get(at.to, &format!("{page}/data.json")).json();
    assert_eq!(
        (&data["consent"]["id"], &data["consent"]["text"]),
        (&json!("2026-11-29"), &json!("I sign this letter."))
    );
    assert_eq!((&data["name"], &data["role"]), (&json!("Anna B. Berg"), &json!("Reader")));
}

#[test]
fn a_changed_organisation_waits_again() {
    let at = At::new();
    let more = [("kind", "organisation"), ("organisation", "Readers e. V.")];
    let answer = at.sign_with("Anna Berg", "anna@example.org", &more);
    let handle = answer.json()["signature"].as_str().unwrap().to_string();
    at.confirm(&handle, &at.code(&handle));
    at.runtime.block_on(at.collector.store.act(&at.of(&handle).id, Act::Approve, "kim", at.collector.now())).unwrap();
    let page = at.page("s", &handle);
    post(at.to, &page, &[("do", "change"), ("role", "Chair")]);
    assert_eq!(at.of(&handle).state, State::Confirmed, "the name is what was approved");
    post(at.to, &page, &[("do", "change"), ("organisation", "The City Council")]);
    assert_eq!(at.of(&handle).state, State::Held);
}

#[test]
fn who_withdraws_is_gone_everywhere() {
    let at = At::new();
    let handle = at.join("Anna Berg", "anna@example.org");
    at.hand_on();
    assert_eq!(at.place.count(), 3);
    assert_eq!(post(at.to, &at.page("s", &handle), &[("do", "withdraw")]).status, 303);
    at.hand_on();
    assert_eq!(at.place.count(), 2);
    assert!(!at.place.table().contains("Berg"));
    assert!(get(at.to, &at.page("s", &handle)).status == 200);
    let page = at.page("s", &handle);
    assert!(post(at.to, &page, &[("do", "erase")]).header("location").ends_with("?erased"));
    assert_eq!(get(at.to, &page).status, 410);
}

#[test]
fn first_persons_wait_and_later_ones_do_not() {
    let at = At::work(Place::with("", "persons = \"before\"\npersons-first = 1"));
    let anna = at.join("Anna Berg", "anna@example.org");
    assert_eq!(at.of(&anna).state, State::Held);
    at.runtime.block_on(at.collector.store.act(&at.of(&anna).id, Act::Approve, "kim", at.collector.now())).unwrap();
    let bo = at.join("Bo Berg", "bo@example.org");
    assert_eq!(at.of(&bo).state, State::Confirmed);
}

#[test]
fn no_two_mails_have_one_identifier() {
    let at = At::new();
    let sent = |mails: usize| {
        wait_until("the mails are sent", || {
            let waiting = at.runtime.block_on(at.collector.store.waiting(at.collector.now(), 9)).unwrap();
            waiting == 0 && at.place.mails().len() == mails
        });
    };
    let handle = at.sign("Anna Berg", "anna@example.org");
    sent(1);
    at.confirm(&handle, &at.code(&handle));
    sent(2);
    let header = |bytes: Vec<u8>, name: &str| {
        let mail = String::from_utf8_lossy(&bytes).into_owned();
        mail.lines().find_map(|line| line.strip_prefix(name).map(str::to_string)).unwrap()
    };
    let all: Vec<Vec<u8>> = at.place.mails().iter().map(|mail| std::fs::read(mail).unwrap()).collect();
    for name in ["Message-ID: ", "Return-Path: "] {
        assert_ne!(header(all[0].clone(), name), header(all[1].clone(), name));
    }
}
