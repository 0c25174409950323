use crate::http::{get, post};
use crate::kills::{Process, kill, of};
use crate::place::{LETTER, Place, wait_until};
use open_letter::collect::signature::code;
use open_letter::collect::store::sqlite::Sqlite;
use std::time::Duration;
use tokio::runtime::Runtime;

#[test]
fn nothing_that_was_promised_is_lost() {
    assert!(kill(20) > 0);
}

#[test]
fn a_collector_that_is_told_to_stop_publishes_first() {
    let place = Place::new();
    let process = Process::start(&place);
    let to = process.to;
    wait_until("the letter is published", || place.site("count.json").exists());
    let answer = get(to, &format!("/collect/v1/letters/{LETTER}/form"));
    let token = answer.json()["token"].as_str().unwrap().to_string();
    std::thread::sleep(Duration::from_secs(2));
    let fields =
        [("name", "Anna Berg"), ("email", "a@example.org"), ("consent", "2026-11-29"), ("token", token.as_str())];
    let handle = post(to, &format!("/collect/v1/letters/{LETTER}/signatures"), &fields).json();
    let handle = handle["signature"].as_str().unwrap();
    let runtime = Runtime::new().unwrap();
    let database = (place.path().join("signatures.db"), place.path().join("signatures.withdrawn"));
    let store = runtime.block_on(Sqlite::open(&database.0, &database.1)).unwrap();
    let code = code(&of(&runtime, &store, handle).unwrap(), &place.key());
    assert_eq!(post(to, &format!("/collect/v1/signatures/{handle}/confirm"), &[("code", &code)]).status, 200);
    process.stop();
    assert_eq!(place.count(), 3);
}
