//! Each answer of the interface, as a widget gets it.

use crate::http::{form, get, post, send};
use crate::place::{At, LETTER, Place, wait_until};
use jiff::{SignedDuration, Timestamp};
use open_letter::collect::store::{Filter, Open, Store};
use serde_json::json;

fn signatures() -> String {
    format!("/collect/v1/letters/{LETTER}/signatures")
}

/// How many sign-ups the store has.
fn stored(at: &At) -> usize {
    at.runtime.block_on(at.collector.store.select(LETTER, &Filter::default())).unwrap().len()
}

#[test]
fn the_form_has_a_token() {
    let at = At::new();
    let answer = get(at.to, &format!("/collect/v1/letters/{LETTER}/form"));
    assert_eq!((answer.status, &answer.json()["open"]), (200, &json!(true)));
    assert_eq!(get(at.to, "/collect/v1/letters/none/form").status, 404);
}

#[test]
fn every_answer_is_for_every_origin_and_for_nobodys_cache() {
    let at = At::new();
    let origin = [("Origin", "null"), ("Content-Type", "application/x-www-form-urlencoded")];
    for answer in [
        send(at.to, "GET", &format!("/collect/v1/letters/{LETTER}/form"), &origin, "").unwrap(),
        send(at.to, "POST", &signatures(), &origin, "name=").unwrap(),
        send(at.to, "POST", "/collect/v1/letters/none/signatures", &origin, "name=").unwrap(),
        send(at.to, "POST", &signatures(), &origin, &"x".repeat(9000)).unwrap(),
        send(at.to, "DELETE", &signatures(), &origin, "").unwrap(),
    ] {
        assert_eq!(answer.header("access-control-allow-origin"), "*", "{answer:?}");
        assert_eq!(answer.header("access-control-allow-credentials"), "");
        assert_eq!(answer.header("cache-control"), "no-store");
        assert_eq!(answer.header("referrer-policy"), "no-referrer");
        assert_eq!(answer.header("set-cookie"), "");
    }
    let preflight = send(at.to, "OPTIONS", &signatures(), &origin, "").unwrap();
    assert_eq!((preflight.status, preflight.header("access-control-allow-headers")), (204, "content-type"));
}

#[test]
fn a_sign_up_waits_for_its_code() {
    let at = At::new();
    let answer = at.sign_with("Anna Berg", "anna@example.org", &[("lang", "en"), ("partner", "north-ngo")]);
    let json = answer.json();
    assert_eq!(answer.status, 202, "{json}");
    assert_eq!(
        (&json["state"], &json["by"], &json["mail"]),
        (&json!("pending"), &json!(["code", "link"]), &json!("soon"))
    );
    let expires: Timestamp = json["expires"].as_str().unwrap().parse().unwrap();
    let days = expires.duration_since(at.collector.now()).as_hours() / 24;
    assert!((6..=7).contains(&days), "{json}");
    let handle = json["signature"].as_str().unwrap();
    assert_eq!(handle.len(), 26, "128 bits");
    assert_eq!(at.of(handle).partner.as_deref(), Some("north-ngo"));
    wait_until("the mail is in the outbox", || at.place.mails().len() == 1);
}

#[test]
fn json_is_taken_as_well() {
    let at = At::new();
    let (token, content) = (at.token(), [("Content-Type", "application/json")]);
    let body = json!({"name": "Anna", "email": "anna@example.org", "consent": true, "token": token});
    assert_eq!(send(at.to, "POST", &signatures(), &content, &body.to_string()).unwrap().status, 202);
    for body in ["", "[]", "{\"name\":{}}", "{"] {
        let answer = send(at.to, "POST", &signatures(), &content, body).unwrap();
        assert_eq!((answer.status, answer.json()), (400, json!({"error": "body"})), "{body}");
    }
}

