//! Finds telephone numbers, which readers would see.

use crate::source::phone::number_in;

/// The columns that readers see and people type into.
pub const COLUMNS: [&str; 4] = ["name", "role", "organisation", "note"];

/// The fault of a text with a telephone number in it.
#[must_use]
pub fn fault(text: &str) -> Option<String> {
    let number = number_in(text)?;
    Some(format!("has {number}, which may be a telephone number that everybody could read: leave it out"))
}
