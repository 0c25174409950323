//! A signatory, as the export of a source had them last.

use super::secret::Mark;

/// A signatory as a source had them last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The id in `signatories.csv`. Where no row has it any more, the coordinator deleted the row.
    pub id: String,
    /// The name of the source.
    pub source: String,
    /// The mark of the number that the source gives the signature.
    pub key: Option<Mark>,
    /// The mark of the e-mail address.
    pub email: Option<Mark>,
    /// The mark of name and affiliation in this source.
    pub alike: Mark,
    /// The marks of what the source brought for each column.
    pub cells: Vec<(&'static str, Mark)>,
}

impl Entry {
    /// What the source brought for a column last.
    #[must_use]
    pub fn last(&self, column: &str) -> Option<Mark> {
        self.cells.iter().find(|(known, _)| *known == column).map(|(_, mark)| *mark)
    }
}

/// What a signature is recognised by.
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
