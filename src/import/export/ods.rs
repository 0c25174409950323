//! Workbooks of `OpenDocument` (OASIS ODF 1.3, part 3), such as `LibreOffice` saves.
//!
//! They are read here, and not by the library that reads `.xlsx`: that one writes out every repeated row and cell before
//! anybody can count them, and `.ods` files repeat an empty row a million times.

use super::Rows;
use super::limits::{COLUMNS, Growing, ROWS};
use super::sheets::{Sheet, choose};
use super::xml::{Element, Piece, read as pieces};
use crate::files::archive::Archive;
use anyhow::{Context, Result, ensure};
use std::collections::HashSet;

/// Reads the sheet of that name, or the only one with content.
///
/// # Errors
/// If the file is damaged or over a limit, or several sheets have content.
pub fn read(mut archive: Archive, wanted: Option<&str>) -> Result<Rows> {
    let content = archive.text("content.xml")?.context("has no content.xml, so it is damaged: save it again")?;
    let mut reading = Reading::default();
    pieces(&content, |piece| match piece {
        Piece::Start(element) => {
            reading.start(&element);
            Ok(())
        }
        Piece::End(name) => reading.end(&name),
        Piece::Text(text) => {
            reading.text(&text);
            Ok(())
        }
    })?;
    Ok(choose(reading.sheets, wanted)?.into_rows())
}

/// The state of reading.
#[derive(Default)]
struct Reading {
    sheets: Vec<Sheet>,
    /// The styles of hidden sheets.
    hidden: HashSet<String>,
    /// The style that is being defined.
    style: String,
    /// The sheet that is being read; tables within cells are none.
    growing: Option<Growing>,
    /// The number of rows above.
    row: usize,
    repeated: usize,
    /// The cells of the row: the column and the text.
    cells: Vec<(usize, String)>,
    column: usize,
    cell: Option<Cell>,
    /// How deep in what is in a cell and no part of its text: remarks, drawings.
    beside: usize,
}

/// A cell.
#[derive(Default)]
struct Cell {
    repeated: usize,
    /// Whether it is a formula of whose value nothing is said.
    is_formula: bool,
    /// Its value, if that is not its text.
    value: Option<String>,
    text: String,
    /// Whether a paragraph of its text is open.
    is_open: bool,
}

