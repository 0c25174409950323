//! The export as a table: its headings, and its rows with their lines.
//!
//! What the file is shows its content ([`kind`]). Each kind of file has its reader, which gives rows with content; the
//! first of them, or the one that `--heading-row` names, has the headings.

mod about;
mod json;
mod kind;
mod limits;
mod ods;
mod sheets;
mod text;
mod xlsx;
mod xml;

pub use kind::is_page;

use super::headings::{Wanted, find};
use crate::source::sheet::{Delimiter, heading};
use anyhow::{Result, bail};
use kind::Kind;

/// The most rows with titles and remarks above a table.
const TITLES: usize = 50;

/// A table.
#[derive(Debug)]
pub struct Export {
    /// The heading row, each heading in one line.
    pub headings: Vec<String>,
    /// The rows with any content.
    pub rows: Vec<Row>,
    /// What it was read from.
    pub form: Form,
    /// What somebody should know about it.
    pub notes: Vec<String>,
}

/// The content of a cell with a formula whose value was not saved. No text can contain this character.
pub const NO_VALUE: &str = "\0";

/// A row.
#[derive(Debug)]
pub struct Row {
    /// The line of the file where it begins; in a workbook, the number of the row; in JSON of few lines, that of the entry.
    pub line: usize,
    /// Its cells as written.
    pub cells: Vec<String>,
}

/// What an export was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// CSV.
    Text {
        /// The name of its encoding.
        encoding: &'static str,
        /// The delimiter of its columns.
        delimiter: Delimiter,
    },
    /// A workbook, in the sheet of that name.
    Sheet(String),
    /// JSON.
    Json {
        /// Whether its entries have numbers in messages, since several begin in one line.
        numbered: bool,
    },
}

/// How to read an export.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ask<'a> {
    /// The delimiter; recognised if not given.
    pub delimiter: Option<Delimiter>,
    /// The name of the encoding; recognised if not given.
    pub encoding: Option<&'a str>,
    /// The name of the sheet.
    pub sheet: Option<&'a str>,
    /// The line of the headings; the first with content if not given.
    pub heading_row: Option<usize>,
    /// The wanted headings.
    pub wanted: &'a [Wanted],
}

/// The rows of a file, with the headings still among them.
struct Rows {
    list: Vec<Row>,
    form: Form,
    notes: Vec<String>,
}

impl Export {
    /// Reads a file.
    ///
    /// # Errors
    /// If it is no table that can be read, or has no headings.
    pub fn read(bytes: &[u8], ask: &Ask) -> Result<Export> {
        let kind = Kind::of(bytes)?;
        if !matches!(kind, Kind::Text) && (ask.delimiter.is_some() || ask.encoding.is_some()) {
            bail!("is not CSV, so it has neither a delimiter nor an encoding: leave --delimiter and --encoding out");
        }
        let Rows { list: mut rows, form, notes } = match kind {
            Kind::Text => text::read(bytes, ask)?,
            Kind::Json => json::read(bytes, ask)?,
            Kind::Xlsx(archive) => xlsx::read(bytes, archive, ask.sheet)?,
            Kind::Ods(archive) => ods::read(archive, ask.sheet)?,
        };
        let at = match ask.heading_row {
            None if rows.is_empty() => bail!("is empty: export it again, with its heading row"),
            None => 0,
            Some(line) => match rows.iter().position(|row| row.line == line) {
                Some(at) => at,
                None => bail!("has nothing in row {line}: give the number of the row with the headings"),
            },
        };
        let rest = rows.split_off(at + 1);
        let headings = rows.pop().map(|row| row.cells.iter().map(|cell| heading(cell)).collect()).unwrap_or_default();
        Ok(Export { headings, rows: rest, form, notes })
    }

    /// Drops rows with nothing but formulas without a value: they are filled down below the last row. `has_name`: whether
    /// a row has something in a column of names, so that it can't be such a row.
    pub fn keep_rows(&mut self, has_name: impl Fn(&[String]) -> bool) {
        let is_filled = |cell: &String| !cell.trim().is_empty() && cell != NO_VALUE;
        self.rows.retain(|row| row.cells.iter().any(is_filled) || has_name(&row.cells));
    }

    /// A row further down that has all wanted headings.
    #[must_use]
    pub fn heading_row(&self, wanted: &[Wanted]) -> Option<usize> {
        let has_all = |row: &&Row| {
            let headings: Vec<String> = row.cells.iter().map(|cell| heading(cell)).collect();
            wanted.iter().filter(|wanted| wanted.required).all(|wanted| find(&headings, wanted).is_ok())
        };
        self.rows.iter().take(TITLES).find(has_all).map(|row| row.line)
    }
}

impl Form {
    /// What it was read from, in words: *in UTF-8 with commas*.
    #[must_use]
    pub fn shown(&self) -> String {
        match self {
            Form::Text { encoding, delimiter } => format!("in {encoding} with {}", delimiter.name()),
            Form::Sheet(name) => format!("in the sheet “{name}”"),
            Form::Json { .. } => "in JSON".to_string(),
        }
    }

    /// What a place in it is called: its line, or the number of an entry.
    #[must_use]
    pub fn unit(&self) -> &'static str {
        if matches!(self, Form::Json { numbered: true }) { "entry" } else { "line" }
    }

    /// A place in it, after the file's name: `:4`, or `: entry 4`.
    #[must_use]
    pub fn place(&self, number: usize) -> String {
        match self {
            Form::Json { numbered: true } => format!(": entry {number}"),
            _ => format!(":{number}"),
        }
    }

    /// Whether its values may be groups of values.
    #[must_use]
    pub fn has_groups(&self) -> bool {
        matches!(self, Form::Json { .. })
    }

    /// Whether a row with fewer cells than headings may lack some. Workbooks and JSON leave out empty cells only.
    #[must_use]
    pub fn may_be_cut(&self) -> bool {
        matches!(self, Form::Text { .. })
    }
}
