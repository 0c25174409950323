//! The names of a roll in their order, with the headings of their groups between them.

use super::changing::Now;
use super::element::{Built, Element, Key, element, heading};
use super::signatory::signatory;
use crate::language::Language;
use crate::model::{Group, Letter, Settings, Signatory};
use crate::roll::{Found, Row};
use std::sync::Arc;

/// How a letter lists names.
#[derive(Clone)]
pub struct Listing {
    language: Language,
    groups: Arc<[Group]>,
    /// The level of the groups' headings.
    level: u8,
}

/// An item of the list.
#[derive(Clone, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "nearly all are names")]
pub(super) enum Entry {
    /// The heading of a group; `None` for that of those without a group, below the groups.
    Heading(Option<String>),
    /// A name.
    Row(Found),
}

impl Key for Entry {
    type Shown = Built;
}

impl Listing {
    /// The listing of a letter.
    #[must_use]
    pub fn of(letter: &Letter, settings: &Settings) -> Listing {
        let groups = letter.groups.iter().cloned().collect();
        Listing { language: Language::new(&letter.lang), groups, level: settings.inner_level() + 1 }
    }

    /// The language of the letter.
    #[must_use]
    pub fn language(&self) -> &Language {
        &self.language
    }

    /// The item on the page.
    pub(super) fn element(&self, entry: &Entry) -> Element {
        let heading = || heading(self.level, "group");
        match entry {
            Entry::Row(Found { row, marks }) => signatory(row, marks, &self.language),
            Entry::Heading(Some(name)) => element("li").child(heading().text(Group::heading(&self.groups, name))),
            Entry::Heading(None) => element("li").child(heading().say(self.language.texts.others, &self.language)),
        }
    }

    /// The letter's own rows: those that the filter admits, as many as are shown, and the reader's own; in groups, unless
    /// the reader has chosen another order.
    pub(super) fn at_hand(&self, now: &Now) -> Vec<Entry> {
        let rows: Vec<&Row> = now.admitted().collect();
        let is_grouped = now.ordered.is_none() && !self.groups.is_empty();
        let rows = if is_grouped { self.in_groups(&rows) } else { rows };
        let mut left = now.most.unwrap_or(usize::MAX);
        let is_shown = |row: &&Row| {
            let has_room = left > 0 || now.is_own(row);
            left -= usize::from(left > 0 && !now.is_own(row));
            has_room
        };
        let rows = rows.into_iter().filter(is_shown).map(|row| Found::plain(row.clone()));
        if is_grouped { with_headings(rows, group_after(None)) } else { rows.map(Entry::Row).collect() }
    }

    /// Initiators first, then group after group, then those without a group. Rows that joined come to their groups.
    fn in_groups<'r>(&self, rows: &[&'r Row]) -> Vec<&'r Row> {
        let last = self.groups.len() + 1;
        let place = |row: &Row| match &row.signatory {
            Signatory { initiator: true, .. } => 0,
            Signatory { group: None, .. } => last,
            Signatory { group, .. } => {
                self.groups.iter().position(|other| Some(&other.name) == group.as_ref()).map_or(last, |at| at + 1)
            }
        };
        let places: Vec<usize> = rows.iter().map(|row| place(row)).collect();
        // A sort would take more of the module.
        let of = |wanted| rows.iter().zip(&places).filter(move |(_, place)| **place == wanted).map(|(row, _)| *row);
        (0..=last).flat_map(of).collect()
    }
}

/// The group of the row before; `None` if there is none, or if it is an initiator's, who is in no group's list.
pub type Before = Option<Option<String>>;

/// The group that a heading before the next row must differ from.
#[must_use]
pub fn group_after(row: Option<&Signatory>) -> Before {
    row.filter(|row| !row.initiator).map(|row| row.group.clone())
}

/// Whether a row of that group begins below a heading of its own.
#[must_use]
pub fn has_heading(before: &Before, group: Option<&String>) -> bool {
    match before {
        None => group.is_some(),
        Some(before) => before.as_ref() != group,
    }
}

/// The rows, with a heading before the first of each group.
pub(super) fn with_headings(rows: impl Iterator<Item = Found>, mut before: Before) -> Vec<Entry> {
    let mut entries = Vec::new();
    for found in rows {
        let one = &found.row.signatory;
        if !one.initiator && has_heading(&before, one.group.as_ref()) {
            entries.push(Entry::Heading(one.group.clone()));
        }
        before = group_after(Some(one));
        entries.push(Entry::Row(found));
    }
    entries
}
