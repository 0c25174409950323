//! Finds cells beside a name that say nothing: *n/a*, *none*, a dash.

use crate::roll::fold;

/// The columns that are shown beside the name.
pub const COLUMNS: [&str; 5] = ["title", "suffix", "role", "organisation", "country"];

/// The longest such cell, in bytes.
const LONGEST: usize = 24;

/// What people type into a field that they must fill in, folded.
const NOTHING: [&str; 31] = [
    "",
    "n a",
    "none",
    "null",
    "nil",
    "nothing",
    "not applicable",
    "no title",
    "no organisation",
    "no organization",
    "no affiliation",
    "test",
    "asdf",
    "xxx",
    "keine",
    "keiner",
    "entfällt",
    "aucun",
    "aucune",
    "néant",
    "sans objet",
    "ninguno",
    "ninguna",
    "nessuno",
    "nessuna",
    "nenhum",
    "nenhuma",
    "нет",
    "немає",
    "لا يوجد",
    "אין",
];

/// The fault of a cell that says nothing.
#[must_use]
pub fn fault(cell: &str) -> Option<String> {
    if cell.is_empty() || cell.len() > LONGEST {
        return None;
    }
    let folded = fold(cell);
    let says_nothing = NOTHING.iter().any(|nothing| fold(nothing) == folded.trim());
    says_nothing.then(|| format!("is “{cell}”, which readers see: leave the cell empty"))
}