#[test]
fn faults_are_listed_by_field() {
    let at = At::new();
    let faults = |name: &str, email: &str, more: &[(&str, &str)]| {
        let answer = at.sign_with(name, email, more);
        assert_eq!(answer.status, 422, "{}", answer.body);
        assert_eq!(answer.json()["error"], "invalid");
        answer.json()["fields"].clone()
    };
    assert_eq!(faults("", "anna@", &[]), json!({"name": "missing", "email": "form"}));
    assert_eq!(faults("see https://x.example", "a@example.org", &[]), json!({"name": "link"}));
    assert_eq!(faults(&"x".repeat(101), "a@example.org", &[]), json!({"name": "long"}));
    assert_eq!(faults("=1+1", "a@example.org", &[]), json!({"name": "form"}));
    assert_eq!(faults("1234", "a@example.org", &[]), json!({"name": "letters"}));
    let organisation = [("kind", "organisation")];
    assert_eq!(faults("Anna", "a@example.org", &organisation), json!({"organisation": "missing"}));
    assert_eq!(faults("Anna", "a@example.org", &[("comment", &"x".repeat(281))]), json!({"comment": "long"}));
    let body = [("name", "Anna"), ("email", "a@example.org")];
    assert_eq!(post(at.to, &signatures(), &body).json()["fields"], json!({"consent": "missing"}));
    assert_eq!(stored(&at), 0);
}

#[test]
fn a_token_is_needed_that_is_neither_young_nor_old() {
    let at = At::new();
    let fields = |token: &str| {
        let fields = [("name", "Anna"), ("email", "a@example.org"), ("consent", "2026-11-29"), ("token", token)];
        post(at.to, &signatures(), &fields)
    };
    assert_eq!(fields("").json(), json!({"error": "invalid", "fields": {"token": "missing"}}));
    assert_eq!(fields("x").json(), json!({"error": "invalid", "fields": {"token": "form"}}));
    let young = fields(&at.collector.token(LETTER));
    assert_eq!((young.status, young.header("retry-after")), (429, "2"));
    let old = at.token();
    at.pass(SignedDuration::from_hours(3));
    assert_eq!(fields(&old).status, 422);
}

#[test]
fn who_falls_into_the_trap_learns_nothing() {
    let at = At::new();
    let answer = at.sign_with("Anna", "anna@example.org", &[("website", "https://x.example")]);
    assert_eq!((answer.status, &answer.json()["state"]), (202, &json!("pending")));
    assert_eq!(stored(&at), 0);
    let handle = answer.json()["signature"].as_str().unwrap().to_string();
    assert_eq!(at.confirm(&handle, "000000").status, 410);
}

#[test]
fn a_repeat_with_the_same_key_gives_the_first_answer() {
    let at = At::new();
    let key = [("key", "6f1c2d3e4a5b6c7d8e9f0a1b2c3d4e5f")];
    let first = at.sign_with("Anna", "anna@example.org", &key).json();
    let second = at.sign_with("Anna", "anna@example.org", &key).json();
    assert_eq!(first["signature"], second["signature"]);
    assert_eq!(stored(&at), 1);
    let other = at.sign_with("Anna", "anna@example.org", &[("key", "00000000000000000000000000000000")]).json();
    assert_ne!(first["signature"], other["signature"]);
    assert_eq!(stored(&at), 1);
}

#[test]
fn the_answer_never_tells_whether_an_address_has_signed() {
    let at = At::new();
    at.join("Anna Berg", "anna@example.org");
    let known = at.sign_with("Anna Berg", "Anna+1@example.org", &[]);
    let unknown = at.sign_with("Bo Berg", "bo@example.org", &[]);
    let shape = |answer: &crate::http::Answer| {
        let json = answer.json();
        let names: Vec<String> = json.as_object().unwrap().keys().cloned().collect();
        (answer.status, names, json["state"].clone(), json["by"].clone(), json["mail"].clone())
    };
    assert_eq!(shape(&known), shape(&unknown));
    // Wrong codes are answered alike, too.
    let handles = [&known, &unknown].map(|answer| answer.json()["signature"].as_str().unwrap().to_string());
    for left in [4, 3, 2, 1, 0] {
        for handle in &handles {
            let wrong = if at.code(handle) == "000000" { "000001" } else { "000000" };
            let answer = at.confirm(handle, wrong);
            assert_eq!((answer.status, answer.json()), (403, json!({"error": "code", "left": left})));
        }
    }
    for handle in &handles {
        assert_eq!(at.confirm(handle, "000000").status, 410);
    }
    let link = |email: &str| {
        let answer = post(at.to, &format!("/collect/v1/letters/{LETTER}/link"), &[("email", email)]);
        (answer.status, answer.body)
    };
    assert_eq!(link("anna@example.org"), link("nobody@example.org"));
    assert_eq!(link("anna@example.org").0, 202);
}

