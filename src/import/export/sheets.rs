//! Which sheet of a workbook is the table, and what somebody should know about it.

use super::super::headings::list;
use super::limits::COLUMNS;
use super::{Form, NO_VALUE, Row, Rows};
use anyhow::{Result, bail};

/// A sheet.
#[derive(Debug, Default)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Whether people don't see it.
    pub is_hidden: bool,
    /// Its rows with content.
    pub rows: Vec<Row>,
    /// Its hidden rows: the first of several, and their number.
    pub hidden_rows: Vec<(usize, usize)>,
    /// The rows where merged cells begin.
    pub merged: Vec<usize>,
    /// The formulas whose value was not saved: row and column, both from 1, in order.
    pub without_value: Vec<(usize, usize)>,
    /// What somebody should know, in sentences after the file's name.
    pub notes: Vec<String>,
}

/// Chooses the sheet of that name, or the only one that people see and that has content.
///
/// # Errors
/// If there is none, or several have content.
pub fn choose(sheets: Vec<Sheet>, wanted: Option<&str>) -> Result<Sheet> {
    let names = |sheets: &[&Sheet]| list(&sheets.iter().map(|sheet| sheet.name.clone()).collect::<Vec<_>>());
    let all: Vec<&Sheet> = sheets.iter().collect();
    let of_name = |wanted: &str| {
        let exact = sheets.iter().position(|sheet| sheet.name == wanted);
        exact.or_else(|| {
            sheets.iter().position(|sheet| sheet.name.trim().to_lowercase() == wanted.trim().to_lowercase())
        })
    };
    let filled: Vec<usize> = (0..sheets.len()).filter(|at| !sheets[*at].rows.is_empty()).collect();
    let shown: Vec<usize> = filled.iter().copied().filter(|at| !sheets[*at].is_hidden).collect();
    let (at, mut notes) = match wanted {
        Some(name) => match of_name(name) {
            Some(at) => (at, Vec::new()),
            None => bail!("has no sheet “{name}”: there are {}", names(&all)),
        },
        None => match (shown.as_slice(), filled.as_slice()) {
            ([at], _) | ([], [at]) => {
                let hidden = filled.iter().filter(|other| *other != at);
                let note = |other: &usize| format!("has the hidden sheet “{}”, which is not read", sheets[*other].name);
                (*at, hidden.map(note).collect())
            }
            ([], []) => bail!("is empty: export it again, with its heading row"),
            ([], several) | (several, _) => {
                let several: Vec<&Sheet> = several.iter().map(|at| &sheets[*at]).collect();
                bail!("has several sheets with content: say which by --sheet NAME; there are {}", names(&several))
            }
        },
    };
    let Some(mut sheet) = sheets.into_iter().nth(at) else { bail!("has no sheet") };
    sheet.notes.append(&mut notes);
    Ok(sheet)
}

impl Sheet {
    /// Its rows, with what somebody should know about it.
    pub fn into_rows(mut self) -> Rows {
        let remarks = remarks(&self);
        self.notes.extend(remarks);
        self.mark_missing();
        Rows { list: self.rows, form: Form::Sheet(self.name), notes: self.notes }
    }
}

impl Sheet {
    /// Writes [`NO_VALUE`] into the cells of formulas without a value. Above the heading row they are nothing.
    fn mark_missing(&mut self) {
        let Some(first) = self.rows.first().map(|row| row.line) else { return };
        let mut rows = std::mem::take(&mut self.rows).into_iter().peekable();
        for (line, column) in std::mem::take(&mut self.without_value) {
            if line < first || column > COLUMNS {
                continue;
            }
            self.rows.extend(std::iter::from_fn(|| rows.next_if(|row| row.line <= line)));
            if self.rows.last().is_none_or(|row| row.line < line) {
                self.rows.push(Row { line, cells: Vec::new() });
            }
            if let Some(row) = self.rows.last_mut().filter(|row| row.line == line) {
                row.cells.resize(row.cells.len().max(column), String::new());
                row.cells[column - 1] = NO_VALUE.to_string();
            }
        }
        self.rows.extend(rows);
    }
}

/// What people who look at the sheet don't see, or see otherwise.
fn remarks(sheet: &Sheet) -> Vec<String> {
    let mut remarks = Vec::new();
    let is_filled = |line: usize| sheet.rows.binary_search_by_key(&line, |row| row.line).is_ok();
    let in_rows = |lines: &[usize]| match lines {
        [one] => format!("row {one}"),
        [first, ..] => format!("{} rows, the first of them row {first}", lines.len()),
        [] => String::new(),
    };
    let hidden: Vec<usize> = sheet
        .rows
        .iter()
        .map(|row| row.line)
        .filter(|line| {
            sheet.hidden_rows.iter().any(|(first, number)| (*first..first.saturating_add(*number)).contains(line))
        })
        .collect();
    match hidden.as_slice() {
        [] => {}
        [row] => remarks.push(format!("has row {row}, which is hidden: it is imported too, so delete it if it is not meant")),
        [first, ..] => remarks.push(format!(
            "has {} rows that are hidden, the first of them row {first}: they are imported too, so delete those that are \
             not meant",
            hidden.len()
        )),
    }
    let merged: Vec<usize> = sheet.merged.iter().copied().filter(|line| is_filled(*line)).collect();
    if !merged.is_empty() {
        let what = in_rows(&merged);
        remarks.push(format!(
            "has merged cells in {what}: their text counts for the first cell only, the others are empty"
        ));
    }
    let mut without_value: Vec<usize> = sheet.without_value.iter().map(|(row, _)| *row).collect();
    without_value.dedup();
    if !without_value.is_empty() {
        let what = in_rows(&without_value);
        remarks.push(format!(
            "has formulas without a value in {what}, which are taken for empty: open it in a spreadsheet, and save it again"
        ));
    }
    remarks
}
