//! The heading row of a table of signatories: which column is where.

use super::cell;
use super::columns::COLUMNS;
use super::finding::Findings;
use super::keys::instead;
use super::sheet::{self, Delimiter, Sheet};
use csv::ByteRecord;
use memchr::memchr_iter;
use std::path::Path;

/// The layout of a table: its columns, `None` for one without a heading, and its delimiter.
#[derive(Clone, Debug)]
pub struct Layout {
    pub(super) columns: Vec<Option<&'static str>>,
    pub(super) delimiter: Delimiter,
}

impl Layout {
    /// The layout of a table with these columns.
    #[must_use]
    pub fn of(columns: Vec<&'static str>, delimiter: Delimiter) -> Layout {
        Layout { columns: columns.into_iter().map(Some).collect(), delimiter }
    }
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

/// The cells of a record. `None` if one of them is not UTF-8.
pub(super) fn texts<'r>(record: &'r ByteRecord, line: usize, findings: &mut Findings) -> Option<Vec<&'r str>> {
    let mut cells = Vec::with_capacity(record.len());
    for cell in record {
        match std::str::from_utf8(cell) {
            Ok(text) => cells.push(cell::text(text.trim()).trim()),
            Err(error) => {
                let before = memchr_iter(b'\n', &cell[..error.valid_up_to()]).count();
                findings.error(
                    line + before,
                    "is not UTF-8: save the file as CSV UTF-8, so that every name keeps its letters",
                );
                return None;
            }
        }
    }
    Some(cells)
}

/// The columns of a heading row. `None` if there is a finding about it.
pub(super) fn headings(cells: &[&str], line: usize, findings: &mut Findings) -> Option<Vec<Option<&'static str>>> {
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
    if cell.to_lowercase().contains("mail") {
        return "everybody could read the addresses: delete the column, or use open-letter import".to_string();
    }
    instead(cell, &COLUMNS)
}
