//! CSV: any encoding, any delimiter.

use super::super::headings::{Wanted, find};
use super::{Ask, Form, Row, Rows};
use crate::source::encoding;
use crate::source::record_lines::RecordLines;
use crate::source::sheet::{Sheet, reader};
use anyhow::{Context, Result, bail};
use csv::StringRecord;

/// Reads a text. The delimiter is the given one, else the one that yields the wanted headings.
///
/// # Errors
/// If the encoding is not certain, or a quotation mark is never closed.
pub fn read(bytes: &[u8], ask: &Ask) -> Result<Rows> {
    if ask.sheet.is_some() {
        bail!("is CSV, which has no sheets: leave --sheet out");
    }
    let decoded = encoding::decode(bytes, ask.encoding)?;
    let (before, text) = from_line(&decoded.text, ask.heading_row.unwrap_or(1));
    let sheet = Sheet::open(text.as_bytes()).context("has no text")?;
    // The delimiter that yields every wanted heading; no two do. If none does, the one that yields most columns, so
    // that the message can list the headings.
    let is_heading_row = |row: &[String]| {
        let is_there = |wanted: &Wanted| !wanted.required || find(row, wanted).is_ok();
        !ask.wanted.is_empty() && ask.wanted.iter().all(is_there)
    };
    let recognised = || {
        let below_titles = sheet.below_titles(is_heading_row, super::TITLES);
        below_titles.unwrap_or_else(|| sheet.delimiter(|row| (is_heading_row(row), row.len())))
    };
    let delimiter = ask.delimiter.unwrap_or_else(recognised);
    let mut reader = reader(&sheet.bytes, delimiter);
    let mut lines = RecordLines::new(&sheet.bytes, before + sheet.line);
    let (mut record, mut breaks) = (StringRecord::new(), false);
    let mut rows = Vec::new();
    while reader.read_record(&mut record)? {
        let line = lines.line_of(record.position());
        breaks = record.iter().any(|cell| cell.contains('\n'));
        if record.iter().any(|cell| !cell.trim().is_empty()) {
            rows.push(Row { line, cells: record.iter().map(str::to_string).collect() });
        }
    }
    if lines.is_unclosed(breaks) {
        bail!("has a quotation mark in line {} or before that is never closed: close it there", lines.line);
    }
    Ok(Rows { list: rows, form: Form::Text { encoding: decoded.encoding, delimiter }, notes: Vec::new() })
}

/// The text from that line on, and the number of lines before it.
fn from_line(text: &str, line: usize) -> (usize, &str) {
    let before = line.saturating_sub(1);
    let start = match before {
        0 => 0,
        _ => memchr::memchr_iter(b'\n', text.as_bytes()).nth(before - 1).map_or(text.len(), |at| at + 1),
    };
    (before, &text[start..])
}
