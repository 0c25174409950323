//! What becomes of a cell for which an export brings a value, by what it brought last and what stands there now.

use super::signature::FLAGS;
use crate::source::days::{self, Day};
use crate::source::imported::{Mark, Secret};
use crate::source::words;

/// What becomes of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It stays: the export brings nothing new.
    None,
    /// It takes the new value.
    To,
    /// It stays as the coordinator made it, though the export brings something new too.
    Kept,
}

/// What becomes of the cell of a column that has `here`, where the export brings `value`, and brought `last` before.
#[must_use]
pub fn change(secret: &Secret, column: &str, value: &str, here: &str, last: Option<Mark>) -> Change {
    let is_flag = FLAGS.contains(&column);
    // A flag that is false and one that is not there are the same.
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
        // What the coordinator set is not cleared by a box that nobody ticked.
        Change::None
    } else if last.is_none() {
        Change::To
    } else {
        Change::Kept
    }
}
