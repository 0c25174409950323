//! What can be wrong with an answer.

use crate::model::Field;

/// What is wrong with an answer. Each has a text in every language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is missing.
    Missing,
    /// It has not the form that such an answer has.
    Form,
    /// It is too long.
    Long,
    /// It contains an address, of a site or of mail.
    Link,
    /// It has no letters.
    Letters,
    /// The e-mail address is at a domain that can't exist.
    Domain,
}

impl Fault {
    /// All faults, with their codes.
    pub const ALL: [(Fault, &str); 6] = [
        (Fault::Missing, "missing"),
        (Fault::Form, "form"),
        (Fault::Long, "long"),
        (Fault::Link, "link"),
        (Fault::Letters, "letters"),
        (Fault::Domain, "domain"),
    ];

    /// The code, as the collector answers it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::ALL.into_iter().find_map(|(fault, code)| (fault == self).then_some(code)).unwrap_or_default()
    }

    /// The fault with that code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Fault> {
        Self::ALL.into_iter().find_map(|(fault, name)| (name == code).then_some(fault))
    }
}

/// The fields with faults, in the order of the form.
pub type Faults = Vec<(Field, Fault)>;
