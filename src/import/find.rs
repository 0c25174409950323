//! Finds the signatory of a row: by id, by the number of the source, by e-mail address; or, if an export has none of
//! these, by the same name and affiliation from the same source.

use super::table::Table;
use crate::source::imported::Identity;
use crate::source::imported::Known;
use crate::source::imported::{Mark, Secret};
use crate::source::nameless::is_anybody;
use crate::source::rows::likeness;
use crate::source::same_person::Person;
use std::collections::{HashMap, HashSet};

/// The signatory of a row of an export.
#[derive(Debug, PartialEq, Eq)]
pub enum Found {
    /// Nobody who is known.
    Nobody,
    /// The signatory with that id, at that place of the table.
    Row(String, usize),
    /// Somebody whose row the coordinator deleted, and their former id.
    Deleted(String),
    /// Possibly somebody who is known; the reason for the doubt.
    Doubtful(String),
    /// Two signatories at once, or one with another id; in words.
    Conflict(String),
}

/// The data to search.
pub struct Finder<'f> {
    /// The table.
    pub table: &'f Table,
    /// The place of each id in the table.
    pub places: &'f HashMap<String, usize>,
    /// The imported signatories.
    pub known: &'f Known,
    /// Makes marks.
    pub secret: &'f Secret,
    /// The number of rows of the export with each e-mail address, and with each name and affiliation.
    pub counts: &'f HashMap<Mark, usize>,
    /// The places already matched with a row of the export, and the line of that row.
    pub taken: &'f HashMap<usize, usize>,
    /// The ids of deleted rows already matched with a row of the export.
    pub gone: &'f HashSet<String>,
}

impl Finder<'_> {
    /// Finds the signatory with that identity and name. `person`: what else distinguishes people.
    #[must_use]
    pub fn find(&self, identity: &Identity, name: &str, person: &Person) -> Found {
        let by_id =
            identity.id.clone().filter(|id| self.places.contains_key(id) || !self.known.index.of_id(id).is_empty());
        let by_key = identity.key.and_then(|key| self.ids(self.known.index.of_key(key)).into_iter().next());
        let (by_email, doubt) = identity.email.map_or((None, None), |email| self.by_email(email, name));
        let found = [("id", by_id), ("key", by_key), ("e-mail address", by_email)];
        let mut found = found.into_iter().filter_map(|(what, id)| Some((what, id?)));
        let Some((what, id)) = found.next() else {
            return match doubt {
                Some(doubt) => Found::Doubtful(doubt),
                None => self.by_name(identity, name, person),
            };
        };
        if let Some((other_what, other)) = found.find(|(_, other)| *other != id) {
            return Found::Conflict(format!(
                "has the {what} of {} and the {other_what} of {}: change one of the two in the export",
                self.described(&id),
                self.described(&other)
            ));
        }
        if let Some(given) = identity.id.as_ref().filter(|given| **given != id) {
            return Found::Conflict(format!(
                "has the id {given} and the {what} of {}: an id stays as it is, so leave id out of --map or correct it",
                self.described(&id)
            ));
        }
        self.place(id)
    }

    /// All signatories with any part of that identity, whatever the name.
    #[must_use]
    pub fn anybody(&self, identity: &Identity) -> HashSet<String> {
        let index = &self.known.index;
        let entries = [
            identity.key.map_or(&[][..], |key| index.of_key(key)),
            identity.email.map_or(&[][..], |email| index.of_email(email)),
            identity.alike.map_or(&[][..], |alike| index.of_alike(alike)),
        ];
        let known = entries.into_iter().flatten().map(|at| self.known.entries[*at].id.clone());
        known.chain(identity.id.clone()).collect()
    }

    /// The signatory with that e-mail address, or the reason for doubt.
    fn by_email(&self, email: Mark, name: &str) -> (Option<String>, Option<String>) {
        let ids = self.ids(self.known.index.of_email(email));
        if let Some(id) = ids.iter().find(|id| self.is_called(id, name)) {
            return (Some(id.clone()), None);
        }
        match ids.as_slice() {
            [] => (None, None),
            // The address is unique in the table and in the export, so only the name has changed.
            [id] if self.counts.get(&email) == Some(&1) => (Some(id.clone()), None),
            [id, ..] => (None, Some(format!("has the e-mail address of {}, and another name", self.described(id)))),
        }
    }

    /// Whether the signatory with that id has this name, or had it at the last import.
    fn is_called(&self, id: &str, name: &str) -> bool {
        let there = self.places.get(id).map(|place| likeness(self.table.get(*place, "name")));
        let mark = self.secret.mark("name", &[name]);
        let was = |at: &usize| self.known.entries[*at].last("name") == Some(mark);
        there == Some(likeness(name)) || self.known.index.of_id(id).iter().any(was)
    }

    /// The only unmatched signatory with that name and affiliation, for an export without better identification.
    fn by_name(&self, identity: &Identity, name: &str, person: &Person) -> Found {
        let Identity { id: None, key: None, email: None, alike: Some(alike) } = identity else { return Found::Nobody };
        let ids = self.ids(self.known.index.of_alike(*alike));
        let place = |id: &String| self.places.get(id).copied().filter(|place| !self.taken.contains_key(place));
        let free: Vec<(&String, usize)> = ids.iter().filter_map(|id| Some((id, place(id)?))).collect();
        let there = |place: &usize| Person::new(|column| self.table.get(*place, column), Vec::new());
        let same = free.iter().find(|(_, place)| person.looks_like(&there(place)));
        let same = same.or_else(|| free.iter().find(|(_, place)| !person.is_distinct_from(&there(place))));
        // Of those without a name, each deleted row keeps one row of the export out, and not all.
        let is_gone = |id: &&String| !(self.places.contains_key(*id) || is_anybody(name) && self.gone.contains(*id));
        match (same, free.as_slice(), self.counts.get(alike)) {
            (Some((id, place)), ..) | (None, [(id, place)], Some(1)) => Found::Row((*id).clone(), *place),
            _ => ids.iter().find(is_gone).map_or(Found::Nobody, |id| Found::Deleted(id.clone())),
        }
    }

    fn place(&self, id: String) -> Found {
        match self.places.get(&id) {
            Some(place) => Found::Row(id, *place),
            None => Found::Deleted(id),
        }
    }

    /// The ids of entries, without repetition.
    fn ids(&self, entries: &[usize]) -> Vec<String> {
        let mut ids: Vec<String> = entries.iter().map(|at| self.known.entries[*at].id.clone()).collect();
        ids.dedup();
        ids
    }

    /// A signatory, for a message.
    fn described(&self, id: &str) -> String {
        match self.places.get(id) {
            Some(place) => format!("{} (id {id})", self.table.get(*place, "name")),
            None => format!("somebody who was deleted (id {id})"),
        }
    }
}
