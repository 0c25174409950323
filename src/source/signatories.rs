//! `signatories.csv`: a heading row, then a signatory in each row.

use super::cell;
use super::finding::Findings;
use super::keys::nearest;
use super::record_lines::RecordLines;
use super::rows::{self, Rows};
use super::{duplicates, lenient, too_large};
use crate::model::{Json, Problem};
use csv::{ByteRecord, ReaderBuilder};
use memchr::memchr_iter;
use rayon::prelude::*;
use std::path::Path;

/// The columns, in the order of the documentation.
pub const COLUMNS: [&str; 15] = [
    "id",
    "name",
    "kind",
    "role",
    "organisation",
    "note",
    "url",
    "country",
    "lang",
    "signed",
    "comment",
    "initiator",
    "hidden",
    "verified",
    "logo",
];

/// How many rows are worked on together.
const BATCH: usize = 4096;

/// Reads the rows. Whatever is found wrong, the rows that could be read are given back.
pub fn read(bytes: &[u8], findings: &mut Findings) -> Rows {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        findings.error(1, "is UTF-16: save it as UTF-8");
        return Rows::default();
    }
    let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    let mut columns = None;
    let reading = Reading::read(bytes, 1, &mut columns, findings);
    if columns.is_none() && findings.list.is_empty() {
        findings.error(1, "is empty: write a heading row with at least the column name");
    }
    duplicates::tell(&reading.rows, findings);
    for (line, problem) in &reading.problems {
        findings.problem(*line, problem);
    }
    reading.rows
}

/// Reads rows that were added to a file, the line of the first given. `None` if anything is to be told of them, or
/// would be told of the whole file.
pub fn read_added(columns: &[&'static str], added: &[u8], line: usize) -> Option<Rows> {
    let mut findings = Findings::of(Path::new(""));
    let mut columns = Some(columns.to_vec());
    let reading = Reading::read(added, line, &mut columns, &mut findings);
    duplicates::tell(&reading.rows, &mut findings);
    (findings.list.is_empty() && reading.problems.is_empty()).then_some(reading.rows)
}

/// The columns of a file that begins with its heading row, and the length of that row.
pub fn columns(bytes: &[u8]) -> Option<Vec<&'static str>> {
    let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
    let mut record = ByteRecord::new();
    let mut findings = Findings::of(Path::new(""));
    reader.read_byte_record(&mut record).ok()?;
    let cells = texts(&record, 1, &mut findings)?;
    headings(&cells, 1, &mut findings)
}

