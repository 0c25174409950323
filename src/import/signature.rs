//! A row of an export as a signature, or the reason why it is none.

use crate::source::cell::is_like_formula;
use crate::source::imported::Identity;
use crate::source::same_person::{Person, Source};

/// A signature that can be imported.
#[derive(Debug)]
pub struct Signature {
    /// The line of the export.
    pub line: usize,
    /// Its values for columns of `signatories.csv`. Only a flag may be empty, which means false.
    pub cells: Vec<(&'static str, String)>,
    /// What identifies it.
    pub identity: Identity,
    /// Whether the signatory may be named.
    pub consents: bool,
    /// Whether there is no name: the signature counts without one.
    pub nameless: bool,
    /// The line of another row, in which the same signatory says that the name may not be shown.
    pub denied: Option<usize>,
}

/// The refusal of a row.
#[derive(Debug)]
pub struct Refusal {
    /// The line of the export.
    pub line: usize,
    /// Name and organisation, as far as they are known.
    pub who: [String; 2],
    /// The fault and the remedy.
    pub reason: String,
    /// Its identity, as far as it is known; `None` if its cells can't be assigned to columns.
    pub identity: Option<Identity>,
    /// Whether it says that the name may not be shown.
    pub says_no: bool,
}

impl Signature {
    /// Its value for a column.
    #[must_use]
    pub fn get(&self, column: &str) -> &str {
        self.cells.iter().find(|(known, _)| *known == column).map_or("", |(_, value)| value)
    }

    /// Whether the name may not be shown.
    #[must_use]
    pub fn says_no(&self) -> bool {
        !self.consents || self.get("hidden") == "true"
    }

    /// Hides the name.
    pub fn hide(&mut self) {
        match self.cells.iter_mut().find(|(column, _)| *column == "hidden") {
            Some((_, value)) => *value = "true".into(),
            None => self.cells.push(("hidden", "true".into())),
        }
    }

    /// The signatory, to compare with others. `source`: the name of the export's source.
    #[must_use]
    pub fn person(&self, source: &str) -> Person {
        let Identity { id, key, email, .. } = &self.identity;
        let source = Source { name: source.to_string(), gives_id: id.is_some(), key: *key, email: *email };
        Person::new(|column| self.get(column), vec![source])
    }

    /// Name and organisation.
    #[must_use]
    pub fn who(&self) -> [String; 2] {
        ["name", "organisation"].map(|column| self.get(column).to_string())
    }

    /// The columns whose text a spreadsheet could run as a formula.
    pub fn like_formulas(&self) -> impl Iterator<Item = &'static str> {
        let is_like = |(_, value): &&(&'static str, String)| is_like_formula(value);
        self.cells.iter().filter(is_like).map(|(column, _)| *column)
    }
}
