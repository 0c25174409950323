//! Every byte that the collector leaves on the disk is searched for what should not be there.

use crate::http::post;
use crate::place::{At, Place, wait_until};
use open_letter::collect::store::Store;
use std::fs;
use std::path::{Path, PathBuf};

/// The files below a folder that have this text in them.
fn having(folder: &Path, text: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(having(&path, text));
        } else if fs::read(&path).unwrap().windows(text.len()).any(|bytes| bytes == text.as_bytes()) {
            found.push(path.strip_prefix(folder).unwrap().to_path_buf());
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
