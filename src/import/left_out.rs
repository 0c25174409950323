//! The list of the rows that an import left out, for a person to look at.

use super::export::Form;
use super::report::LeftOut;
use crate::files::site::write_with_mode;
use crate::model::{email_in, masked, without_emails};
use crate::source::cell;
use crate::source::sheet::BYTE_ORDER_MARK;
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// The file in the letter's folder.
const FILE: &str = "left-out.csv";

const HEADINGS: [&str; 4] = ["line of the export", "name", "organisation", "why"];

/// Writes the list, readable only by its owner, and returns its path. If no row was left out, deletes the list of an
/// earlier import, which would be mistaken for this one's.
///
/// # Errors
/// If it can't be written or deleted.
pub fn write(letter: &Path, left_out: &[LeftOut], form: &Form) -> Result<Option<PathBuf>> {
    let path = letter.join(FILE);
    let lost = || format!("can't write {}", path.display());
    if left_out.is_empty() {
        if fs::read(&path).is_ok_and(|there| there.starts_with(&beginning())) {
            fs::remove_file(&path).with_context(lost)?;
        }
        return Ok(None);
    }
    let mut rows = beginning();
    for LeftOut { line, who: [name, organisation], why } in left_out {
        let texts = [public(name), public(organisation), masked(why)];
        let cells = texts.map(|text| cell::written(&text));
        let place = if form.unit() == "line" { line.to_string() } else { format!("{} {line}", form.unit()) };
        rows.extend([&place, ",", &cells.join(","), "\n"].concat().into_bytes());
    }
    write_with_mode(&path, &rows, 0o600).with_context(lost)?;
    Ok(Some(path))
}

/// The byte order mark, by which spreadsheets recognise UTF-8, and the headings.
fn beginning() -> Vec<u8> {
    [BYTE_ORDER_MARK, HEADINGS.join(",").as_bytes(), b"\n"].concat()
}

/// A text without e-mail addresses, which none of our files contains.
fn public(text: &str) -> String {
    match email_in(text) {
        Some(_) => without_emails(text).unwrap_or_default(),
        None => text.to_string(),
    }
}
