//! The export as a table: its headings, and its rows with their lines.

use super::headings::{Wanted, find};
use crate::source::record_lines::RecordLines;
use anyhow::{Result, bail};
use csv::{Reader, ReaderBuilder, StringRecord};

/// A table.
#[derive(Debug)]
pub struct Export {
    /// The heading row.
    pub headings: Vec<String>,
    /// The rows in which any cell holds something.
    pub rows: Vec<Row>,
    /// What stands between the columns.
    pub delimiter: Delimiter,
}

/// A row below the headings.
#[derive(Debug)]
pub struct Row {
    /// The line of the file on which it begins.
    pub line: usize,
    /// Its cells as they are written.
    pub cells: Vec<String>,
}

/// What stands between the columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Delimiter(u8);

/// Those that are recognised, and their names.
const DELIMITERS: [(u8, &str, &str); 4] =
    [(b',', "comma", "commas"), (b';', "semicolon", "semicolons"), (b'\t', "tab", "tabs"), (b'|', "pipe", "pipes")];

impl Delimiter {
    /// Reads a name, or the mark itself.
    ///
    /// # Errors
    /// In words, if it is neither.
    pub fn parse(text: &str) -> Result<Delimiter, String> {
        let is = |(mark, name, _): &&(u8, &str, &str)| *name == text || text.as_bytes() == [*mark];
        let found = DELIMITERS.iter().find(is).map(|(mark, ..)| Delimiter(*mark));
        found.ok_or_else(|| "write comma, semicolon, tab or pipe".to_string())
    }

    /// Its name, as many stand in a file: *semicolons*.
    #[must_use]
    pub fn name(self) -> &'static str {
        DELIMITERS.iter().find(|(mark, ..)| *mark == self.0).map_or("marks", |(_, _, name)| name)
    }
}

impl Export {
    /// Reads a text. Its delimiter is the one that is given, else the one that parts it so that the wanted headings are
    /// there.
    ///
    /// # Errors
    /// If there are no headings, or a quotation mark is never closed.
    pub fn read(text: &str, given: Option<Delimiter>, wanted: &[Wanted]) -> Result<Export> {
        let (said, table) = separator_line(text);
        let delimiter = given.or(said).unwrap_or_else(|| recognise(table, wanted));
        let mut reader = reader(table, delimiter);
        let mut lines = RecordLines::new(table.as_bytes(), 1 + usize::from(said.is_some()));
        let (mut record, mut breaks) = (StringRecord::new(), false);
        let (mut headings, mut rows) = (None, Vec::new());
        while reader.read_record(&mut record)? {
            let line = lines.line_of(record.position());
            breaks = record.iter().any(|cell| cell.contains('\n'));
            if record.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            let cells = record.iter().map(str::to_string).collect();
            match headings {
                None => headings = Some(cells),
                Some(_) => rows.push(Row { line, cells }),
            }
        }
        if lines.is_unclosed(breaks) {
            bail!("has a quotation mark in line {} or before that is never closed: close it there", lines.line);
        }
        let Some(headings) = headings else { bail!("is empty: export it again, with its heading row") };
        Ok(Export { headings, rows, delimiter })
    }
}

/// What Excel reads a delimiter from: a first line such as `sep=;`, and the table after it.
fn separator_line(text: &str) -> (Option<Delimiter>, &str) {
    let (line, rest) = text.split_once('\n').unwrap_or((text, ""));
    let said = line.trim_end_matches('\r').trim_matches('"').strip_prefix("sep=");
    match said.and_then(|mark| Delimiter::parse(mark).ok()) {
        Some(delimiter) => (Some(delimiter), rest),
        None => (None, text),
    }
}

fn reader(table: &str, delimiter: Delimiter) -> Reader<&[u8]> {
    ReaderBuilder::new().delimiter(delimiter.0).has_headers(false).flexible(true).from_reader(table.as_bytes())
}

/// The delimiter with which every wanted heading is there; no two part a line so. Where none does, the one that parts
/// it most, so that its headings can be told.
fn recognise(table: &str, wanted: &[Wanted]) -> Delimiter {
    let mut best = (false, 0, Delimiter(b','));
    for delimiter in DELIMITERS.map(|(mark, ..)| Delimiter(mark)) {
        let is_mark =
            |char: char| char.is_whitespace() || DELIMITERS.iter().any(|(mark, ..)| char == char::from(*mark));
        let says = |record: &StringRecord| record.iter().any(|cell| !cell.trim_matches(is_mark).is_empty());
        let first = reader(table, delimiter).into_records().flatten().find(says);
        let headings: Vec<String> = first.iter().flat_map(|record| record.iter().map(str::to_string)).collect();
        let all = !wanted.is_empty() && wanted.iter().all(|wanted| !wanted.required || find(&headings, wanted).is_ok());
        if (all, headings.len()) > (best.0, best.1) {
            best = (all, headings.len(), delimiter);
        }
    }
    best.2
}
