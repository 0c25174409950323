//! How many signatories are of each kind.

use super::signatory::Kind;

/// The organisations and the persons among the signatories. Others have no kind, and are neither.
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

    /// What a document tells: where it does not tell the persons, all who are no organisations are.
    #[must_use]
    pub fn told(organisations: Option<u64>, persons: Option<u64>, count: Option<u64>) -> Option<Kinds> {
        let organisations = organisations?;
        let persons = persons.or(count?.checked_sub(organisations))?;
        Some(Kinds { organisations, persons })
    }

    /// What a document says of them, of `count` signatures: the organisations, and the persons only where some
    /// signatories have no kind. Neither, where nobody has a kind.
    #[must_use]
    pub fn published(self, count: usize) -> (Option<u64>, Option<u64>) {
        let organisations = (self.both() > 0).then_some(self.organisations);
        (organisations, organisations.and((self.both() < count as u64).then_some(self.persons)))
    }

    /// Those of that kind.
    #[must_use]
    pub fn number(self, kind: Kind) -> u64 {
        match kind {
            Kind::Organisation => self.organisations,
            Kind::Person => self.persons,
        }
    }

    /// Those of both kinds.
    #[must_use]
    pub fn both(self) -> u64 {
        self.organisations + self.persons
    }
}
