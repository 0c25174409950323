//! A signatory, as last exported by a source.

use super::secret::Mark;

/// A signatory, as last exported by a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The id in `signatories.csv`. If no row has it, the coordinator has deleted the row.
    pub id: String,
    /// The name of the source.
    pub source: String,
    /// The mark of the number that the source gives the signature.
    pub key: Option<Mark>,
    /// The mark of the e-mail address.
    pub email: Option<Mark>,
    /// The mark of name and affiliation in this source.
    pub alike: Mark,
    /// The marks of the value that the source gave for each column.
    pub cells: Vec<(&'static str, Mark)>,
}

impl Entry {
    /// The value that the source last gave for a column.
    #[must_use]
    pub fn last(&self, column: &str) -> Option<Mark> {
        self.cells.iter().find(|(known, _)| *known == column).map(|(_, mark)| *mark)
    }
}

/// What identifies a signature.
#[derive(Clone, Debug, Default)]
pub struct Identity {
    /// The public id.
    pub id: Option<String>,
    /// The mark of the number that its source gives it.
    pub key: Option<Mark>,
    /// The mark of its e-mail address.
    pub email: Option<Mark>,
    /// The mark of name and affiliation in its source.
    pub alike: Option<Mark>,
}
