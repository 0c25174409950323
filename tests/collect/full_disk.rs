//! The disk is full: readers are told, nothing that was promised is lost, and all goes on once there is room.

use crate::http::{Answer, get, post};
use crate::kills::{Process, of};
use crate::place::{LETTER, Place, wait_until};
use open_letter::collect::key::Key;
use open_letter::collect::signature::{Token, code};
use open_letter::collect::store::sqlite::Sqlite;
use serde_json::json;
use std::net::SocketAddr;
use std::process::Command;
use std::time::Duration;
use tokio::runtime::Runtime;

/// The collector, which a file that can't grow does not end by a signal (SIGXFSZ): a full disk does not, either.
fn start(place: &Place) -> Process {
    let mut command = Command::new("sh");
    command.args(["-c", "trap '' XFSZ; exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_open-letter")]);
    Process::of(command, place)
}

struct At<'p> {
    to: SocketAddr,
    token: String,
    key: Key,
    store: Sqlite,
    runtime: &'p Runtime,
}

impl At<'_> {
    fn sign(&self, name: &str, email: &str) -> Answer {
        let fields = [("name", name), ("email", email), ("consent", "2026-11-29"), ("token", self.token.as_str())];
        post(self.to, &format!("/collect/v1/letters/{LETTER}/signatures"), &fields)
    }

    fn confirm(&self, signed: &Answer) -> Answer {
        let handle = signed.json()["signature"].as_str().unwrap().to_string();
        let code = code(&of(self.runtime, &self.store, &handle).unwrap(), &self.key);
        post(self.to, &format!("/collect/v1/signatures/{handle}/confirm"), &[("code", &code)])
    }

    fn withdraw(&self, signed: &Answer) -> u16 {
        let handle = signed.json()["signature"].as_str().unwrap().to_string();
        let id = of(self.runtime, &self.store, &handle).unwrap().id;
        let page = format!("/collect/s/{}", Token::of(&id, &self.key).as_str());
        post(self.to, &page, &[("do", "withdraw")]).status
    }
}

#[test]
fn a_full_disk_is_told_and_loses_nothing() {
    let place = Place::new();
    let process = start(&place);
    let token = get(process.to, &format!("/collect/v1/letters/{LETTER}/form")).json()["token"].as_str().unwrap().into();
    let runtime = Runtime::new().unwrap();
    let database = (place.path().join("signatures.db"), place.path().join("signatures.withdrawn"));
    let store = runtime.block_on(Sqlite::open(&database.0, &database.1)).unwrap();
    std::thread::sleep(Duration::from_secs(2));
    let at = At { to: process.to, token, key: place.key(), store, runtime: &runtime };
    let anna = at.sign("Anna Berg", "anna@example.org");
    assert_eq!(at.confirm(&anna).status, 200);
    let bo = at.sign("Bo Berg", "bo@example.org");
    wait_until("Anna is published", || place.count() == 3);
    let before = std::fs::read_to_string(place.site("letter.json")).unwrap();

    process.limit(Some(1));
    let refused = at.sign("Cy Berg", "cy@example.org");
    assert_eq!((refused.status, refused.json()), (503, json!({"error": "down"})));
    assert_eq!(at.confirm(&bo).status, 503, "it is not said that Bo has signed");
    assert_eq!(at.withdraw(&anna), 503);
    assert_eq!(get(at.to, "/collect/healthz").status, 200, "what only reads goes on");
    assert_eq!(std::fs::read_to_string(place.site("letter.json")).unwrap(), before, "the site stays as it was");

    process.limit(None);
    assert_eq!(at.confirm(&bo).status, 200);
    let cy = at.sign("Cy Berg", "cy@example.org");
    assert_eq!((cy.status, at.confirm(&cy).status), (202, 200));
    assert_eq!(at.withdraw(&anna), 303);
    wait_until("Bo and Cy are published, and Anna is not", || place.names()[2..] == ["Bo Berg", "Cy Berg"]);
    process.stop();
    start(&place).stop();
    assert_eq!(place.names()[2..], ["Bo Berg", "Cy Berg"]);
    assert_eq!(place.count(), 4);
    let gone = std::fs::read_to_string(&database.1).unwrap();
    assert!(gone.lines().all(|line| line.is_empty() || line.ends_with(" withdrawn")), "{gone}");
    runtime.block_on(at.store.close());
}
