//! What pages would refuse or cut for its size, told where it is written.
//!
//! Of a letter's text the model tells by itself. Here is what publishing adds to it: its signatories, and the whole.

use super::finding::{Finding, Weight};
use super::origin::Written;
use super::rows;
use crate::model::limits::{LETTER_BYTES, LOGOS, SIGNATORIES, TEXT_BYTES};
use crate::model::{Letter, Link, Problem, Signatory, to_json};
use serde_json::Value;
use std::path::Path;

/// The bytes that a signatory may take as JSON: the longest comments of petitions have a quarter of that, and the 24 who
/// stand in every letter half of what pages read.
pub const ROW_BYTES: usize = 20_000;

/// What is told of a signatory who takes so many bytes.
#[must_use]
pub fn row(signatory: &Signatory, bytes: usize) -> Option<Problem> {
    let Signatory { id, name, role, organisation, note, url, logo, country, comment, .. } = signatory;
    let text = |text: &Option<String>| text.as_ref().map_or(0, String::len);
    let link = |link: &Option<Link>| link.as_ref().map_or(0, |link| link.as_str().len());
    let cells = [
        ("id", text(id)),
        ("name", name.len()),
        ("role", text(role)),
        ("organisation", text(organisation)),
        ("note", text(note)),
        ("url", link(url)),
        ("logo", link(logo)),
        ("country", text(country)),
        ("comment", text(comment)),
    ];
    let (column, length) = cells.into_iter().max_by_key(|(_, length)| *length).filter(|_| bytes > ROW_BYTES)?;
    let fault = format!("has {length} bytes, and a row may have {ROW_BYTES} in all");
    Some(Problem { path: column.to_string(), fault, remedy: "shorten it" })
}

/// A letter with all that publishing adds.
#[derive(Clone, Copy, Debug)]
pub struct Whole<'l> {
    /// The name of its file in the site.
    pub file: &'l str,
    /// The letter.
    pub letter: &'l Letter,
    /// Where it was written.
    pub written: &'l Written,
}

/// What is told of letters that have become larger than pages take.
#[must_use]
pub fn letters(texts: &[Whole], table: &Path) -> Vec<Finding> {
    let of_table = texts.first().and_then(|text| signatories(text.letter, table));
    of_table.into_iter().chain(texts.iter().filter_map(whole)).collect()
}

/// Those who stand in the letter itself. Others than initiators are never that many.
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
        "has {number} {what} that stand in the letter itself, and pages take {most}: have fewer initiators, for all of \
         them stand there"
    );
    Some(finding(table, None, "signatories", message))
}

/// The file that a letter becomes.
fn whole(text: &Whole) -> Option<Finding> {
    let json = to_json(text.letter);
    let bytes = crate::files::json::pretty(&json).len();
    if bytes <= LETTER_BYTES as usize {
        return None;
    }
    let size = |value: &Value| crate::files::json::pretty(value).len();
    let members = json.as_object()?.iter().filter(|(key, _)| *key != "signatories");
    let (key, value) = members.max_by_key(|(_, value)| size(value))?;
    let largest = value.as_array().and_then(|items| items.iter().enumerate().max_by_key(|(_, item)| size(item)));
    let path = largest.map_or(key.clone(), |(at, _)| format!("{key}[{at}]"));
    // What was taken over from another file is told there too.
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
