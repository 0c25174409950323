//! `signatories.csv`: a heading row, then a signatory in each row.

use super::finding::Findings;
use super::keys::nearest;
use super::repeated;
use crate::model::Json;
use csv::{ByteRecord, ReaderBuilder};

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

/// A row, before the model has read it.
#[derive(Debug)]
pub struct Row {
    /// The line of the file on which it begins.
    pub line: usize,
    /// The signatory, as `letter.json` would have it.
    pub json: Json,
    /// Whether it counts without being named.
    pub hidden: bool,
}

/// Reads the rows. Whatever is found wrong, the rows that could be read are given back.
pub fn read(bytes: &[u8], findings: &mut Findings) -> Vec<Row> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        findings.error(1, "is UTF-16: save it as UTF-8");
        return Vec::new();
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut table = Table { bytes, at: 0, line: 1 };
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
    let mut record = ByteRecord::new();
    let mut columns = None;
    let mut rows = Vec::new();
    let mut last_has_break = false;
    while reader.read_byte_record(&mut record).unwrap_or_default() {
        let line = table.line_of(&record);
        last_has_break = record.iter().any(|cell| cell.contains(&b'\n'));
        let Some(cells) = texts(&record, line, findings) else { continue };
        match &columns {
            None => match headings(&cells, line, findings) {
                Some(found) => columns = Some(found),
                None => return Vec::new(),
            },
            Some(_) if cells.iter().all(|cell| cell.is_empty()) => {}
            Some(columns) => rows.push(row(columns, &cells, line, findings)),
        }
    }
    if columns.is_none() && findings.list.is_empty() {
        findings.error(1, "is empty: write a heading row with at least the column name");
    }
    // A quotation mark that is never closed takes in the rest of the file without any complaint of the reader's.
    if last_has_break && super::count_byte(bytes, b'"') % 2 == 1 {
        let remedy = "close it, or write \"\" for the mark itself";
        findings.error(table.line, format!("has a quotation mark that is never closed: {remedy}"));
    }
    repeated::tell(&mut rows, findings);
    rows
}

/// Finds the lines of records. The reader's own count stops before empty lines, which it skips.
struct Table<'b> {
    bytes: &'b [u8],
    at: usize,
    line: usize,
}

impl Table<'_> {
    fn line_of(&mut self, record: &ByteRecord) -> usize {
        let start = record.position().map_or(0, |position| usize::try_from(position.byte()).unwrap_or_default());
        let blank = self.bytes[start..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let passed = &self.bytes[self.at..start + blank];
        self.line += super::count_byte(passed, b'\n');
        self.at = start + blank;
        self.line
    }
}

fn texts<'r>(record: &'r ByteRecord, line: usize, findings: &mut Findings) -> Option<Vec<&'r str>> {
    let mut cells = Vec::with_capacity(record.len());
    for cell in record {
        match std::str::from_utf8(cell) {
            Ok(text) => cells.push(text.trim()),
            Err(error) => {
                let before = super::count_byte(&cell[..error.valid_up_to()], b'\n');
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

fn row(columns: &[&'static str], cells: &[&str], line: usize, findings: &mut Findings) -> Row {
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
    Row { line, json: Json::Object(members), hidden }
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
