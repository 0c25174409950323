//! Finds imported signatories by what identifies them.

use super::entry::Entry;
use super::secret::Mark;
use std::collections::HashMap;

/// The positions of each id and each mark among the entries.
#[derive(Debug, Default)]
pub struct Index {
    ids: HashMap<String, Vec<usize>>,
    keys: HashMap<Mark, Vec<usize>>,
    emails: HashMap<Mark, Vec<usize>>,
    alike: HashMap<Mark, Vec<usize>>,
}

impl Index {
    /// The index of entries.
    #[must_use]
    pub fn of(entries: &[Entry]) -> Index {
        let mut index = Index::default();
        for (at, entry) in entries.iter().enumerate() {
            index.add(at, entry);
        }
        index
    }

    /// Adds an entry, or its new marks.
    pub fn add(&mut self, at: usize, entry: &Entry) {
        push(self.ids.entry(entry.id.clone()).or_default(), at);
        push(self.alike.entry(entry.alike).or_default(), at);
        if let Some(key) = entry.key {
            push(self.keys.entry(key).or_default(), at);
        }
        if let Some(email) = entry.email {
            push(self.emails.entry(email).or_default(), at);
        }
    }

    /// The entries of an id, one for each source.
    #[must_use]
    pub fn of_id(&self, id: &str) -> &[usize] {
        self.ids.get(id).map_or(&[], Vec::as_slice)
    }

    /// The entries with that number from that source.
    #[must_use]
    pub fn of_key(&self, key: Mark) -> &[usize] {
        self.keys.get(&key).map_or(&[], Vec::as_slice)
    }

    /// The entries with that e-mail address.
    #[must_use]
    pub fn of_email(&self, email: Mark) -> &[usize] {
        self.emails.get(&email).map_or(&[], Vec::as_slice)
    }

    /// The entries of that name and affiliation from one source.
    #[must_use]
    pub fn of_alike(&self, alike: Mark) -> &[usize] {
        self.alike.get(&alike).map_or(&[], Vec::as_slice)
    }
}

fn push(places: &mut Vec<usize>, at: usize) {
    if !places.contains(&at) {
        places.push(at);
    }
}
