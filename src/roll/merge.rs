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

/// The roll as it is now published, in that order, each name that was not shown before marked as new. Where it is `in_part`
/// the beginning of a roll, others move up into it who signed long ago: only who began the letter is new there.
#[must_use]
pub fn merge(shown: &[Row], published: &[Signatory], in_part: bool) -> Arc<[Row]> {
    let old: HashSet<String> = shown.iter().filter(|row| !row.new).map(|row| identity(&row.signatory)).collect();
    let is_new = |signatory: &Signatory| (signatory.initiator || !in_part) && !old.contains(&identity(signatory));
    published.iter().map(|signatory| Row { signatory: signatory.clone(), new: is_new(signatory) }).collect()
}

/// Who has joined since the rows were published, in the order of signing: those who had joined `before`, and the latest,
/// the newest of whom is first. Who had joined after one of the latest and is not among them has withdrawn.
#[must_use]
pub fn joined(published: &[Row], before: &[Signatory], latest: &[Signatory]) -> Vec<Signatory> {
    let ids: HashSet<String> = published.iter().map(|row| identity(&row.signatory)).collect();
    let names: HashSet<&str> = published.iter().map(|row| row.signatory.name.as_str()).collect();
    // Some counts tell names alone.
    let is_bare = |signatory: &Signatory| signatory.id.is_none() && signatory.organisation.is_none();
    let is_published = |signatory: &Signatory| {
        ids.contains(&identity(signatory)) || (is_bare(signatory) && names.contains(signatory.name.as_str()))
    };
    let told: HashSet<String> = latest.iter().map(identity).collect();
    let reaches_back = latest.iter().any(is_published);
    let kept = before.iter().take_while(|signatory| !reaches_back && !told.contains(&identity(signatory)));
    let kept = kept.filter(|signatory| !is_published(signatory));
    kept.chain(latest.iter().rev().filter(|signatory| !is_published(signatory))).cloned().collect()
}
