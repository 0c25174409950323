//! Every byte that the collector leaves on the disk is searched for what should not be there.

use crate::http::{get, post, send};
use crate::kills::{Process, of};
use crate::place::{At, LETTER, Place, wait_until};
use open_letter::collect::signature::{Token, code};
use open_letter::collect::store::Store;
use open_letter::collect::store::sqlite::Sqlite;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The files below a folder that have this text in them. While the collector works, files may go.
fn having(folder: &Path, text: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(having(&path, text));
            continue;
        }
        match fs::read(&path) {
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            file => {
                if file.unwrap().windows(text.len()).any(|bytes| bytes == text.as_bytes()) {
                    found.push(path.strip_prefix(folder).unwrap().to_path_buf());
                }
            }
        }
    }
    found
}

/// Waits until no mail waits, and deletes the outbox, which stands for the relay.
fn deliver(at: &At) {
    wait_until("all mails are sent", || {
        at.runtime.block_on(at.collector.store.waiting(at.collector.now(), 1)).unwrap() == 0
    });
    fs::remove_dir_all(at.place.path().join("outbox")).unwrap();
}

/// Stops the collector, so that everything is on the disk.
fn stopped(at: At) -> Place {
    at.stop()
}

#[test]
fn a_confirmed_address_is_nowhere() {
    let at = At::new();
    at.join("Unmistakable Person", "unmistakable@example.org");
    deliver(&at);
    at.hand_on();
    let place = stopped(at);
    assert_eq!(having(place.path(), "unmistakable@"), [""; 0].map(PathBuf::from));
    assert!(!having(place.path(), "Unmistakable Person").is_empty(), "the name is published");
}

#[test]
fn a_pending_address_is_sealed() {
    let at = At::new();
    at.sign("Unmistakable Person", "unmistakable@example.org");
    deliver(&at);
    let place = stopped(at);
    assert_eq!(having(place.path(), "unmistakable@"), [""; 0].map(PathBuf::from));
}

#[test]
fn who_is_erased_is_nowhere() {
    let at = At::new();
    let handle = at.join("Unmistakable Person", "unmistakable@example.org");
    deliver(&at);
    at.hand_on();
    assert_eq!(at.place.count(), 3);
    post(at.to, &at.page("s", &handle), &[("do", "erase")]);
    at.hand_on();
    // The log of the database is emptied at once, not only when the collector ends.
    wait_until("the database has forgotten", || {
        let found = having(at.place.path(), "Unmistakable Person");
        found.iter().all(|path| !path.to_string_lossy().contains("signatures.db"))
    });
    let place = stopped(at);
    assert_eq!(place.count(), 2);
    assert_eq!(having(place.path(), "Unmistakable Person"), [""; 0].map(PathBuf::from));
    assert_eq!(having(place.path(), "unmistakable"), [""; 0].map(PathBuf::from));
}

#[test]
fn tokens_and_codes_are_not_in_the_store() {
    let at = At::new();
    let handle = at.sign("Anna Berg", "anna@example.org");
    let token = at.page("c", &handle)[11..].to_string();
    deliver(&at);
    let place = stopped(at);
    for secret in [&handle, &token, &token[8..].to_string()] {
        assert_eq!(having(place.path(), secret), [""; 0].map(PathBuf::from));
    }
}

/// The log of a collector whose relay can't be reached, and whose visitors do all kinds of things.
#[test]
fn nobody_is_in_the_log() {
    let place = Place::new();
    let settings = fs::read_to_string(place.config()).unwrap();
    fs::write(place.config(), settings.replace("outbox = \"outbox\"", "smtp = \"smtp://127.0.0.1:9\"")).unwrap();
    let mut command = Command::new("sh");
    let log = place.path().join("log");
    command.args(["-c", "exec \"$0\" \"$@\" 2>log", env!("CARGO_BIN_EXE_open-letter")]).current_dir(place.path());
    let process = Process::of(command, &place);
    let token = get(process.to, &format!("/collect/v1/letters/{LETTER}/form")).json()["token"].to_string();
    let token = token.trim_matches('"');
    std::thread::sleep(std::time::Duration::from_secs(2));
    let path = format!("/collect/v1/letters/{LETTER}/signatures");
    let fields = [
        ("name", "Unmistakable Person"),
        ("email", "unmistakable@example.org"),
        ("consent", "2026-11-29"),
        ("token", token),
        ("key", "0123456789abcdef0123456789abcdef"),
    ];
    let handle = post(process.to, &path, &fields).json()["signature"].as_str().unwrap().to_string();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let database = (place.path().join("signatures.db"), place.path().join("signatures.withdrawn"));
    let store = runtime.block_on(Sqlite::open(&database.0, &database.1)).unwrap();
    let signature = of(&runtime, &store, &handle).unwrap();
    let secret = Token::of(&signature.id, &place.key()).as_str().to_string();
    let confirm = format!("/collect/v1/signatures/{handle}/confirm");
    post(process.to, &confirm, &[("code", "000000")]);
    post(process.to, &confirm, &[("code", &code(&signature, &place.key()))]);
    for page in ["c", "s"] {
        get(process.to, &format!("/collect/{page}/{secret}?unmistakable"));
        post(process.to, &format!("/collect/{page}/{secret}"), &[("do", "unmistakable")]);
    }
    post(process.to, &path, &[("name", "Unmistakable Person"), ("email", "unmistakable@")]);
    send(process.to, "POST", &path, &[("Content-Type", "application/json")], "{\"unmistakable\":").unwrap();
    wait_until("the log says that mails wait", || fs::read_to_string(&log).is_ok_and(|log| log.contains("mails wait")));
    runtime.block_on(store.close());
    process.stop();
    let log = fs::read_to_string(&log).unwrap().to_lowercase();
    for person in ["unmistakable", "person", &handle, &secret, &secret[8..], token] {
        assert!(!log.contains(person), "{person} is in {log}");
    }
}
