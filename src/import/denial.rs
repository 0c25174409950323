//! Whoever says no to being named in one row says so for all of their rows, in whatever order the rows are.

use super::merge::Merge;
use super::report::{About, Report};
use super::signature::{Refusal, Signature};
use crate::source::imported::{Identity, Mark};
use crate::source::nameless::is_anybody;
use crate::source::rows::likeness;
use crate::source::same_person::Person;
use crate::source::words::truth;
use std::collections::HashMap;

/// A row as it was read.
type Read = Result<Signature, Box<Refusal>>;

/// The rows of an export that say no, by what identifies a person, with their lines.
#[derive(Default)]
struct Denials {
    ids: HashMap<String, usize>,
    keys: HashMap<Mark, usize>,
    /// With the name: people share addresses.
    emails: HashMap<(Mark, String), usize>,
    /// Of rows without a name, and of no name in particular.
    nameless: HashMap<Mark, usize>,
    /// Rows that were refused, by their name and affiliation.
    alike: HashMap<Mark, usize>,
    people: HashMap<[String; 2], Vec<(Person, usize)>>,
}

/// Hides each row whose signatory says no in another row. `are_same`: two rows that only their names identify are the
/// same person.
pub fn spread(rows: &mut [Read], source: &str, are_same: bool) {
    let mut denials = Denials::default();
    for row in rows.iter() {
        match row {
            Ok(signature) if signature.says_no() => denials.add(signature, source, are_same),
            Err(refusal) if refusal.says_no => denials.add_refused(refusal),
            _ => {}
        }
    }
    if denials.is_empty() {
        return;
    }
    for row in rows.iter_mut().flatten().filter(|signature| !signature.says_no()) {
        row.denied = denials.line(row, source);
        if row.denied.is_some() {
            row.consents = false;
            row.hide();
        }
    }
}

impl Denials {
    fn is_empty(&self) -> bool {
        let Denials { ids, keys, emails, alike, people, .. } = self;
        ids.is_empty() && keys.is_empty() && emails.is_empty() && alike.is_empty() && people.is_empty()
    }

    fn add(&mut self, signature: &Signature, source: &str, are_same: bool) {
        let (line, name) = (signature.line, signature.get("name"));
        self.add_identity(&signature.identity, name, line);
        if are_same {
            let person = signature.person(source);
            self.people.entry(person.name().clone()).or_default().push((person, line));
        }
    }

    fn add_refused(&mut self, refusal: &Refusal) {
        let (line, Some(identity)) = (refusal.line, &refusal.identity) else { return };
        self.add_identity(identity, &refusal.who[0], line);
        if let Identity { id: None, key: None, email: None, alike: Some(alike) } = identity {
            self.alike.entry(*alike).or_insert(line);
        }
    }

    fn add_identity(&mut self, Identity { id, key, email, .. }: &Identity, name: &str, line: usize) {
        if let Some(id) = id {
            self.ids.entry(id.clone()).or_insert(line);
        }
        if let Some(key) = key {
            self.keys.entry(*key).or_insert(line);
        }
        if let Some(email) = email {
            self.emails.entry((*email, likeness(name))).or_insert(line);
            if is_anybody(name) {
                self.nameless.entry(*email).or_insert(line);
            }
        }
    }

    /// The line in which the signatory of that row says no.
    fn line(&self, signature: &Signature, source: &str) -> Option<usize> {
        let Identity { id, key, email, alike } = &signature.identity;
        let name = signature.get("name");
        let of_email = |email: &Mark| self.emails.get(&(*email, likeness(name))).or_else(|| self.nameless.get(email));
        let alike = alike.as_ref().filter(|_| !is_anybody(name));
        let known = id.as_ref().and_then(|id| self.ids.get(id));
        let known = known.or_else(|| self.keys.get(key.as_ref()?));
        let known = known.or_else(|| of_email(email.as_ref()?)).or_else(|| self.alike.get(alike?));
        known.copied().or_else(|| {
            if self.people.is_empty() {
                return None;
            }
            let person = signature.person(source);
            let mut same = self.people.get(person.name())?.iter().filter(|(other, _)| person.may_be(other));
            same.next().map(|(_, line)| *line)
        })
    }
}

impl Merge<'_> {
    /// Hides signatories of the table who may be the one of a row that says no, though the row itself is left out.
    pub(super) fn deny(&mut self, places: &[usize], line: usize, report: &mut Report) {
        for place in places.iter().copied() {
            let id = self.table.get(place, "id").to_string();
            // The source has said no before, and the coordinator decided otherwise.
            let said = self.known.entry(&id, self.source).and_then(|entry| entry.last("hidden"));
            let is_settled = said == Some(self.secret.mark("hidden", &["true"]));
            if truth(self.table.get(place, "hidden")) == Some(true) || is_settled {
                continue;
            }
            self.table.set(place, "hidden", "true");
            let text = format!(
                "may not be named, and is left out, so {} is hidden now: if they are two people, import with \
                 --duplicates add, and clear hidden there",
                self.name_and_location(place)
            );
            report.note(line, About::Consent, text);
        }
    }

    /// The places of those who have a part of that identity that names don't share.
    pub(super) fn places_of(&self, identity: &Identity) -> Vec<usize> {
        let is_only_alike = identity.id.is_none() && identity.key.is_none() && identity.email.is_none();
        let alike = identity.alike.filter(|_| is_only_alike);
        let ids = self.finder().anybody(&Identity { alike, ..identity.clone() });
        let mut places: Vec<usize> = ids.iter().filter_map(|id| self.places.get(id).copied()).collect();
        places.sort_unstable();
        places
    }
}
