//! The result of publishing a letter.

use super::roll::Changes;
use crate::files::site::Outcome;
use crate::source::finding::Finding;

/// The result of publishing one letter.
#[derive(Debug)]
pub struct Published {
    /// Findings about its folder. If one is an error, nothing was written.
    pub findings: Vec<Finding>,
    /// Its files, in the order of writing.
    pub files: Vec<Outcome>,
    /// The changes of the roll's files, if the roll is or was too long for the letter.
    pub roll: Option<Changes>,
    /// The changes of that roll's pages.
    pub pages: Option<Changes>,
    /// The letter's id; `None` if it was not published.
    pub id: Option<String>,
    /// The count, and the count of the previous publication.
    pub count: (u64, Option<u64>),
    /// Whether the whole table of signatories was read, not only the added rows.
    pub whole: bool,
    /// Files that no longer came from the folder, and were deleted.
    pub removed: Vec<String>,
}

impl Published {
    /// The result for a letter that could not be published.
    #[must_use]
    pub fn nothing(findings: Vec<Finding>) -> Published {
        Published {
            findings,
            files: Vec::new(),
            roll: None,
            pages: None,
            id: None,
            count: (0, None),
            whole: true,
            removed: Vec::new(),
        }
    }
}
