//! What tells bearers of one name apart, here as in the warnings of `check`.

use super::signature::Signature;
use super::table::Table;
use crate::source::rows::likeness;

const COLUMNS: [&str; 3] = ["role", "country", "note"];

/// The marks of a signature.
#[derive(Debug)]
pub struct Marks([String; 3]);

impl Marks {
    /// Those of a signature.
    #[must_use]
    pub fn of(signature: &Signature) -> Marks {
        Marks(COLUMNS.map(|column| likeness(signature.get(column))))
    }

    /// Whether a row of the table has others.
    #[must_use]
    pub fn differ(&self, table: &Table, place: usize) -> bool {
        let there = COLUMNS.map(|column| likeness(table.get(place, column)));
        self.0.iter().zip(&there).any(|(here, there)| !here.is_empty() && !there.is_empty() && here != there)
    }
}
