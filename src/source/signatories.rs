//! Reads `signatories.csv`: a heading row, then a signatory in each row.

use super::finding::Findings;
use super::layout::{Layout, delimiter, headings, texts};
use super::nameless::is_nameless;
use super::record_lines::RecordLines;
use super::rows::{self, Row, Rows};
use super::sheet::{self, Delimiter, Sheet};
use super::signed::{Days, Order};
use super::table_row::{misfit, row};
use super::{duplicates, lenient, row_size};
use crate::model::{Kind, Problem, limits::GROUPS};
use csv::ByteRecord;
use rayon::prelude::*;
use std::path::Path;

/// The number of rows in a batch.
const BATCH: usize = 4096;

/// Reads the rows. Returns those that could be read, whatever the findings.
pub fn read(bytes: &[u8], findings: &mut Findings) -> Rows {
    if bytes.starts_with(b"PK\x03\x04") {
        let remedy = "open it in a spreadsheet and save it as CSV UTF-8, or bring its rows in by open-letter import";
        findings.error_of_file(format!("is a workbook, and no CSV: {remedy}"));
        return Rows::default();
    }
    let Some(sheet) = Sheet::open(bytes) else {
        findings.error(1, "is UTF-16 that can't be read: save it as CSV (UTF-8)");
        return Rows::default();
    };
    let mut first = Findings::of(&findings.file);
    let mut reading = Reading::of(&sheet, None, &mut first);
    if let Some(order) = reading.days.order() {
        // One day has shown the order of the others, so read them again.
        first = Findings::of(&findings.file);
        reading = Reading::of(&sheet, Some(order), &mut first);
    }
    reading.days.report(&mut first);
    findings.take(first);
    duplicates::report(&reading.rows, findings);
    report_groups(&reading.rows, findings);
    for (line, problem) in &reading.problems {
        findings.problem(*line, problem);
    }
    reading.rows
}

/// Reports a table that has another group in nearly every row.
fn report_groups(rows: &Rows, findings: &mut Findings) {
    let count = rows.groups.count();
    let first_too_many = |row: &&Row| row.group.is_some_and(|group| group as usize >= GROUPS);
    if let Some(row) = rows.list.iter().find(first_too_many) {
        let remedy =
            "groups are the headings of the roll: write what differs from name to name into role or organisation";
        findings.error(row.line, format!("has the 101st of {count} groups, and a letter may have {GROUPS}: {remedy}"));
    }
}

/// Reads rows that were added to a file. `line` is that of the first. `None` if there is a finding about them, or there
/// may be one about the whole file, or only the whole file shows how to read them.
pub fn read_added(layout: &Layout, added: &[u8], line: usize) -> Option<Rows> {
    let mut findings = Findings::of(Path::new(""));
    let reading = Reading::read(added, line, &mut Some(layout.clone()), layout.delimiter, None, &mut findings);
    duplicates::report(&reading.rows, &mut findings);
    let fits = findings.list.is_empty() && reading.problems.is_empty() && reading.days.is_empty();
    fits.then_some(reading.rows)
}

/// Reads rows of a known layout, of which the first is in that line. Reports nothing about rows that repeat another.
pub fn read_rows(layout: &Layout, bytes: &[u8], line: usize, findings: &mut Findings) -> Rows {
    let mut reading = Reading::read(bytes, line, &mut Some(layout.clone()), layout.delimiter, None, findings);
    reading.days.report(findings);
    for (line, problem) in &reading.problems {
        findings.problem(*line, problem);
    }
    std::mem::take(&mut reading.rows)
}

