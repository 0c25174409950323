//! Reads a row of an export as a signature: cleans its cells, interprets its words, and refuses invalid ones.

use super::export::{NO_VALUE, Row};
use super::group::Group;
use super::mapping::{Mapping, NAMES};
use super::signature::{Refusal, Signature};
use super::split::Split;
use super::sums;
use crate::model::{Date, Kind};
use crate::source::COLUMNS;
use crate::source::columns::{self, Cell};
use crate::source::days::{self, DateFormat};
use crate::source::imported::{Identity, Secret};
use crate::source::nameless::is_nameless;
use crate::source::rows::likeness;
use crate::source::words::Words;
use crate::source::{signatories, table_row};

/// The name of people who give none and ask not to be named. Only the coordinator sees it.
const ANONYMOUS: &str = "Anonymous";

/// Reads rows.
pub struct Reader<'r> {
    /// The columns of the targets.
    pub mapping: &'r Mapping,
    /// The number of cells in a row.
    pub width: usize,
    /// Whether a row with fewer cells may lack some.
    pub may_be_cut: bool,
    /// The columns whose value is a group of values in some entries.
    pub groups: Vec<Group>,
    /// How the cells of one column are composed.
    pub split: Option<&'r Split>,
    /// The name of the source.
    pub source: &'r str,
    /// The words for yes and no.
    pub words: &'r Words,
    /// The format of days.
    pub date_format: Option<&'r DateFormat>,
    /// Kind for rows that don't specify one.
    pub kind: Option<Kind>,
    /// Makes marks.
    pub secret: &'r Secret,
}

