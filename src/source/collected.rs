//! `signatories.collected.csv`: the signatures that the collector confirmed. A machine writes it, beside the
//! coordinator's own table: its columns are those of `signatories.csv` and `text`, the hash of the text that was signed.

use super::columns::{COLUMNS, SIGNED_TEXT};
use super::finding::Findings;
use super::layout::Layout;
use super::rows::Rows;
use super::signatories;
use super::{duplicates, sheet};
use crate::files::regular;
use crate::model::Date;
use std::io::ErrorKind;
use std::path::Path;

/// The name of the file.
pub const COLLECTED: &str = "signatories.collected.csv";

/// The content of the file in a letter's folder; `None` if there is none.
///
/// # Errors
/// If it can't be read.
pub fn bytes(folder: &Path) -> std::io::Result<Option<Vec<u8>>> {
    match regular::read(&folder.join(COLLECTED), regular::TABLE) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Reads the rows after the heading row. Two of one name are two: their addresses were confirmed.
pub fn read(bytes: &[u8], findings: &mut Findings) -> Rows {
    let Some((layout, rows)) = split(bytes) else {
        let message = "does not have the collector's heading row: write the file again with open-letter collect export";
        findings.error(1, message);
        return Rows::default();
    };
    let mut rows = signatories::read_rows(&layout, rows, 2, findings);
    forget_names(&mut rows);
    duplicates::report(&rows, findings);
    rows
}

/// Reads rows that were added. `before` is the file up to them, `line` the line of the first. `None` if the whole file
/// must be read.
#[must_use]
pub fn read_added(before: &[u8], added: &[u8], line: usize) -> Option<Rows> {
    let (layout, _) = split(before)?;
    let mut findings = Findings::of(Path::new(""));
    let mut rows = signatories::read_rows(&layout, added, line, &mut findings);
    forget_names(&mut rows);
    duplicates::report(&rows, &mut findings);
    findings.list.is_empty().then_some(rows)
}

/// The layout by the heading row, and the rest.
fn split(bytes: &[u8]) -> Option<(Layout, &[u8])> {
    let end = 1 + bytes.iter().position(|byte| *byte == b'\n')?;
    let heading = std::str::from_utf8(&bytes[..end]).ok()?.trim_end_matches(['\r', '\n']);
    let known = |cell: &str| COLUMNS.into_iter().chain([SIGNED_TEXT]).find(|column| *column == cell);
    let columns: Vec<&'static str> = heading.split(',').map(known).collect::<Option<_>>()?;
    let is_whole = columns.contains(&"id") && columns.contains(&"name");
    is_whole.then(|| (Layout::of(columns, sheet::Delimiter::COMMA), &bytes[end..]))
}

fn forget_names(rows: &mut Rows) {
    for row in &mut rows.list {
        row.likeness = None;
    }
}

/// A text that was signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// The hash of its title and body.
    pub hash: String,
    /// How many signed it.
    pub count: usize,
    /// The last day on which somebody did.
    pub last: Option<Date>,
}

/// The texts that were signed.
#[must_use]
pub fn signed(bytes: &[u8]) -> Vec<Signed> {
    let mut all: Vec<Signed> = Vec::new();
    let mut reader = csv::Reader::from_reader(bytes);
    let Ok(heading) = reader.headers().cloned() else { return all };
    let place = |name: &str| heading.iter().position(|column| column == name);
    let (Some(text), Some(day)) = (place(SIGNED_TEXT), place("signed")) else { return all };
    for row in reader.records().flatten() {
        let Some(hash) = row.get(text).filter(|hash| !hash.is_empty()) else { continue };
        let last = row.get(day).and_then(Date::parse);
        match all.iter_mut().find(|signed| signed.hash == hash) {
            Some(signed) => (signed.count, signed.last) = (signed.count + 1, signed.last.max(last)),
            None => all.push(Signed { hash: hash.to_string(), count: 1, last }),
        }
    }
    all
}
