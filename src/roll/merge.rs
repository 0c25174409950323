//! Merging by identity: what came later finds its place among what is shown.

use crate::model::Signatory;
use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

/// A signatory in the roll.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Who.
    pub signatory: Signatory,
    /// Whether the name came while the page was open.
    pub new: bool,
}

/// A row that may have been looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The row.
    pub row: Row,
    /// The parts of the name that were looked for, as ranges of its bytes.
    pub marks: Vec<Range<usize>>,
}

impl Found {
    /// A row that was not looked for.
    #[must_use]
    pub fn plain(row: Row) -> Found {
        Found { row, marks: Vec::new() }
    }
}

/// The roll as a letter has it.
#[must_use]
pub fn rows(signatories: &[Signatory]) -> Arc<[Row]> {
    signatories.iter().map(|signatory| Row { signatory: signatory.clone(), new: false }).collect()
}

/// What makes a signatory the same one in two documents: the id; without one, name and affiliation.
#[must_use]
pub fn identity(signatory: &Signatory) -> String {
    match &signatory.id {
        Some(id) => ["#", id].concat(),
        None => [&signatory.name, "\n", signatory.organisation.as_deref().unwrap_or_default()].concat(),
    }
}

/// The roll as it is now published, in that order, each name that was not shown before marked as new.
#[must_use]
pub fn merge(shown: &[Row], published: &[Signatory]) -> Arc<[Row]> {
    let old: HashSet<String> = shown.iter().filter(|row| !row.new).map(|row| identity(&row.signatory)).collect();
    let row = |signatory: &Signatory| Row { signatory: signatory.clone(), new: !old.contains(&identity(signatory)) };
    published.iter().map(row).collect()
}

/// The roll with the latest, the newest of whom is first, at its end, those apart who are in it.
#[must_use]
pub fn append(shown: &[Row], latest: &[Signatory]) -> Arc<[Row]> {
    let known: HashSet<String> = shown.iter().map(|row| identity(&row.signatory)).collect();
    let unknown = latest.iter().rev().filter(|signatory| !known.contains(&identity(signatory)));
    shown.iter().cloned().chain(unknown.map(|signatory| Row { signatory: signatory.clone(), new: true })).collect()
}
