//! What strangers send, and what must not come of it.

use crate::http::{Answer, form, get, post, send};
use crate::place::{At, LETTER, wait_until};
use open_letter::collect::signature::State;
use open_letter::collect::store::{Filter, Store};
use std::fs;
use std::io::{Read, Write};

const FORM: (&str, &str) = ("Content-Type", "application/x-www-form-urlencoded");

fn signatures() -> String {
    format!("/collect/v1/letters/{LETTER}/signatures")
}

/// How many sign-ups the store has.
fn stored(at: &At) -> usize {
    at.runtime.block_on(at.collector.store.select(LETTER, &Filter::default())).unwrap().len()
}

#[test]
fn no_body_is_a_sign_up_that_is_none() {
    let at = At::new();
    let deep = ["[".repeat(4000), "]".repeat(4000)].concat();
    let bodies: [(&str, &str); 10] = [
        ("application/x-www-form-urlencoded", "%ff%fe=%00&name=%00&email=a%0d%0aBcc:%20b@example.org"),
        ("application/x-www-form-urlencoded", "&&&==&=name&name"),
        ("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nA\r\n--x--"),
        ("application/json", &deep),
        ("application/json", "{\"name\":\"a\",\"name\":{\"a\":1}}"),
        ("application/json", "{\"name\":1e999}"),
        ("application/json", "\u{feff}{}"),
        ("application/json; charset=utf-16", "{}"),
        ("text/plain", "name=A&email=a@example.org"),
        ("", ""),
    ];
    for (kind, body) in bodies {
        let answer = send(at.to, "POST", &signatures(), &[("Content-Type", kind)], body).unwrap();
        assert!((400..500).contains(&answer.status), "{kind} {body:.40}: {answer:?}");
        assert!(answer.json()["error"].is_string(), "{answer:?}");
    }
    assert_eq!(stored(&at), 0);
}

#[test]
fn bytes_that_are_no_request_end_their_connection_only() {
    let at = At::new();
    let garbage: [&[u8]; 5] = [
        b"\x16\x03\x01\x02\x00\x01\x00",
        b"GET /collect/healthz HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"POST /collect/v1/letters/x/signatures HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        b"GET /collect/c/%00%ff%2e%2e%2f HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        b"GET http://evil.example/collect/healthz HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
    ];
    for bytes in garbage {
        let mut stream = std::net::TcpStream::connect(at.to).unwrap();
        stream.set_read_timeout(Some(std::time::Duration::from_secs(5))).unwrap();
        stream.write_all(bytes).unwrap();
        let _ = stream.shutdown(std::net::Shutdown::Write);
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        let answer = String::from_utf8_lossy(&answer);
        assert!(!answer.contains(" 500 "), "{answer}");
    }
    assert_eq!(get(at.to, "/collect/healthz").status, 200);
}

#[test]
fn no_cell_of_the_table_runs_as_a_formula_or_ends_its_row() {
    let at = At::new();
    let starts = ["=", "+", "-", "@", "\t=", "\r=", "\n="];
    for start in starts {
        let words = format!("{start}cmd|' /C calc'!A0");
        for field in ["name", "organisation", "role", "country", "comment"] {
            let name = if field == "name" { words.as_str() } else { "Anna Berg" };
            let answer = at.sign_with(name, "anna@example.org", &[(field, &words)]);
            // What is trimmed away is not there, and what is left begins as a formula does.
            assert_eq!(answer.status, 422, "{field} {words:?}: {}", answer.body);
        }
    }
    // What only some spreadsheets run is a name like any other, and is shielded in the table.
    for (number, start) in ["＝", "＋", "－", "＠", "\"=", "'="].into_iter().enumerate() {
        at.join(&format!("{start}Person{number}"), &format!("person{number}@example.org"));
    }
    at.hand_on();
    let table = at.place.table();
    assert_eq!(table.lines().filter(|row| row.contains(",'") || row.contains(",\"'")).count(), 6, "{table}");
    assert!(at.place.names().contains(&"＝Person0".to_string()), "{:?}", at.place.names());
    let odd = "Anna \"Ann\" Berg, the 1st; O'Neill";
    let handle = at.sign_with(odd, "anna@example.org", &[("comment", "\"quoted\", and, more")]);
    let handle = handle.json()["signature"].as_str().unwrap().to_string();
    at.confirm(&handle, &at.code(&handle));
    at.hand_on();
    let table = at.place.table();
    let mut rows = csv::Reader::from_reader(table.as_bytes());
    let rows: Vec<csv::StringRecord> = rows.records().collect::<Result<_, _>>().unwrap();
    assert_eq!(rows.len(), 7, "{table}");
    assert!(rows[6].iter().any(|cell| cell == odd), "{table}");
}

#[test]
fn no_header_of_a_mail_is_written_by_a_stranger() {
    let at = At::new();
    for email in [
        "a@example.org\r\nBcc: b@example.org",
        "a@example.org%0d%0aBcc: b@example.org",
        "\"a b\"@example.org, b@example.org",
        "a@example.org,b@example.org",
        "a@example.org;b@example.org",
        "a@[127.0.0.1]",
        "a@localhost",
        "a@example.org>\nTo: b@example.org",
    ] {
        let answer = at.sign_with("Anna Berg", email, &[]);
        assert_eq!(answer.status, 422, "{email:?}: {}", answer.body);
    }
    let name = "Anna Berg Subject Bcc X-Spam";
    at.sign_with(name, "anna@example.org", &[]);
    wait_until("the mail is written", || at.place.mails().len() == 1);
    let mail = fs::read(&at.place.mails()[0]).unwrap();
    let mail = mailparse::parse_mail(&mail).unwrap();
    let header = |name: &str| mail.headers.iter().filter(|header| header.get_key() == name).count();
    assert_eq!((header("To"), header("Subject"), header("Bcc"), header("X-Spam")), (1, 1, 0, 0));
    assert!(!mail.headers.iter().any(|header| header.get_value().contains("Anna Berg")), "names are in the text alone");
}

