//! Decides how an export changes a cell, from its last value and the cell's present one.

use crate::source::columns;
use crate::source::days::{self, Day};
use crate::source::imported::{Mark, Secret};
use crate::source::words;

/// The change of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It keeps its value: the export has nothing new.
    None,
    /// It takes the new value.
    To,
    /// It keeps the coordinator's value, though the export has a new one too.
    Kept,
}

/// The change of a cell that contains `here`, if the export has `value` now and had `last` before.
#[must_use]
pub fn change(secret: &Secret, column: &str, value: &str, here: &str, last: Option<Mark>) -> Change {
    let is_flag = columns::is_flag(column);
    // A flag that is false equals a flag that is absent.
    let here = match (is_flag, words::truth(here)) {
        (true, Some(false)) => String::new(),
        (true, Some(true)) => "true".to_string(),
        _ if column == "signed" => match days::bare(here) {
            Some(Day::Is(day)) => day.to_iso(),
            _ => here.to_string(),
        },
        _ => here.to_string(),
    };
    let is = |text: &str| last == Some(secret.mark(column, &[text]));
    if here == value || is(value) {
        Change::None
    } else if is(&here) {
        Change::To
    } else if is_flag && value.is_empty() {
        // A box that nobody ticked doesn't clear a flag that the coordinator set.
        Change::None
    } else if last.is_none() {
        Change::To
    } else {
        Change::Kept
    }
}
