//! Changes `signatories.csv`: changes, adds and removes rows, and keeps every other byte.

use crate::files::regular;
use crate::files::site::write_with_mode;
use crate::source::cell;
use crate::source::finding::{Finding, Findings, any_error};
use crate::source::record_lines::{RecordLines, start};
use crate::source::sheet::{self, Delimiter, Sheet};
use crate::source::{layout, signatories};
use anyhow::{Context, Result};
use csv::ByteRecord;
use std::io::ErrorKind;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// The table of a letter's folder.
#[derive(Debug)]
pub struct Table {
    path: PathBuf,
    /// The content of the file, in UTF-8.
    bytes: Vec<u8>,
    /// The name of UTF-16, if the file is that.
    utf16: Option<&'static str>,
    delimiter: Delimiter,
    heading: Range<usize>,
    /// Its columns, `None` for one without a heading.
    columns: Vec<Option<&'static str>>,
    /// The number of these columns that the file has at present.
    written: usize,
    /// The rows, with added ones at the end.
    pub rows: Vec<Row>,
}

/// A row.
#[derive(Debug)]
pub struct Row {
    /// Its line; `None` if it is not in the file yet.
    pub line: Option<usize>,
    span: Range<usize>,
    cells: Vec<String>,
    changed: bool,
    removed: bool,
}