impl Reader<'_> {
    /// Reads a row.
    ///
    /// # Errors
    /// If it can't be imported.
    pub fn read(&self, row: &Row) -> Result<Signature, Box<Refusal>> {
        let line = row.line;
        if let Some(reason) = self.misshapen(row) {
            let who = [self.name(row), String::new()];
            return Err(Box::new(Refusal { line, who, reason, identity: None, says_no: false }));
        }
        let identity = self.identity(row);
        let hidden = || self.cell("hidden", row).is_some_and(|cell| self.words.says_yes("hidden", &cell) == Ok(true));
        let who = || [self.name(row), self.cell("organisation", row).unwrap_or_default()];
        self.signature(row, &identity).map_err(|reason| {
            let says_no = self.consents(row) == Ok(false) || hidden();
            Box::new(Refusal { line, who: who(), reason, identity: Some(identity), says_no })
        })
    }

    /// The fault in the cells themselves, or in their number. Excel omits empty cells at the end of a row, but the cell with the consent is
    /// never assumed empty.
    fn misshapen(&self, row: &Row) -> Option<String> {
        let (cells, headings) = (row.cells.len(), self.width);
        let count = table_row::width(cells, headings);
        if cells > headings {
            return Some(format!("{count}: put a text that has the mark between columns in it in quotation marks"));
        }
        if self.may_be_cut && self.mapping.ends_before("anonymous", cells) {
            return Some(format!("{count}, so nothing says whether the signatory stays anonymous: add the cell"));
        }
        let decides = |target: &str| NAMES.contains(&target) || ["consent", "anonymous", "hidden"].contains(&target);
        let is_missing = |(target, cell): &(&str, &str)| *cell == NO_VALUE && decides(target);
        if let Some((target, _)) = self.mapping.cells(&row.cells).find(is_missing) {
            return Some(format!(
                "{target} is a formula without a value: open the workbook in a spreadsheet, and save it again"
            ));
        }
        if let Some((target, fault)) = self.mapping.cells(&row.cells).find(|(_, cell)| is_fault(cell)) {
            return Some(format!("{target} is “{fault}”, the fault of a formula: correct it in the spreadsheet"));
        }
        let (target, one, other) = self.mapping.contradiction(&row.cells)?;
        Some(format!(
            "has “{one}” and “{other}” in two columns of one heading, both for {target}: leave one of the two"
        ))
    }

    fn cell(&self, target: &str, row: &Row) -> Option<String> {
        let Some(split) = self.split.filter(|split| split.has(target)) else {
            return self.mapping.cell(target, &row.cells).map(clean);
        };
        let whole = clean(self.mapping.cell(split.column, &row.cells).unwrap_or_default());
        let part = match split.parts(&whole) {
            Ok(parts) => parts.into_iter().find(|(part, _)| *part == target).map_or("", |(_, text)| text),
            // The row is refused, and named by all of the cell.
            Err(_) if target == split.column => &whole,
            Err(_) => "",
        };
        Some(part.to_string())
    }

    /// The reason why the cell of a composed column doesn't fit.
    fn composed(&self, row: &Row) -> Result<(), String> {
        let Some(split) = self.split else { return Ok(()) };
        split.parts(&clean(self.mapping.cell(split.column, &row.cells).unwrap_or_default())).map(|_| ())
    }

    fn name(&self, row: &Row) -> String {
        let parts = NAMES.into_iter().filter_map(|target| self.cell(target, row));
        let name = parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        // People who ask not to be named may omit their name.
        if name.is_empty() && self.consents(row) == Ok(false) { ANONYMOUS.to_string() } else { name }
    }

    fn identity(&self, row: &Row) -> Identity {
        let cell = |target| self.cell(target, row).filter(|cell| !cell.is_empty());
        // People type capitals in addresses at random, and mail hosts ignore them.
        let email = cell("email").filter(|email| email.contains('@')).map(|email| email.to_lowercase());
        let name = self.name(row);
        let organisation = cell("organisation").unwrap_or_default();
        let alike = || self.secret.mark("alike", &[self.source, &likeness(&name), &likeness(&organisation)]);
        Identity {
            id: cell("id"),
            key: cell("key").map(|key| self.secret.mark("key", &[self.source, &key])),
            email: email.map(|email| self.secret.mark("email", &[&email])),
            alike: (!name.is_empty()).then(alike),
        }
    }

    fn signature(&self, row: &Row, identity: &Identity) -> Result<Signature, String> {
        self.composed(row)?;
        if let Some(fault) =
            self.groups.iter().find_map(|group| group.fault(&row.cells)).or_else(|| sums::fault(&row.cells))
        {
            return Err(fault);
        }
        let consents = self.consents(row)?;
        let name = self.name(row);
        let nameless = is_nameless(&name) && !name.is_empty();
        let mut cells = Vec::new();
        for column in COLUMNS {
            let cell = self.cell(column, row);
            let value = match columns::cell(column) {
                Cell::Kind => self.kind(cell.as_deref())?,
                Cell::Day => self.signed(cell.as_deref())?,
                Cell::Hidden => self.hidden(cell.as_deref(), consents && !nameless)?,
                Cell::Flag => cell.map(|cell| self.flag(column, &cell)).transpose()?,
                _ if column == "name" => Some(name.clone()),
                _ => cell.filter(|cell| !cell.is_empty() && !is_dash(column, cell)),
            };
            cells.extend(value.map(|value| (column, value)));
        }
        let (columns, values): (Vec<&'static str>, Vec<&str>) =
            cells.iter().map(|(column, value)| (*column, value.as_str())).unzip();
        // Hidden signatories too: no file of ours has an address.
        let address = |(column, value): &(&'static str, String)| {
            let value = Some(value).filter(|_| *column != "id")?;
            Some(format!("{column} {}", table_row::address(value, column)?))
        };
        if let Some(fault) = cells.iter().find_map(address) {
            return Err(fault);
        }
        if let Some(fault) = signatories::faults(&columns, &values).into_iter().next() {
            return Err(fault);
        }
        Ok(Signature { line: row.line, cells, identity: identity.clone(), consents, nameless, denied: None })
    }

    fn consents(&self, row: &Row) -> Result<bool, String> {
        let says = |target| self.cell(target, row).map(|cell| self.words.says_yes(target, &cell)).transpose();
        Ok(says("consent")?.unwrap_or(true) && !says("anonymous")?.unwrap_or(false))
    }

    fn kind(&self, cell: Option<&str>) -> Result<Option<String>, String> {
        let kind = cell.map(|cell| self.words.kind(cell)).transpose()?.flatten().or(self.kind);
        Ok(kind.map(|kind| kind.as_str().to_string()))
    }

    fn signed(&self, cell: Option<&str>) -> Result<Option<String>, String> {
        let cell = cell.filter(|cell| !cell.is_empty());
        Ok(cell.map(|cell| days::read(cell, self.date_format)).transpose()?.map(Date::to_iso))
    }

    fn hidden(&self, cell: Option<&str>, may_be_named: bool) -> Result<Option<String>, String> {
        let flag = cell.map(|cell| self.flag("hidden", cell)).transpose()?;
        let asks = self.mapping.has("consent") || self.mapping.has("anonymous");
        Ok(if may_be_named { flag.or(asks.then(String::new)) } else { Some("true".into()) })
    }

    fn flag(&self, column: &str, cell: &str) -> Result<String, String> {
        Ok(if self.words.says_yes(column, cell)? { "true".into() } else { String::new() })
    }
}

/// Whether a cell has the fault of a formula, as spreadsheets write it in most languages.
fn is_fault(cell: &str) -> bool {
    let Some(word) = cell.strip_prefix('#') else { return false };
    matches!(word, "N/A" | "NV" | "ND" | "N/D") || {
        let word = word.strip_suffix(['!', '?']).unwrap_or_default();
        !word.is_empty() && word.chars().all(|char| char.is_uppercase() || matches!(char, '/' | '0' | '_'))
    }
}

/// Whether somebody had to fill in a field and put a dash there.
fn is_dash(column: &str, cell: &str) -> bool {
    const MARKS: &str = "-–—−_./\\*·•?";
    let may_be = matches!(column, "title" | "suffix" | "role" | "organisation" | "group" | "country");
    may_be && cell.chars().all(|char| MARKS.contains(char) || char.is_whitespace())
}

/// A cell without surrounding spaces, its line breaks replaced by spaces.
fn clean(cell: &str) -> String {
    if cell == NO_VALUE {
        return String::new();
    }
    let breaks =
        |char: char| matches!(char, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}');
    let lines = cell.split(breaks).map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join(" ")
}