impl Reading {
    fn start(&mut self, element: &Element) {
        let name = element.name();
        if self.cell.is_some()
            && (self.beside > 0 || matches!(name, "office:annotation" | "draw:frame" | "table:table"))
        {
            self.beside += 1;
            return;
        }
        match name {
            "style:style" => self.style = element.get("style:name").unwrap_or_default(),
            "style:table-properties" if element.get("table:display").as_deref() == Some("false") => {
                self.hidden.insert(self.style.clone());
            }
            "table:table" => {
                let name = element.get("table:name").unwrap_or_default();
                let style = element.get("table:style-name").unwrap_or_default();
                self.sheets.push(Sheet { name, is_hidden: self.hidden.contains(&style), ..Sheet::default() });
                (self.growing, self.row) = (Some(Growing::default()), 0);
            }
            "table:table-row" => {
                self.repeated = number(element, "table:number-rows-repeated");
                (self.cells, self.column) = (Vec::new(), 0);
                let is_shown = element.get("table:visibility").is_none_or(|visibility| visibility == "visible");
                if let (false, Some(sheet)) = (is_shown, self.sheets.last_mut()) {
                    sheet.hidden_rows.push((self.row + 1, self.repeated));
                }
            }
            "table:table-cell" => {
                let spans = |name| element.get(name).is_some_and(|number| number != "1");
                if (spans("table:number-columns-spanned") || spans("table:number-rows-spanned"))
                    && let Some(sheet) = self.sheets.last_mut()
                {
                    sheet.merged.push(self.row + 1);
                }
                self.cell = Some(Cell::of(element));
            }
            "table:covered-table-cell" => self.cell = Some(Cell::of(element)),
            "text:p" | "text:h" => {
                if let Some(cell) = &mut self.cell {
                    if !cell.text.is_empty() {
                        cell.text.push('\n');
                    }
                    cell.is_open = true;
                }
            }
            "text:s" => self.text(&" ".repeat(number(element, "text:c").min(100))),
            "text:tab" => self.text("\t"),
            "text:line-break" => self.text("\n"),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(cell) = self.cell.as_mut().filter(|cell| cell.is_open && self.beside == 0) {
            cell.text.push_str(text);
        }
    }

    fn end(&mut self, name: &str) -> Result<()> {
        if self.beside > 0 {
            self.beside -= 1;
            return Ok(());
        }
        match name {
            "text:p" | "text:h" => {
                if let Some(cell) = &mut self.cell {
                    cell.is_open = false;
                }
            }
            "table:table-cell" | "table:covered-table-cell" => self.end_cell()?,
            "table:table-row" => self.end_row()?,
            "table:table" => {
                if let (Some(growing), Some(sheet)) = (self.growing.take(), self.sheets.last_mut()) {
                    sheet.rows = growing.rows;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn end_cell(&mut self) -> Result<()> {
        let Some(Cell { repeated, value, text, is_formula, .. }) = self.cell.take() else { return Ok(()) };
        let text = value.unwrap_or(text);
        if let (true, true, Some(sheet)) = (is_formula, text.is_empty(), self.sheets.last_mut()) {
            sheet.without_value.push((self.row + 1, self.column + 1));
        }
        if !text.trim().is_empty() {
            ensure!(
                repeated <= COLUMNS,
                "repeats “{text}” in {repeated} columns, and more than {COLUMNS} columns are never read: delete them"
            );
            self.cells.extend((0..repeated).map(|more| (self.column + more, text.clone())));
        }
        self.column = self.column.saturating_add(repeated);
        Ok(())
    }

    fn end_row(&mut self) -> Result<()> {
        let cells = std::mem::take(&mut self.cells);
        if let Some(growing) = self.growing.as_mut().filter(|_| !cells.is_empty()) {
            let end = self.row.saturating_add(self.repeated);
            ensure!(end <= ROWS, "has more rows than a sheet can have ({ROWS}): delete those at the end");
            for row in self.row..end {
                for (column, text) in &cells {
                    growing.add(row, *column, text.clone())?;
                }
            }
        }
        self.row = self.row.saturating_add(self.repeated);
        Ok(())
    }
}

impl Cell {
    /// A cell with the value that its attributes give: dates as `2023-09-07`, numbers without their format.
    fn of(element: &Element) -> Cell {
        let value = match element.get("office:value-type").as_deref() {
            Some("float" | "currency" | "percentage") => element.get("office:value").map(|value| number_text(&value)),
            Some("date") => element.get("office:date-value").map(|value| match value.split_once("T00:00:00") {
                Some((day, _)) => day.to_string(),
                None => value.replacen('T', " ", 1),
            }),
            Some("boolean") => element.get("office:boolean-value"),
            // A text may be given beside what is shown. A formula's fault has an empty one.
            Some("string") => element.get("office:string-value").filter(|value| !value.is_empty()),
            _ => None,
        };
        let is_formula = element.get("table:formula").is_some() && element.get("office:value-type").is_none();
        Cell { repeated: number(element, "table:number-columns-repeated"), is_formula, value, ..Cell::default() }
    }
}

/// A number of repetitions, at least 1.
fn number(element: &Element, name: &str) -> usize {
    element.get(name).and_then(|value| value.parse().ok()).unwrap_or(1).max(1)
}

/// A number as written, a whole one without a point: `12`, and not `12.0`.
fn number_text(value: &str) -> String {
    let is_plain = value.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    match value.parse::<f64>() {
        Ok(number) if !is_plain => number.to_string(),
        _ => value.to_string(),
    }
}
