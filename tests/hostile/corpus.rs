//! Letters to begin with.

use serde_json::Value;
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

/// All letters of the tests that are JSON.
pub fn all() -> Vec<Value> {
    let small = include_str!("../letters/small.json").to_string();
    let letters = hostile().into_iter().map(|(_, text)| text).chain([small]);
    letters.filter_map(|text| serde_json::from_str(&text).ok()).collect()
}
