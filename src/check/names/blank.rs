//! Finds cells beside a name that say nothing: *n/a*, *none*, a dash.

use crate::roll::fold;
use std::collections::HashSet;
use std::sync::LazyLock;

/// The columns that are shown beside the name.
pub const COLUMNS: [&str; 5] = ["title", "suffix", "role", "organisation", "country"];

/// The longest such cell, in bytes.
const LONGEST: usize = 24;

/// What people type into a field that they must fill in, between commas. The first is nothing but marks.
const NOTHINGS: &str = ", n a, none, null, nil, nothing, not applicable, no title, no organisation, no organization, \
    no affiliation, test, asdf, xxx, keine, keiner, entfällt, aucun, aucune, néant, sans objet, ninguno, \
    ninguna, nessuno, nessuna, nenhum, nenhuma, нет, немає, لا يوجد, אין";

/// The fault of a cell that says nothing.
#[must_use]
pub fn fault(cell: &str) -> Option<String> {
    static NOTHING: LazyLock<HashSet<String>> = LazyLock::new(|| NOTHINGS.split(',').map(fold).collect());
    if cell.is_empty() || cell.len() > LONGEST {
        return None;
    }
    let says_nothing = NOTHING.contains(fold(cell).trim());
    says_nothing.then(|| format!("is “{cell}”, which readers see: leave the cell empty"))
}
