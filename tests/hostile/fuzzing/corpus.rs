//! The letters to start from.

use serde_json::{Value, json};
use std::path::Path;

/// The letters of `tests/letters/hostile/`, with their names.
pub fn hostile() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/letters/hostile");
    let entries = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut letters: Vec<(String, String)> = entries
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read_to_string(&path).unwrap()))
        .collect();
    letters.sort();
    letters
}

/// The documents to change: all letters of the tests, three times each, and the widget's other documents.
pub fn all() -> Vec<Value> {
    let letters = hostile().into_iter().map(|(_, text)| text).chain([include_str!("../../letters/small.json").into()]);
    let letters: Vec<Value> = letters.filter_map(|text| serde_json::from_str(&text).ok()).collect();
    let count = json!({ "count": 3, "updated": "2026-03-01T12:00:00Z", "goal": 10, "organisations": 1,
        "latest": [{ "id": "3", "name": "Ada Example", "kind": "person" }], "refresh": 60 });
    let index = json!({ "version": 1, "count": 3, "organisations": 1, "persons": 2,
        "pages": [{ "src": "0123456789abcdef.json", "count": 3 }],
        "names": [{ "from": "", "src": "a.json" }, { "from": "m", "src": "b-1.json" }] });
    let file = json!({ "signatories": [{ "id": "1", "name": "Ada Example" }], "pages": [], "names": [] });
    [letters.clone(), letters.clone(), letters, vec![count, index, file]].concat()
}
