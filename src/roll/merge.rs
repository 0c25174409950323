//! Merging by identity: inserts later signatories into the rows that are shown.

use super::Identities;
use crate::model::Signatory;
use std::ops::Range;
use std::sync::Arc;

/// A signatory in the roll.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The signatory.
    pub signatory: Signatory,
    /// Whether the signatory joined while the page was open.
    pub new: bool,
}

/// A row of the roll or of search results.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The row.
    pub row: Row,
    /// The parts of the name that match the search, as byte ranges.
    pub marks: Vec<Range<usize>>,
}

impl Found {
    /// A row without matches.
    #[must_use]
    pub fn plain(row: Row) -> Found {
        Found { row, marks: Vec::new() }
    }
}

/// The roll as the letter lists it.
#[must_use]
pub fn rows(signatories: &[Signatory]) -> Arc<[Row]> {
    signatories.iter().map(|signatory| Row { signatory: signatory.clone(), new: false }).collect()
}

/// The rows of the newly published roll in its order. Rows that were not shown before are marked as new. If the list is
/// `in_part` (the beginning of a longer roll), earlier signatories may move up into it, so only new initiators are
/// marked.
#[must_use]
pub fn merge(shown: &[Row], published: &[Signatory], in_part: bool) -> Arc<[Row]> {
    let old: Identities = shown.iter().filter(|row| !row.new).map(|row| &row.signatory).collect();
    let is_new = |signatory: &Signatory| (signatory.initiator || !in_part) && !old.has(signatory);
    published.iter().map(|signatory| Row { signatory: signatory.clone(), new: is_new(signatory) }).collect()
}

/// The signatories who joined after the rows were published, in the order of signing: those of `before` and those of
/// `latest`, which lists the newest first. A signatory of `before` who signed after one of `latest` but is missing
/// there has withdrawn.
#[must_use]
pub fn joined(published: &[Row], before: &[Signatory], latest: &[Signatory]) -> Vec<Signatory> {
    let ids: Identities = published.iter().map(|row| &row.signatory).collect();
    // Some counts give only names.
    let is_bare = |signatory: &Signatory| signatory.id.is_none() && signatory.organisation.is_none();
    let is_named = |name: &str| published.iter().any(|row| row.signatory.name == name);
    let is_published = |signatory: &Signatory| ids.has(signatory) || (is_bare(signatory) && is_named(&signatory.name));
    let among_latest: Identities = latest.iter().collect();
    let reaches_back = latest.iter().any(is_published);
    let kept = before.iter().take_while(|signatory| !reaches_back && !among_latest.has(signatory));
    let kept = kept.filter(|signatory| !is_published(signatory));
    kept.chain(latest.iter().rev().filter(|signatory| !is_published(signatory))).cloned().collect()
}
