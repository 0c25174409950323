//! How large a table may be. Workbooks declare a million rows of 16,384 columns in a few bytes, so nothing is allocated
//! by what they declare, and rows are kept only as far as they have content.

use super::Row;
use anyhow::{Result, bail, ensure};

/// The most rows of a sheet, as spreadsheets have it.
pub const ROWS: usize = 1_048_576;

/// The most columns.
pub const COLUMNS: usize = 500;

/// The most cells, empty ones between others included.
const CELLS: usize = 20_000_000;

/// The rows of a table, within the limits.
#[derive(Debug, Default)]
pub struct Growing {
    /// The rows so far, each with content.
    pub rows: Vec<Row>,
    cells: usize,
}

impl Growing {
    /// Adds a cell, further right in the last row or in a row below. Both numbers count from 0.
    ///
    /// # Errors
    /// If that is over a limit.
    pub fn add(&mut self, row: usize, column: usize, text: String) -> Result<()> {
        if text.is_empty() {
            return Ok(());
        }
        ensure!(row < ROWS, "has a cell in row {}, below the last row of a sheet: delete it", row + 1);
        ensure!(
            column < COLUMNS,
            "has “{text}” in column {}, and more than {COLUMNS} columns are never read: delete it, or save only the \
             columns that you need",
            column + 1
        );
        let line = row + 1;
        if self.rows.last().is_none_or(|last| last.line < line) {
            self.rows.push(Row { line, cells: Vec::new() });
        }
        let Some(last) = self.rows.last_mut().filter(|last| last.line == line) else {
            bail!("is damaged (row {line} comes after a later one): open it in a spreadsheet, and save it again")
        };
        let more = (column + 1).saturating_sub(last.cells.len());
        self.cells += more;
        ensure!(self.cells <= CELLS, "has more than 20 million cells: save only the columns that you need");
        last.cells.resize(last.cells.len() + more, String::new());
        last.cells[column] = text;
        Ok(())
    }
}
