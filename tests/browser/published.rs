//! Letters with long rolls, published by the coordinator's command.

use crate::generated;
use open_letter::files::Site;
use open_letter::publish::Publisher;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, Mutex, OnceLock, PoisonError};

const LETTER: &str = "---\nlang: en\ntitle: A letter with a long roll\n---\n\nWe ask for examples.\n";

const FRENCH: &str = "---\nlang: fr\ntitle: Une lettre\n---\n\nNous demandons des exemples.\n";

/// The folder of the site that they are published into.
pub fn site() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("published")
}

/// The folder of a letter's sources.
fn folder(id: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("letters").join(id)
}

/// Publishes a letter whose table is that text, and gives the path of its `letter.json`.
pub fn publish(id: &str, table: &str) -> String {
    let folder = folder(id);
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("letter.md"), LETTER).unwrap();
    std::fs::write(folder.join("signatories.csv"), table).unwrap();
    let site = Site::open(&site()).unwrap();
    let published = Publisher::new(&site, None).unwrap().publish(&folder).unwrap();
    assert!(!published.files.is_empty(), "{:?}", published.findings.first());
    format!("/letters/{id}/letter.json")
}

/// The path of the page of a letter in two languages, published once for all tests.
pub fn in_two_languages() -> &'static str {
    static PUBLISHED: OnceLock<()> = OnceLock::new();
    PUBLISHED.get_or_init(|| {
        let folder = folder("two-languages");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("letter.fr.md"), FRENCH).unwrap();
        publish("two-languages", "name,kind,initiator\nFriends of Examples,organisation,true\nAni Ararat,person,\n");
    });
    "/letters/two-languages/"
}

/// The table of an invented roll: initiators, then persons and organisations.
pub fn table(rows: usize) -> String {
    generated::table(7, rows)
}

/// The rows that follow in a longer roll.
pub fn rows(first: usize, count: usize) -> String {
    generated::rows(7, first, count)
}

/// The letter with an invented roll of that length, published once for all tests.
pub fn of_length(rows: usize) -> String {
    static PUBLISHED: LazyLock<Mutex<HashMap<usize, Arc<OnceLock<String>>>>> = LazyLock::new(Mutex::default);
    let cell = PUBLISHED.lock().unwrap_or_else(PoisonError::into_inner).entry(rows).or_default().clone();
    let publish = || {
        let id = format!("roll-{rows}");
        // What an earlier run remembers of it may be of another build.
        let _ = std::fs::remove_dir_all(folder(&id));
        publish(&id, &table(rows))
    };
    cell.get_or_init(publish).clone()
}