/// Everywhere a redirect is answered, it leads to a page of ours, whatever was sent.
#[test]
fn no_redirect_leads_away() {
    let at = At::new();
    let handle = at.sign("Anna Berg", "anna@example.org");
    let page = at.page("c", &handle);
    let own = page.replace("/c/", "/s/");
    let evil = [("Host", "evil.example"), ("X-Forwarded-Host", "evil.example"), ("Accept", "text/html"), FORM];
    let to = "//evil.example/";
    let answers: Vec<Answer> = [
        ("GET", own.as_str(), ""),
        ("POST", page.as_str(), "do=confirm&next=//evil.example/"),
        ("GET", page.as_str(), ""),
        ("POST", own.as_str(), "do=news-off&return=//evil.example/"),
        ("GET", "/collect/admin", ""),
        ("GET", "/collect/admin/figures/x", ""),
        ("POST", "/collect/admin/", "do=link&email=//evil.example/"),
        ("GET", "/collect//evil.example/c/x", ""),
        ("GET", "//evil.example/collect/admin", ""),
    ]
    .into_iter()
    .filter_map(|(method, path, body)| send(at.to, method, path, &evil, body))
    .collect();
    assert!(answers.iter().filter(|answer| answer.status == 303).count() >= 6, "{answers:#?}");
    for answer in answers {
        let location = answer.header("location");
        assert!(!location.contains(to) && !location.contains("evil") && !location.starts_with('/'), "{answer:?}");
    }
}

#[test]
fn forms_that_another_site_sends_change_nothing() {
    let at = At::new();
    let handle = at.join("Anna Berg", "anna@example.org");
    let own = at.page("s", &handle);
    for elsewhere in
        [("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site"), ("Origin", "https://evil.example")]
    {
        let answer = send(at.to, "POST", &own, &[elsewhere, FORM], "do=erase").unwrap();
        assert_eq!(answer.status, 404, "{elsewhere:?}");
    }
    assert_eq!(at.of(&handle).state, State::Confirmed);
    // A browser that says nothing, and one that keeps its origin to itself.
    for here in [("Origin", "null"), ("Sec-Fetch-Site", "same-origin"), ("Origin", "https://letters.example")] {
        assert_eq!(send(at.to, "POST", &own, &[here, FORM], "do=hide").unwrap().status, 303, "{here:?}");
    }
    let pending = at.sign("Bo Berg", "bo@example.org");
    let cross = send(at.to, "POST", &at.page("c", &pending), &[("Sec-Fetch-Site", "cross-site"), FORM], "do=confirm");
    assert_eq!(cross.unwrap().status, 404);
    assert_eq!(at.of(&pending).state, State::Pending);
}

#[test]
fn a_repeated_request_does_nothing_twice() {
    let at = At::new();
    wait_until("the first publication is noted", || at.collector.published.get(LETTER).own == 2);
    let (token, key) = (at.token(), "6f1c2d3e4a5b6c7d8e9f0a1b2c3d4e5f");
    let fields = [
        ("name", "Anna Berg"),
        ("email", "anna@example.org"),
        ("consent", "2026-11-29"),
        ("token", token.as_str()),
        ("key", key),
    ];
    let handle = post(at.to, &signatures(), &fields).json()["signature"].as_str().unwrap().to_string();
    let code = at.code(&handle);
    let first = at.confirm(&handle, &code).json();
    for _ in 0..3 {
        assert_eq!(post(at.to, &signatures(), &fields).json()["signature"].as_str(), Some(handle.as_str()));
        assert_eq!(at.confirm(&handle, &code).json(), first);
        assert_eq!(post(at.to, &at.page("c", &handle), &[("do", "confirm")]).status, 303);
    }
    at.hand_on();
    assert_eq!((stored(&at), at.place.count()), (1, 3));
    // Who has withdrawn is brought back by no repetition.
    post(at.to, &at.page("s", &handle), &[("do", "withdraw")]);
    at.confirm(&handle, &code);
    post(at.to, &at.page("c", &handle), &[("do", "confirm")]);
    post(at.to, &signatures(), &fields);
    at.hand_on();
    assert_eq!((at.of(&handle).state, at.place.count()), (State::Withdrawn, 2));
}

#[test]
fn a_link_that_is_over_offers_a_new_one_by_mail() {
    let at = At::new();
    let handle = at.join("Anna Berg", "anna@example.org");
    wait_until("the mails are written", || {
        at.runtime.block_on(at.collector.store.waiting(at.collector.now(), 9)).unwrap() == 0
    });
    at.pass(jiff::SignedDuration::from_hours(1));
    let over = get(at.to, "/collect/s/0000000000000000000000000000000000");
    assert_eq!(over.status, 410);
    assert!(over.body.contains("action=\"../link\"") && over.body.contains("name=\"email\""), "{}", over.body);
    let ask = |email: &str| {
        let answer = post(at.to, "/collect/link", &[("email", email), ("do", "link")]);
        (answer.status, answer.body)
    };
    assert_eq!(ask("stranger@example.org"), ask("anna@example.org"));
    let again = || at.place.mails().iter().filter(|mail| mail.to_string_lossy().contains("-again-")).count();
    wait_until("the link is mailed", || again() == 1);
    assert!(at.of(&handle).state == State::Confirmed);
    let sent = send(at.to, "POST", "/collect/link", &[FORM], &form(&[("email", "nobody")])).unwrap();
    assert_eq!(sent.status, 200, "what is no address is answered alike");
}
