//! The coordinator's pages: the way in, the queue, deciding.

use crate::http::{Answer, form, get, send};
use crate::place::{At, LETTER, wait_until};
use jiff::SignedDuration;
use open_letter::collect::admin::{LINK, link_for};
use open_letter::collect::pages::outbox;
use open_letter::collect::serve::hourly;
use open_letter::collect::signature::State;
use open_letter::collect::store::Store;

fn link(at: &At) -> String {
    let now = at.collector.now();
    let link = link_for("Kim@example.org", &at.collector.settings, &at.collector.key, now, LINK).unwrap();
    link.strip_prefix("https://letters.example").unwrap().to_string()
}

fn press(at: &At, path: &str, headers: &[(&str, &str)], fields: &[(&str, &str)]) -> Answer {
    let mut all = vec![("Content-Type", "application/x-www-form-urlencoded"), ("Sec-Fetch-Site", "same-origin")];
    all.extend_from_slice(headers);
    send(at.to, "POST", path, &all, &form(fields)).unwrap()
}

/// Signs in. Returns the cookie.
fn sign_in(at: &At) -> String {
    let answer = press(at, &link(at), &[], &[("do", "enter")]);
    assert_eq!(answer.status, 303, "{}", answer.body);
    let cookie = answer.header("set-cookie").to_string();
    for part in ["__Host-collect=", "Path=/", "HttpOnly", "SameSite=Strict", "Secure"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    cookie.split(';').next().unwrap().to_string()
}

fn queue(at: &At, cookie: &str) -> String {
    send(at.to, "GET", "/collect/admin/", &[("Cookie", cookie)], "").unwrap().body
}

fn held(at: &At, organisation: &str, email: &str) -> String {
    let more = [("kind", "organisation"), ("organisation", organisation)];
    let answer = at.sign_with("Anna Berg", email, &more);
    let handle = answer.json()["signature"].as_str().unwrap().to_string();
    at.confirm(&handle, &at.code(&handle));
    handle
}

#[test]
fn a_link_is_used_once_by_a_button_and_lasts_half_an_hour() {
    let at = At::new();
    let link = link(&at);
    for method in ["GET", "HEAD", "GET"] {
        assert_eq!(send(at.to, method, &link, &[], "").unwrap().status, 200, "opening it uses nothing up");
    }
    let form_type = ("Content-Type", "application/x-www-form-urlencoded");
    for elsewhere in [("Origin", "https://evil.example"), ("Sec-Fetch-Site", "cross-site")] {
        let answer = send(at.to, "POST", &link, &[form_type, elsewhere], &form(&[("do", "enter")])).unwrap();
        assert_eq!((answer.status, answer.header("set-cookie")), (403, ""), "no other site signs anybody in");
    }
    assert_eq!(press(&at, &link, &[], &[("do", "enter")]).status, 303);
    assert_eq!(press(&at, &link, &[], &[("do", "enter")]).status, 410);
    let old = self::link(&at);
    at.pass(SignedDuration::from_mins(31));
    assert_eq!(press(&at, &old, &[], &[("do", "enter")]).status, 410);
    assert_eq!(press(&at, "/collect/admin/in/nonsense", &[], &[("do", "enter")]).status, 410);
}

#[test]
fn an_organisation_is_approved_on_a_page() {
    let at = At::new();
    let handle = held(&at, "Readers e. V.", "anna@readers.example");
    assert!(!queue(&at, "").contains("Readers e. V."), "nobody is signed in");
    let cookie = sign_in(&at);
    let page = queue(&at, &cookie);
    assert!(page.contains("Readers e. V.") && page.contains("readers.example"), "{page}");
    let id = at.of(&handle).id.to_string();
    let fields = [("do", "approve"), ("letter", LETTER), ("id", id.as_str())];
    let elsewhere = [("Cookie", cookie.as_str()), ("Sec-Fetch-Site", "cross-site")];
    let mut all = vec![("Content-Type", "application/x-www-form-urlencoded")];
    all.extend_from_slice(&elsewhere);
    assert_eq!(send(at.to, "POST", "/collect/admin/", &all, &form(&fields)).unwrap().status, 403);
    let evil = [("Content-Type", all[0].1), ("Cookie", cookie.as_str()), ("Origin", "https://evil.example")];
    assert_eq!(send(at.to, "POST", "/collect/admin/", &evil, &form(&fields)).unwrap().status, 403);
    assert_eq!(at.of(&handle).state, State::Held);
    assert_eq!(press(&at, "/collect/admin/", &[("Cookie", &cookie)], &fields).status, 303);
    assert_eq!(at.of(&handle).state, State::Confirmed);
    at.hand_on();
    assert!(at.place.names().contains(&"Readers e. V.".to_string()));
}

#[test]
fn all_that_wait_are_declined_after_a_question_with_their_number() {
    let at = At::new();
    let (one, other) = (held(&at, "One", "a@example.org"), held(&at, "Other", "b@example.org"));
    let cookie = sign_in(&at);
    let act = |fields: &[(&str, &str)]| press(&at, "/collect/admin/", &[("Cookie", &cookie)], fields);
    let all = [("do", "decline"), ("letter", LETTER), ("all", "1")];
    assert_eq!(act(&all).status, 200, "the question");
    assert_eq!(at.of(&one).state, State::Held);
    let wrong = [all[0], all[1], all[2], ("sure", "1")];
    assert_eq!(act(&wrong).status, 200, "two wait, not one");
    let sure = [all[0], all[1], all[2], ("sure", "2"), ("reason", "Unknown here")];
    assert_eq!(act(&sure).status, 303);
    assert_eq!([at.of(&one).state, at.of(&other).state], [State::Declined; 2]);
    assert_eq!(at.of(&one).reason.as_deref(), Some("Unknown here"));
}

#[test]
fn signing_is_paused_by_a_button() {
    let at = At::new();
    let cookie = sign_in(&at);
    let path = format!("/collect/admin/figures/{LETTER}");
    assert_eq!(get(at.to, &path).status, 303, "nobody is signed in");
    at.sign("Anna", "anna@busy.example");
    let page = send(at.to, "GET", &path, &[("Cookie", &cookie)], "").unwrap();
    assert!(page.body.contains("busy.example"), "{}", page.body);
    press(&at, &path, &[("Cookie", &cookie)], &[("do", "pause")]);
    assert_eq!(at.sign_with("Bo", "bo@example.org", &[]).status, 409);
    press(&at, &path, &[("Cookie", &cookie)], &[("do", "resume")]);
    assert_eq!(at.sign_with("Bo", "bo@example.org", &[]).status, 202);
}

#[test]
fn the_way_in_is_mailed_to_coordinators_alone() {
    let at = At::new();
    let ask = |email: &str| press(&at, "/collect/admin/", &[], &[("do", "link"), ("email", email)]);
    assert_eq!(ask("stranger@example.org").header("location"), "./?sent");
    assert_eq!(ask("kim@example.org").header("location"), "./?sent");
    wait_until("the mail is written", || at.place.mails().len() == 1);
    let text = std::fs::read_to_string(&at.place.mails()[0]).unwrap();
    assert!(text.contains("kim@example.org"), "{text}");
}

/// The mails of that kind in the outbox.
fn mails(at: &At, kind: &str) -> Vec<String> {
    let mails = outbox::read(&at.place.path().join("outbox")).unwrap();
    mails.into_iter().filter(|mail| mail.file.contains(kind)).map(|mail| mail.text).collect()
}

#[test]
fn each_morning_coordinators_learn_what_waits_once() {
    let at = At::new();
    let due = || at.runtime.block_on(hourly(&at.collector)).unwrap();
    // This day is over, before anything waits.
    due();
    held(&at, "Readers e. V.", "anna@readers.example");
    at.pass(SignedDuration::from_hours(24));
    due();
    wait_until("the mail is written", || mails(&at, "-queue-").len() == 1);
    due();
    let place = at.stop();
    let at = At::work(place);
    at.pass(SignedDuration::from_hours(24));
    at.runtime.block_on(hourly(&at.collector)).unwrap();
    wait_until("nothing is to be sent", || {
        at.runtime.block_on(at.collector.store.waiting(at.collector.now(), 9)).unwrap() == 0
    });
    let all = mails(&at, "-queue-");
    assert_eq!(all.len(), 1, "neither an hour later nor after a new start: {all:?}");
    assert!(all[0].contains("1 organisation") && all[0].contains("for 24 hours"), "{}", all[0]);
    let link = all[0].split_whitespace().find(|word| word.contains("/admin/in/")).unwrap();
    let link = link.strip_prefix("https://letters.example").unwrap();
    assert_eq!(get(at.to, link).status, 200, "opening it uses nothing up");
    assert_eq!(press(&at, link, &[], &[("do", "enter")]).status, 303);
    assert_eq!(press(&at, link, &[], &[("do", "enter")]).status, 410);
    let next = |hours| at.pass(SignedDuration::from_hours(hours));
    next(24);
    at.runtime.block_on(hourly(&at.collector)).unwrap();
    wait_until("the next morning's mail is written", || mails(&at, "-queue-").len() == 2);
}

#[test]
fn nobody_floods_a_coordinator_with_links() {
    let at = At::new();
    let ask = |email: &str| press(&at, "/collect/admin/", &[], &[("do", "link"), ("email", email)]);
    let settled = || at.runtime.block_on(at.collector.store.waiting(at.collector.now(), 9)).unwrap() == 0;
    for _ in 0..10 {
        assert_eq!(ask("kim@example.org").header("location"), "./?sent");
        wait_until("it is sent", settled);
    }
    assert_eq!(mails(&at, "-sign-in-").len(), 6);
}
