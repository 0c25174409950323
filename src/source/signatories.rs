//! Reads `signatories.csv`: a heading row, then a signatory in each row.

use super::cell;
use super::columns::{self, COLUMNS, Cell, SIGNED_TEXT};
use super::finding::Findings;
use super::keys::nearest;
use super::nameless::is_nameless;
use super::record_lines::RecordLines;
use super::rows::{self, Row, Rows};
use super::sheet::{self, Delimiter, Sheet};
use super::signed::{Days, Order};
use super::words;
use super::{duplicates, lenient, row_size};
use crate::model::{Json, Kind, Link, Problem, as_written, email_in, limits::GROUPS, without_emails};
use csv::ByteRecord;
use memchr::memchr_iter;
use rayon::prelude::*;
use std::path::Path;

/// The number of rows in a batch.
const BATCH: usize = 4096;

/// The layout of a table: its columns, `None` for one without a heading, and its delimiter.
#[derive(Clone, Debug)]
pub struct Layout {
    columns: Vec<Option<&'static str>>,
    delimiter: Delimiter,
}

impl Layout {
    /// The layout of a table with these columns.
    #[must_use]
    pub fn of(columns: Vec<&'static str>, delimiter: Delimiter) -> Layout {
        Layout { columns: columns.into_iter().map(Some).collect(), delimiter }
    }
}

/// Reads the rows. Returns those that could be read, whatever the findings.
pub fn read(bytes: &[u8], findings: &mut Findings) -> Rows {
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

/// The layout of a file that begins with its heading row. `None` if the bytes of the file are not those of its text.
pub fn layout(bytes: &[u8]) -> Option<Layout> {
    let sheet = Sheet::open(bytes).filter(|sheet| sheet.utf16.is_none())?;
    let delimiter = delimiter(&sheet);
    let mut reader = sheet::reader(&sheet.bytes, delimiter);
    let mut record = ByteRecord::new();
    let mut findings = Findings::of(Path::new(""));
    reader.read_byte_record(&mut record).ok()?;
    let cells = texts(&record, 1, &mut findings)?;
    headings(&cells, 1, &mut findings).map(|columns| Layout { columns, delimiter })
}

/// The delimiter that gives the most known columns or, if there are none, the most columns in the first row.
#[must_use]
pub fn delimiter(sheet: &Sheet) -> Delimiter {
    sheet.delimiter(|headings| {
        let known = headings.iter().filter(|heading| column(heading).is_some()).count();
        (known, if known == 0 { headings.len() } else { 0 })
    })
}

/// The column with that heading. Spreadsheets and people capitalise words.
#[must_use]
pub fn column(heading: &str) -> Option<&'static str> {
    COLUMNS.into_iter().find(|column| column.eq_ignore_ascii_case(heading))
}