#[test]
fn a_closed_letter_takes_no_signatures() {
    let at = At::new();
    at.runtime.block_on(at.collector.store.set_open(LETTER, Open::Closed(at.collector.now()))).unwrap();
    let answer = at.sign_with("Anna", "anna@example.org", &[]);
    assert_eq!((answer.status, answer.json()), (409, json!({"error": "closed"})));
    let form = get(at.to, &format!("/collect/v1/letters/{LETTER}/form"));
    assert_eq!(form.json()["open"], json!(false));
}

#[test]
fn too_many_from_a_network_are_told_when_to_come_again() {
    let place = Place::new();
    let text = std::fs::read_to_string(place.config()).unwrap();
    std::fs::write(place.config(), text.replace("network-per-hour = 1000000", "network-per-hour = 2")).unwrap();
    let at = At::work(place);
    let sign = |from: &str, name: &str| {
        let (token, email) = (at.token(), format!("{name}@example.org"));
        let fields = [("name", name), ("email", email.as_str()), ("consent", "2026-11-29"), ("token", token.as_str())];
        let headers = [("X-Forwarded-For", from), ("Content-Type", "application/x-www-form-urlencoded")];
        send(at.to, "POST", &signatures(), &headers, &form(&fields)).unwrap()
    };
    assert_eq!(sign("192.0.2.1", "anna").status, 202);
    assert_eq!(sign("192.0.2.1", "bo").status, 202);
    let busy = sign("192.0.2.1", "cy");
    assert_eq!((busy.status, busy.json()["error"].clone()), (429, json!("busy")));
    assert_eq!(busy.header("retry-after"), busy.json()["retry"].to_string());
    assert_eq!(sign("192.0.2.2", "cy").status, 202, "another network");
    assert_eq!(sign("203.0.113.9, 192.0.2.2", "di").status, 202, "what the sender writes is not believed");
    assert_eq!(sign("203.0.113.8, 192.0.2.2", "ed").status, 429);
}

#[test]
fn what_is_too_long_or_elsewhere_is_refused() {
    let at = At::new();
    let long = post(at.to, &signatures(), &[("name", &"x".repeat(9000))]);
    assert_eq!((long.status, long.json()), (413, json!({"error": "long"})));
    assert_eq!(get(at.to, "/collect/v1/none").status, 404);
    assert_eq!(get(at.to, &signatures()).status, 405);
    assert_eq!(post(at.to, "/collect/v1/letters/none/signatures", &[]).status, 404);
    assert_eq!(get(at.to, "/collect/healthz").json(), json!({"ok": true}));
    assert_eq!(get(at.to, "/healthz").status, 200, "proxies may take the path away");
}

#[test]
fn the_count_is_that_of_the_site_and_never_ahead_of_it() {
    let at = At::new();
    let count = || get(at.to, &format!("/collect/v1/letters/{LETTER}/count.json"));
    wait_until("the letter is published", || count().status == 200);
    at.join("Anna Berg", "anna@example.org");
    let published = || std::fs::read_to_string(at.place.site("count.json")).unwrap();
    wait_until("Anna counts", || {
        let told = count().json()["count"].as_u64().unwrap();
        let there = serde_json::from_str::<serde_json::Value>(&published()).unwrap()["count"].as_u64().unwrap();
        assert!(told <= there, "{told} is told, and {there} is published");
        told == 3
    });
}

#[test]
fn streams_are_off_by_default() {
    let at = At::new();
    assert_eq!(get(at.to, &format!("/collect/v1/letters/{LETTER}/stream")).status, 204);
    assert_eq!(get(at.to, "/collect/v1/letters/none/stream").status, 404);
}

#[test]
fn a_stream_tells_the_count_and_has_a_limit() {
    use std::io::{BufRead, BufReader, Write};
    let at = At::work(Place::with("streams = 1", "persons = \"after\""));
    let path = format!("/collect/v1/letters/{LETTER}/stream");
    wait_until("the letter is published", || at.place.site("count.json").exists());
    let mut stream = std::net::TcpStream::connect(at.to).unwrap();
    stream.set_read_timeout(Some(std::time::Duration::from_mins(1))).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
    let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
    let mut next = || lines.find_map(|line| line.strip_prefix("data: ").map(ToString::to_string)).unwrap();
    let count = |text: String| serde_json::from_str::<serde_json::Value>(&text).unwrap()["count"].as_u64().unwrap();
    assert_eq!(count(next()), 2);
    assert_eq!(get(at.to, &path).status, 204, "there is room for one");
    at.join("Anna Berg", "anna@example.org");
    assert_eq!(count(next()), 3);
}