impl Table {
    /// Reads the table of a folder. A missing table counts as one with the columns `id` and `name` and no row. If any
    /// finding is an error, nothing may be written into the table.
    ///
    /// # Errors
    /// If it can't be read.
    pub fn read(letter: &Path) -> Result<(Table, Vec<Finding>)> {
        let path = letter.join("signatories.csv");
        let bytes = match regular::read(&path, regular::TABLE) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => {
                return Ok((Table { columns: vec![Some("id"), Some("name")], ..Table::empty(path) }, Vec::new()));
            }
            Err(error) => return Err(error).with_context(|| format!("can't read {}", path.display())),
        };
        let mut findings = Findings::of(&path);
        signatories::read(&bytes, &mut findings);
        let mut table = Table { bytes, ..Table::empty(path) };
        if !any_error(&findings.list) {
            table.parse()?;
        }
        Ok((table, findings.list))
    }

    fn empty(path: PathBuf) -> Table {
        let (bytes, utf16, delimiter, heading) = (Vec::new(), None, Delimiter::COMMA, 0..0);
        Table { path, bytes, utf16, delimiter, heading, columns: Vec::new(), written: 0, rows: Vec::new() }
    }

    /// The path of the file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The rows with content, without removed ones.
    pub fn places(&self) -> impl Iterator<Item = usize> {
        let is_there = |row: &Row| !row.removed && row.cells.iter().any(|cell| !cell.trim().is_empty());
        (0..self.rows.len()).filter(move |place| is_there(&self.rows[*place]))
    }

    /// A cell without surrounding spaces, empty if the table has no such column.
    #[must_use]
    pub fn get(&self, place: usize, column: &str) -> &str {
        let at = self.columns.iter().position(|known| *known == Some(column));
        at.and_then(|at| self.rows[place].cells.get(at)).map_or("", |cell| cell.trim())
    }

    /// Changes a cell. A column that the table lacks is added after the others.
    pub fn set(&mut self, place: usize, column: &'static str, value: &str) {
        let at = self.columns.iter().position(|known| *known == Some(column)).unwrap_or_else(|| {
            self.columns.push(Some(column));
            self.columns.len() - 1
        });
        let row = &mut self.rows[place];
        row.cells.resize(row.cells.len().max(at + 1), String::new());
        row.cells[at] = value.to_string();
        row.changed = true;
    }

    /// Adds an empty row at the end, and returns its place.
    pub fn add(&mut self) -> usize {
        let end = self.bytes.len();
        self.rows.push(Row { line: None, span: end..end, cells: Vec::new(), changed: true, removed: false });
        self.rows.len() - 1
    }

    /// Removes a row.
    pub fn remove(&mut self, place: usize) {
        self.rows[place].removed = true;
    }

    /// Writes the whole file if anything changed, and returns whether it did.
    ///
    /// # Errors
    /// If it can't be written; the file then stays unchanged.
    pub fn write(&self) -> Result<bool> {
        if !self.is_changed() {
            return Ok(false);
        }
        // Follow a link and keep the permissions of its target.
        let target = self.path.canonicalize().unwrap_or_else(|_| self.path.clone());
        let content = self.content();
        let content = match self.utf16 {
            None => content,
            Some(name) => utf16(&String::from_utf8_lossy(&content), name.ends_with("BE")),
        };
        write_with_mode(&target, &content, mode(&target))
            .with_context(|| format!("can't write {}", self.path.display()))?;
        Ok(true)
    }

    /// Whether the new content differs from the file's.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.rows.iter().any(|row| row.changed || row.removed)
    }

    fn parse(&mut self) -> Result<()> {
        let sheet = Sheet::open(&self.bytes).context("is not a table")?;
        let (offset, line, utf16, delimiter) = (sheet.before, sheet.line, sheet.utf16, layout::delimiter(&sheet));
        let text = utf16.is_some().then(|| sheet.bytes.into_owned());
        if let Some(text) = text {
            self.bytes = text;
        }
        (self.utf16, self.delimiter) = (utf16, delimiter);
        let table = &self.bytes[offset..];
        let mut reader = sheet::reader(table, delimiter);
        let mut lines = RecordLines::new(table, line);
        let mut record = ByteRecord::new();
        while reader.read_byte_record(&mut record)? {
            let line = lines.line_of(record.position());
            let from = start(table, record.position());
            let to = usize::try_from(reader.position().byte()).unwrap_or(table.len());
            let ending = table[from..to].iter().rev().take_while(|byte| is_line_end(**byte)).count();
            let span = offset + from..offset + to - ending;
            let cells: Vec<String> = record.iter().map(|cell| read(&String::from_utf8_lossy(cell))).collect();
            if self.columns.is_empty() {
                if cells.iter().all(|cell| cell.trim().is_empty()) {
                    continue;
                }
                self.columns = cells.iter().map(|cell| layout::column(&sheet::heading(cell))).collect();
                self.written = self.columns.len();
                self.heading = span;
            } else {
                self.rows.push(Row { line: Some(line), span, cells, changed: false, removed: false });
            }
        }
        Ok(())
    }

    fn content(&self) -> Vec<u8> {
        let ending: &[u8] = match self.bytes.get(self.heading.end..).unwrap_or_default() {
            [b'\r', b'\n', ..] => b"\r\n",
            [b'\r', ..] => b"\r",
            _ => b"\n",
        };
        let mut content = self.bytes[..self.heading.end].to_vec();
        for (at, column) in self.columns.iter().enumerate().skip(self.written) {
            content.extend((at > 0).then_some(self.delimiter.byte()));
            content.extend(column.unwrap_or_default().bytes());
        }
        let mut at = self.heading.end;
        for row in self.rows.iter().filter(|row| row.line.is_some()) {
            content.extend(&self.bytes[at..row.span.start]);
            at = row.span.end;
            if row.removed {
                at += if self.bytes[at..].starts_with(b"\r\n") { 2 } else { 1 };
                at = at.min(self.bytes.len());
            } else if row.changed {
                content.extend(self.line(row).bytes());
            } else {
                content.extend(&self.bytes[row.span.clone()]);
                content.extend(std::iter::repeat_n(self.delimiter.byte(), self.columns.len() - self.written));
            }
        }
        content.extend(&self.bytes[at..]);
        let added = self.rows.iter().filter(|row| row.line.is_none() && !row.removed);
        for line in added.map(|row| self.line(row)) {
            if !content.last().is_some_and(|byte| is_line_end(*byte)) {
                content.extend(ending);
            }
            content.extend(line.bytes().chain(ending.iter().copied()));
        }
        content
    }

    /// A row as written, without the end of its line.
    fn line(&self, row: &Row) -> String {
        let mark = char::from(self.delimiter.byte());
        let cell = |at: usize| row.cells.get(at).map_or(String::new(), |cell| cell::written(cell));
        (0..self.columns.len()).map(cell).collect::<Vec<_>>().join(mark.encode_utf8(&mut [0; 4]))
    }
}

fn is_line_end(byte: u8) -> bool {
    matches!(byte, b'\r' | b'\n')
}

/// The value of a cell. It keeps surrounding spaces, except around a shield, which a second shield would hide.
fn read(cell: &str) -> String {
    if cell::is_like_formula(cell) { cell::text(cell.trim()).to_string() } else { cell.to_string() }
}

/// UTF-16 with its mark.
fn utf16(text: &str, is_big_endian: bool) -> Vec<u8> {
    let units = std::iter::once(0xfeff).chain(text.encode_utf16());
    units.flat_map(|unit| if is_big_endian { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
}

/// The permissions of a file, or of a new one.
fn mode(path: &Path) -> u32 {
    #[cfg(unix)]
    if let Ok(found) = std::fs::metadata(path) {
        return std::os::unix::fs::PermissionsExt::mode(&found.permissions()) & 0o777;
    }
    let _ = path;
    0o666
}
