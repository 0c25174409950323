//! Which signatories the reader wants to see.

use crate::model::{Kind, Signatory};

/// The reader's choice among the signatories.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// The kind; `None` for all.
    pub kind: Option<Kind>,
    /// The group; `None` for all.
    pub group: Option<String>,
}

impl Filter {
    /// Whether the reader wants to see the signatory.
    #[must_use]
    pub fn admits(&self, signatory: &Signatory) -> bool {
        (self.kind.is_none() || signatory.kind == self.kind) && (self.group.is_none() || signatory.group == self.group)
    }
}