/// The messages about a row with these cells.
#[must_use]
pub fn faults(columns: &[&'static str], cells: &[&str]) -> Vec<String> {
    let mut findings = Findings::of(Path::new(""));
    let columns = columns.iter().copied().map(Some).collect();
    let layout = Layout { columns, delimiter: Delimiter::COMMA };
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
        if let Some(layout) = layout {
            reading.take(&mut batches, layout, order, findings);
        }
        if lines.is_unclosed(last_has_break) {
            let remedy = "close it, or write \"\" for the mark itself";
            findings.error(lines.line, format!("has a quotation mark that is never closed: {remedy}"));
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
        let (json, hidden) = row(layout, &cells, at, (findings, &mut self.days));
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

fn headings(cells: &[&str], line: usize, findings: &mut Findings) -> Option<Vec<Option<&'static str>>> {
    let before = findings.list.len();
    let mut columns = Vec::new();
    for cell in cells.iter().map(|cell| sheet::heading(cell)) {
        let column = column(&cell);
        match column {
            Some(twice) if columns.contains(&column) => {
                findings.error(line, format!("has the column {twice} twice: keep one of the two"));
            }
            None if !cell.is_empty() => {
                findings.error(line, format!("has the unknown column “{cell}”: {}", column_remedy(&cell)));
            }
            // An emptied column has no heading; cells below it are reported by row.
            _ => {}
        }
        columns.push(column);
    }
    if findings.list.len() == before && !columns.contains(&Some("name")) {
        findings.error(line, "has no column name: write a heading row with at least the column name");
    }
    (findings.list.len() == before).then_some(columns)
}

fn column_remedy(cell: &str) -> String {
    match nearest(cell, COLUMNS.into_iter()) {
        Some(column) => format!("did you mean {column}?"),
        None => format!("there are {}", COLUMNS.join(", ")),
    }
}

/// The signatory as `letter.json` has it, and whether it counts without being named.
fn row(
    layout: &Layout,
    cells: &[&str],
    (line, order): (usize, Option<Order>),
    (findings, days): (&mut Findings, &mut Days),
) -> (Json, bool) {
    let Layout { columns, delimiter } = layout;
    // Empty cells at the end of a row are ignored if they have no column.
    let is_filled = |cell: &&str| !cell.is_empty();
    let (least, most) = (1 + columns.iter().rposition(Option::is_some).unwrap_or_default(), columns.len());
    if cells.len() < least || cells.iter().skip(most).any(is_filled) {
        let message = format!(
            "has {} cells, and the heading row has {most}: put a text with a {} in it in quotation marks",
            cells.len(),
            delimiter.one()
        );
        findings.error(line, message);
    }
    let (mut members, mut addresses) = (Vec::new(), Vec::new());
    let mut hidden = false;
    for (column, cell) in columns.iter().zip(cells) {
        let Some(column) = *column else {
            if is_filled(cell) {
                let remedy = "write a heading above it in the first row, or clear the cell";
                findings.error(line, format!("has “{cell}” in a column without a heading: {remedy}"));
            }
            continue;
        };
        match columns::cell(column) {
            _ if column == SIGNED_TEXT => {}
            // The model reports this one if it is empty.
            _ if cell.is_empty() && column != "name" => {}
            Cell::Hidden => hidden = flag(column, cell, line, findings),
            Cell::Flag => {
                members.push((column.to_string(), Json::Bool(flag(column, cell, line, findings))));
            }
            Cell::Id if cell.contains('@') => {
                findings.error(line, "id is an e-mail address, and ids are public: give a number or a word");
            }
            _ => {
                addresses.extend(address(cell, column).map(|message| format!("{column} {message}")));
                members.push((column.to_string(), Json::Text(text(column, cell, (line, order), days))));
            }
        }
    }
    // Nothing about a hidden signatory is published.
    addresses.into_iter().filter(|_| !hidden).for_each(|message| findings.error(line, message));
    (Json::Object(members), hidden)
}

/// The text of a cell as `letter.json` has it.
fn text(column: &str, cell: &str, (line, order): (usize, Option<Order>), days: &mut Days) -> String {
    match columns::cell(column) {
        Cell::Kind => words::kind(cell).ok().flatten().map_or(cell.to_string(), |kind| kind.as_str().to_string()),
        Cell::Day => days.read(cell, line, order),
        _ => cell.to_string(),
    }
}

/// The message about an e-mail address in a signatory's text, to follow the column's name: all texts are published.
#[must_use]
pub fn address(cell: &str, column: &str) -> Option<String> {
    email_in(cell)?;
    let kind = columns::cell(column);
    // The model reports `https://ada@example.org/`, which is not a link.
    if kind == Cell::Link && Link::of(cell, &as_written).is_err() {
        return None;
    }
    let remedy = match (kind, without_emails(cell)) {
        (Cell::Link, _) => "give the address of a page, or leave the cell empty".to_string(),
        (_, Some(rest)) => format!("write “{rest}”"),
        _ if column == "name" => "write the signatory's name".to_string(),
        (_, None) => "leave the cell empty".to_string(),
    };
    Some(format!("has an e-mail address in it, which everybody could read: {remedy}"))
}

/// Spreadsheets write these words in capitals, and in their own language.
fn flag(column: &str, cell: &str, line: usize, findings: &mut Findings) -> bool {
    words::truth(cell).unwrap_or_else(|| {
        findings.error(line, format!("{column} is “{cell}”: write true or false"));
        false
    })
}