/// The messages about a row with these cells.
#[must_use]
pub fn faults(columns: &[&'static str], cells: &[&str]) -> Vec<String> {
    let mut findings = Findings::of(Path::new(""));
    let columns = columns.iter().copied().map(Some).collect();
    let layout = Layout { columns, delimiter: Delimiter::COMMA };
    if let Some(message) = misfit(&layout, cells) {
        return vec![message];
    }
    let (json, _) = row(&layout, cells, (0, None), (&mut findings, &mut Days::default()));
    let (signatory, mut problems) = lenient::read_signatory(&json);
    problems.extend(signatory.and_then(|signatory| row_size::fault(&signatory, rows::bytes(&signatory))));
    let messages = findings.list.into_iter().map(|finding| finding.message);
    messages.chain(problems.iter().map(Problem::to_string)).collect()
}

/// Rows, and what the model found in them.
#[derive(Default)]
struct Reading {
    rows: Rows,
    problems: Vec<(usize, Problem)>,
    days: Days,
}

impl Reading {
    /// Reads a whole file. `order`: the order of ambiguous days.
    fn of(sheet: &Sheet, order: Option<Order>, findings: &mut Findings) -> Reading {
        let mut layout = None;
        let reading = Reading::read(&sheet.bytes, sheet.line, &mut layout, delimiter(sheet), order, findings);
        if layout.is_none() && findings.list.is_empty() {
            findings.error(1, "is empty: write a heading row with at least the column name");
        }
        reading
    }

    /// Reads a table that begins at that line. Its heading row comes first unless its layout is known.
    fn read(
        bytes: &[u8],
        line: usize,
        layout: &mut Option<Layout>,
        delimiter: Delimiter,
        order: Option<Order>,
        findings: &mut Findings,
    ) -> Reading {
        let mut lines = RecordLines::new(bytes, line);
        let mut reader = sheet::reader(bytes, delimiter);
        let mut record = ByteRecord::new();
        let mut reading = Reading::default();
        let mut last_has_break = false;
        let mut batches: Vec<Vec<(usize, ByteRecord)>> = vec![Vec::new()];
        while reader.read_byte_record(&mut record).unwrap_or_default() {
            let line = lines.line_of(record.position());
            last_has_break = record.iter().any(|cell| cell.contains(&b'\n'));
            let Some(layout) = layout else {
                let Some(cells) = texts(&record, line, findings) else { continue };
                if cells.iter().all(|cell| cell.is_empty()) {
                    continue;
                }
                *layout = headings(&cells, line, findings).map(|columns| Layout { columns, delimiter });
                if layout.is_none() {
                    return reading;
                }
                continue;
            };
            if batches.last().is_none_or(|batch| batch.len() == BATCH) {
                if batches.len() == BATCHES {
                    reading.take(&mut batches, layout, order, findings);
                }
                batches.push(Vec::with_capacity(BATCH));
            }
            if let Some(batch) = batches.last_mut() {
                batch.push((line, std::mem::take(&mut record)));
            }
        }
        if lines.is_unclosed(last_has_break) {
            let remedy = "close it, or write \"\" for the mark itself";
            findings.error(lines.line, format!("has a quotation mark that is never closed: {remedy}"));
            // It has swallowed the rest of the table, and nothing true can be said about that.
            if let Some(batch) = batches.last_mut() {
                batch.pop();
            }
        }
        if let Some(layout) = layout {
            reading.take(&mut batches, layout, order, findings);
        }
        reading
    }

    /// Reads the records of the batches in parallel.
    fn take(
        &mut self,
        batches: &mut Vec<Vec<(usize, ByteRecord)>>,
        layout: &Layout,
        order: Option<Order>,
        findings: &mut Findings,
    ) {
        let read = |batch: Vec<(usize, ByteRecord)>| {
            let mut reading = Reading::default();
            let mut findings = Findings::of(Path::new(""));
            for (line, record) in &batch {
                reading.row(layout, record, (*line, order), &mut findings);
            }
            (reading, findings)
        };
        let done: Vec<(Reading, Findings)> = std::mem::take(batches).into_par_iter().map(read).collect();
        for (mut later, found) in done {
            self.rows.append(later.rows);
            self.problems.append(&mut later.problems);
            self.days.append(later.days);
            findings.take(found);
        }
    }

    fn row(&mut self, layout: &Layout, record: &ByteRecord, at: (usize, Option<Order>), findings: &mut Findings) {
        let line = at.0;
        let Some(cells) = texts(record, line, findings) else { return };
        if cells.iter().all(|cell| cell.is_empty()) {
            return;
        }
        let Some(message) = misfit(layout, &cells) else { return self.signatory(layout, &cells, at, findings) };
        findings.error(line, message);
        // Every other message about the row would follow from this fault.
        let mut reading = Reading::default();
        reading.signatory(layout, &cells, at, &mut Findings::of(Path::new("")));
        self.rows.append(reading.rows);
    }

    fn signatory(&mut self, layout: &Layout, cells: &[&str], at: (usize, Option<Order>), findings: &mut Findings) {
        let line = at.0;
        let (json, hidden) = row(layout, cells, at, (findings, &mut self.days));
        let (signatory, problems) = lenient::read_signatory(&json);
        self.problems.extend(problems.into_iter().map(|problem| (line, problem)));
        if let Some(mut signatory) = signatory {
            signatory.withheld |= signatory.kind != Some(Kind::Organisation) && is_nameless(&signatory.name);
            let bytes = self.rows.push(line, &signatory, hidden);
            self.problems.extend(row_size::fault(&signatory, bytes).map(|problem| (line, problem)));
        }
    }
}

/// The number of batches read ahead: enough for all processors, and few beside a million rows.
const BATCHES: usize = 16;
