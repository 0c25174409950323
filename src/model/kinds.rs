//! How many signatories there are of each kind.

use super::signatory::Kind;

/// The numbers of organisations and persons among the signatories. Signatories without a kind are not counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize, serde::Deserialize))]
pub struct Kinds {
    /// The organisations.
    pub organisations: u64,
    /// The persons.
    pub persons: u64,
}

impl Kinds {
    /// Counts them.
    #[must_use]
    pub fn of(kinds: impl Iterator<Item = Option<Kind>>) -> Kinds {
        let mut counted = Kinds::default();
        for kind in kinds.flatten() {
            match kind {
                Kind::Organisation => counted.organisations += 1,
                Kind::Person => counted.persons += 1,
            }
        }
        counted
    }

    /// The numbers that a document gives. Without a number of persons, everybody who is no organisation counts as a
    /// person.
    #[must_use]
    pub fn of_document(organisations: Option<u64>, persons: Option<u64>, count: Option<u64>) -> Option<Kinds> {
        let organisations = organisations?;
        let persons = persons.or(count?.checked_sub(organisations))?;
        Some(Kinds { organisations, persons })
    }

    /// The numbers that a document states for `count` signatures: organisations, and persons only if some signatories
    /// have no kind. Neither, if no signatory has a kind.
    #[must_use]
    pub fn published(self, count: usize) -> (Option<u64>, Option<u64>) {
        let organisations = (self.both() > 0).then_some(self.organisations);
        (organisations, organisations.and((self.both() < count as u64).then_some(self.persons)))
    }

    /// The number of that kind.
    #[must_use]
    pub fn number(self, kind: Kind) -> u64 {
        match kind {
            Kind::Organisation => self.organisations,
            Kind::Person => self.persons,
        }
    }

    /// The number of both kinds together.
    #[must_use]
    pub fn both(self) -> u64 {
        self.organisations + self.persons
    }
}
