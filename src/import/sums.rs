//! Rows below a table that are no signatories: their sum, or their number.

use crate::source::sum::is_sum;

/// The fault of a row that has such a word, and nothing else but numbers.
#[must_use]
pub fn fault(cells: &[String]) -> Option<String> {
    let filled = || cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
    let word = filled().find(|cell| is_sum(cell))?;
    filled().all(|cell| is_number(cell) || is_sum(cell)).then(|| {
        format!("has “{word}” and otherwise only numbers, like the total below a table: delete the row in the export")
    })
}

/// Whether a text is a number: it has digits, and no letters.
fn is_number(text: &str) -> bool {
    text.contains(char::is_numeric) && !text.contains(char::is_alphabetic)
}
