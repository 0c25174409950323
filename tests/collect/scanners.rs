//! Programs that look through mails follow links, twice, with HEAD and GET: nothing is confirmed by that, and the person
//! can confirm afterwards.

use crate::http::{get, post, send};
use crate::place::At;
use open_letter::collect::signature::State;

#[test]
fn looking_changes_nothing() {
    let at = At::new();
    let handle = at.sign("Anna Berg", "anna@example.org");
    let before = at.of(&handle);
    let paths = [at.page("c", &handle), at.page("s", &handle), format!("{}/data.json", at.page("s", &handle))];
    for path in &paths {
        for method in ["HEAD", "GET", "GET", "OPTIONS", "HEAD"] {
            for path in [path.clone(), format!("{path}?do=confirm"), format!("{path}?do=erase")] {
                send(at.to, method, &path, &[], "").unwrap();
            }
        }
    }
    let after = at.of(&handle);
    assert_eq!((after.state, after.tries, after.version), (State::Pending, before.tries, before.version));
    let page = get(at.to, &paths[0]);
    assert_eq!(page.status, 200);
    assert!(page.body.contains("Anna Berg") && page.body.contains("method=\"post\""));
    assert_eq!(post(at.to, &paths[0], &[("do", "confirm")]).status, 303);
    assert_eq!(post(at.to, &paths[0], &[("do", "confirm")]).status, 303, "pressed twice");
    assert_eq!(at.of(&handle).state, State::Confirmed);
}

#[test]
fn a_post_without_a_button_changes_nothing() {
    let at = At::new();
    let handle = at.sign("Anna Berg", "anna@example.org");
    assert_eq!(post(at.to, &at.page("c", &handle), &[]).status, 404);
    assert_eq!(at.of(&handle).state, State::Pending);
}

#[test]
fn it_was_not_me_stays_possible() {
    let at = At::new();
    let handle = at.join("Anna Berg", "anna@example.org");
    at.hand_on();
    assert_eq!(at.place.count(), 3);
    let page = at.page("c", &handle);
    let own = at.page("s", &handle);
    assert_eq!(post(at.to, &page, &[("do", "reject")]).header("location"), format!("../s/{}?rejected", &own[11..]));
    at.hand_on();
    assert_eq!(at.place.count(), 2);
    assert_eq!(get(at.to, &own).status, 410);
}

#[test]
fn pages_load_nothing_and_stand_in_no_frame() {
    let at = At::new();
    let handle = at.sign("Anna Berg", "anna@example.org");
    for path in [at.page("c", &handle), "/collect/c/none".to_string(), "/collect/admin/".to_string()] {
        let answer = get(at.to, &path);
        let policy = answer.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "{path}");
        assert_eq!(answer.header("referrer-policy"), "no-referrer");
        assert_eq!(answer.header("cache-control"), "no-store");
        assert_eq!(answer.header("access-control-allow-origin"), "");
    }
}
