//! Reports what pages would refuse or cut for its size, at the place where it is written.
//!
//! The model reports sizes in the letter's text. This file reports what publishing adds: the signatories, and the
//! total.

use super::finding::{Finding, Weight};
use super::rows;
use super::text::Text;
use crate::model::limits::{LETTER_BYTES, LOGOS, SIGNATORIES, TEXT_BYTES};
use crate::model::{Letter, to_json};
use serde_json::Value;
use std::path::Path;

/// The findings about letters that have become larger than pages read.
#[must_use]
pub fn letters(texts: &[Text], table: &Path) -> Vec<Finding> {
    let of_table = texts.first().and_then(|text| signatories(&text.letter, table));
    of_table.into_iter().chain(texts.iter().filter_map(whole)).collect()
}

/// The signatories in the letter itself. Only initiators can be that many.
fn signatories(letter: &Letter, table: &Path) -> Option<Finding> {
    let bytes: usize = letter.signatories.iter().map(rows::bytes).sum();
    let logos = letter.signatories.iter().filter(|one| one.logo.is_some()).count();
    let (what, number, most) = [
        ("signatories", letter.signatories.len(), SIGNATORIES),
        ("logos", logos, LOGOS),
        ("bytes of signatories", bytes, TEXT_BYTES),
    ]
    .into_iter()
    .find(|(_, number, most)| number > most)?;
    let message = format!(
        "has {number} {what} in the letter itself, and pages take {most}: have fewer initiators, for all of \
         them are in the letter"
    );
    Some(finding(table, None, "signatories", message))
}

/// The file that a letter becomes.
fn whole(text: &Text) -> Option<Finding> {
    let json = to_json(&text.letter);
    let bytes = crate::files::json::pretty(&json).len();
    if bytes <= LETTER_BYTES as usize {
        return None;
    }
    let size = |value: &Value| crate::files::json::pretty(value).len();
    let members = json.as_object()?.iter().filter(|(key, _)| *key != "signatories");
    let (key, value) = members.max_by_key(|(_, value)| size(value))?;
    let largest = value.as_array().and_then(|items| items.iter().enumerate().max_by_key(|(_, item)| size(item)));
    let path = largest.map_or(key.clone(), |(at, _)| format!("{key}[{at}]"));
    // What comes from another file is reported there.
    let line = if text.written.owns(&path) { text.written.lines.line_of(&path) } else { 1 };
    let message = format!(
        "{} would have {bytes} bytes, and pages take {LETTER_BYTES}: shorten the text, of which the longest part begins \
         here",
        text.file
    );
    Some(finding(&text.written.path, Some(line), &path, message))
}

fn finding(file: &Path, line: Option<usize>, path: &str, message: String) -> Finding {
    Finding {
        file: file.to_path_buf(),
        line,
        column: None,
        path: Some(path.to_string()),
        code: None,
        message,
        weight: Weight::Error,
    }
}
