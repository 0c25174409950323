//! A set of signatories.

use crate::model::Signatory;

/// Identities, in order. A hash table would be 3 kB of the module.
#[derive(Clone, Debug, Default)]
pub struct Identities(Vec<String>);

impl Identities {
    /// Whether the signatory is among them.
    #[must_use]
    pub fn has(&self, signatory: &Signatory) -> bool {
        self.place(&identity(signatory)).is_ok()
    }

    /// Adds the signatory. Returns whether it is new.
    pub fn insert(&mut self, signatory: &Signatory) -> bool {
        let identity = identity(signatory);
        let place = self.place(&identity);
        if let Err(place) = place {
            self.0.insert(place, identity);
        }
        place.is_err()
    }

    fn place(&self, identity: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|other| other.as_str().cmp(identity))
    }
}

impl<'s> FromIterator<&'s Signatory> for Identities {
    fn from_iter<I: IntoIterator<Item = &'s Signatory>>(signatories: I) -> Identities {
        let mut all: Vec<String> = signatories.into_iter().map(identity).collect();
        all.sort_unstable();
        Identities(all)
    }
}

/// The signatory's identity, by which two documents are compared: the id or, without one, name and affiliation.
#[must_use]
pub fn identity(signatory: &Signatory) -> String {
    match &signatory.id {
        Some(id) => ["#", id].concat(),
        None => [&signatory.name, "\n", signatory.organisation.as_deref().unwrap_or_default()].concat(),
    }
}
