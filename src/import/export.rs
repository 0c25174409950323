//! The export as a table: its headings, and its rows with their lines.

use super::headings::{Wanted, find};
use crate::source::record_lines::RecordLines;
use crate::source::sheet::{Delimiter, Sheet, heading, reader};
use anyhow::{Context, Result, bail};
use csv::StringRecord;

/// A table.
#[derive(Debug)]
pub struct Export {
    /// The heading row, each heading in one line.
    pub headings: Vec<String>,
    /// The rows with any content.
    pub rows: Vec<Row>,
    /// The delimiter of its columns.
    pub delimiter: Delimiter,
}

/// A row below the headings.
#[derive(Debug)]
pub struct Row {
    /// The line of the file where it begins.
    pub line: usize,
    /// Its cells as written.
    pub cells: Vec<String>,
}

impl Export {
    /// Reads a text. The delimiter is the given one, else the one that yields the wanted headings.
    ///
    /// # Errors
    /// If there are no headings, or a quotation mark is never closed.
    pub fn read(text: &str, given: Option<Delimiter>, wanted: &[Wanted]) -> Result<Export> {
        let sheet = Sheet::open(text.as_bytes()).context("has no text")?;
        // The delimiter that yields every wanted heading; no two do. If none does, the one that yields most columns, so
        // that the message can list the headings.
        let has_all = |headings: &[String]| {
            let is_there = |wanted: &Wanted| !wanted.required || find(headings, wanted).is_ok();
            (!wanted.is_empty() && wanted.iter().all(is_there), headings.len())
        };
        let delimiter = given.unwrap_or_else(|| sheet.delimiter(has_all));
        let mut reader = reader(&sheet.bytes, delimiter);
        let mut lines = RecordLines::new(&sheet.bytes, sheet.line);
        let (mut record, mut breaks) = (StringRecord::new(), false);
        let (mut headings, mut rows) = (None, Vec::new());
        while reader.read_record(&mut record)? {
            let line = lines.line_of(record.position());
            breaks = record.iter().any(|cell| cell.contains('\n'));
            if record.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            match headings {
                None => headings = Some(record.iter().map(heading).collect()),
                Some(_) => rows.push(Row { line, cells: record.iter().map(str::to_string).collect() }),
            }
        }
        if lines.is_unclosed(breaks) {
            bail!("has a quotation mark in line {} or before that is never closed: close it there", lines.line);
        }
        let Some(headings) = headings else { bail!("is empty: export it again, with its heading row") };
        Ok(Export { headings, rows, delimiter })
    }
}