/// What would be told of a row with these cells.
#[must_use]
pub fn faults(columns: &[&'static str], cells: &[&str]) -> Vec<String> {
    let mut findings = Findings::of(Path::new(""));
    let (json, _) = row(columns, cells, 0, &mut findings);
    let (signatory, mut problems) = lenient::read_signatory(&json);
    problems.extend(signatory.and_then(|signatory| too_large::row(&signatory, rows::bytes(&signatory))));
    let told = findings.list.into_iter().map(|finding| finding.message);
    told.chain(problems.iter().map(Problem::to_string)).collect()
}

/// The mark that some programs put before UTF-8.
pub const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Rows, and what the model found in them.
#[derive(Default)]
struct Reading {
    rows: Rows,
    problems: Vec<(usize, Problem)>,
}

impl Reading {
    /// Reads a table that begins at that line, its heading row first unless its columns are known.
    fn read(bytes: &[u8], line: usize, columns: &mut Option<Vec<&'static str>>, findings: &mut Findings) -> Reading {
        let mut lines = RecordLines::new(bytes, line);
        let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
        let mut record = ByteRecord::new();
        let mut reading = Reading::default();
        let mut last_has_break = false;
        let mut batches: Vec<Vec<(usize, ByteRecord)>> = vec![Vec::new()];
        while reader.read_byte_record(&mut record).unwrap_or_default() {
            let line = lines.line_of(record.position());
            last_has_break = record.iter().any(|cell| cell.contains(&b'\n'));
            if columns.is_none() {
                let Some(cells) = texts(&record, line, findings) else { continue };
                *columns = headings(&cells, line, findings);
                if columns.is_none() {
                    return reading;
                }
                continue;
            }
            if batches.last().is_none_or(|batch| batch.len() == BATCH) {
                if batches.len() == BATCHES {
                    reading.take(&mut batches, columns.as_deref().unwrap_or_default(), findings);
                }
                batches.push(Vec::with_capacity(BATCH));
            }
            if let Some(batch) = batches.last_mut() {
                batch.push((line, std::mem::take(&mut record)));
            }
        }
        reading.take(&mut batches, columns.as_deref().unwrap_or_default(), findings);
        if lines.is_unclosed(last_has_break) {
            let remedy = "close it, or write \"\" for the mark itself";
            findings.error(lines.line, format!("has a quotation mark that is never closed: {remedy}"));
        }
        reading
    }

    /// Reads the records of the batches, the batches beside each other.
    fn take(&mut self, batches: &mut Vec<Vec<(usize, ByteRecord)>>, columns: &[&'static str], findings: &mut Findings) {
        let read = |batch: Vec<(usize, ByteRecord)>| {
            let mut reading = Reading::default();
            let mut findings = Findings::of(Path::new(""));
            for (line, record) in &batch {
                reading.row(columns, record, *line, &mut findings);
            }
            (reading, findings)
        };
        let done: Vec<(Reading, Findings)> = std::mem::take(batches).into_par_iter().map(read).collect();
        for (mut later, found) in done {
            self.rows.append(later.rows);
            self.problems.append(&mut later.problems);
            findings.take(found);
        }
    }

    fn row(&mut self, columns: &[&'static str], record: &ByteRecord, line: usize, findings: &mut Findings) {
        let Some(cells) = texts(record, line, findings) else { return };
        if cells.iter().all(|cell| cell.is_empty()) {
            return;
        }
        let (json, hidden) = row(columns, &cells, line, findings);
        let (signatory, problems) = lenient::read_signatory(&json);
        self.problems.extend(problems.into_iter().map(|problem| (line, problem)));
        if let Some(signatory) = signatory {
            let bytes = self.rows.push(line, &signatory, hidden);
            self.problems.extend(too_large::row(&signatory, bytes).map(|problem| (line, problem)));
        }
    }
}

/// How many batches are read ahead: enough for all processors, and few beside a million rows.
const BATCHES: usize = 16;

fn texts<'r>(record: &'r ByteRecord, line: usize, findings: &mut Findings) -> Option<Vec<&'r str>> {
    let mut cells = Vec::with_capacity(record.len());
    for cell in record {
        match std::str::from_utf8(cell) {
            Ok(text) => cells.push(cell::text(text.trim()).trim()),
            Err(error) => {
                let before = memchr_iter(b'\n', &cell[..error.valid_up_to()]).count();
                findings
                    .error(line + before, "is not UTF-8: save the file as UTF-8, so that every name keeps its letters");
                return None;
            }
        }
    }
    Some(cells)
}

fn headings(cells: &[&str], line: usize, findings: &mut Findings) -> Option<Vec<&'static str>> {
    let before = findings.list.len();
    let separator = [(";", "semicolons"), ("\t", "tabs")].into_iter().find(|(mark, _)| cells[0].contains(mark));
    if let (1, Some((_, marks))) = (cells.len(), separator) {
        findings.error(line, format!("has {marks} between its columns: save it with commas"));
        return None;
    }
    let mut columns = Vec::new();
    for cell in cells {
        match COLUMNS.iter().find(|column| *column == cell) {
            Some(column) if columns.contains(column) => {
                findings.error(line, format!("has the column {column} twice: keep one of the two"));
            }
            Some(column) => columns.push(*column),
            None => findings.error(line, format!("has the unknown column “{cell}”: {}", column_remedy(cell))),
        }
    }
    if findings.list.len() == before && !columns.contains(&"name") {
        findings.error(line, "has no column name: write a heading row with at least the column name");
    }
    (findings.list.len() == before).then_some(columns)
}

fn column_remedy(cell: &str) -> String {
    match nearest(cell, COLUMNS.into_iter()) {
        Some(column) => format!("write {column}, if that is meant"),
        None => format!("there are {}", COLUMNS.join(", ")),
    }
}

/// The signatory as `letter.json` would have it, and whether it counts without being named.
fn row(columns: &[&'static str], cells: &[&str], line: usize, findings: &mut Findings) -> (Json, bool) {
    if cells.len() != columns.len() {
        let (cells, columns) = (cells.len(), columns.len());
        let message = format!(
            "has {cells} cells, and the heading row has {columns}: put a text with a comma in it in quotation marks"
        );
        findings.error(line, message);
    }
    let mut members = Vec::new();
    let mut hidden = false;
    for (column, cell) in columns.iter().zip(cells) {
        match *column {
            // The model tells that this one is empty.
            "name" => members.push(("name".to_string(), Json::Text((*cell).to_string()))),
            _ if cell.is_empty() => {}
            "hidden" => hidden = flag(column, cell, line, findings),
            "initiator" | "verified" => {
                members.push(((*column).to_string(), Json::Bool(flag(column, cell, line, findings))));
            }
            "id" if cell.contains('@') => {
                findings.error(line, "id is an e-mail address, and ids are public: give a number or a word");
            }
            _ => members.push(((*column).to_string(), Json::Text((*cell).to_string()))),
        }
    }
    (Json::Object(members), hidden)
}

/// Spreadsheets write these words in capitals.
fn flag(column: &str, cell: &str, line: usize, findings: &mut Findings) -> bool {
    match cell.to_ascii_lowercase().as_str() {
        "true" => true,
        "false" => false,
        _ => {
            findings.error(line, format!("{column} is “{cell}”: write true or false"));
            false
        }
    }
}
