//! Checks answers: the widget before it sends them, and the collector once more, because anybody can send anything.

use super::answers::Answers;
use super::{email, name};
use crate::model::{Ask, Field, Kind, Required, SignForm};

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

/// What is wrong with the answers to a form. They can be sent if that is nothing.
#[must_use]
pub fn check(form: &SignForm, answers: &Answers) -> Faults {
    let fault = |ask: &Ask| Some((ask.field, check_field(ask, answers)?));
    form.ask.iter().filter_map(fault).collect()
}

/// What is wrong with one answer.
#[must_use]
pub fn check_field(ask: &Ask, answers: &Answers) -> Option<Fault> {
    let Some(answer) = answers.get(ask.field) else {
        return is_required(ask, answers).then_some(Fault::Missing);
    };
    if !ask.field.is_box() && answer.chars().count() > ask.max {
        return Some(Fault::Long);
    }
    match ask.field {
        Field::Name | Field::FirstName | Field::LastName => name::fault_of_name(answer),
        Field::Organisation | Field::Role => name::fault_of_words(answer),
        Field::Comment | Field::Country => name::fault_of_text(answer),
        Field::Postcode => name::fault_of_signs(answer),
        Field::Email => email::fault(answer),
        Field::Kind => Kind::parse(answer).is_none().then_some(Fault::Form),
        Field::Public | Field::Consent | Field::News => None,
    }
}

/// Whether the field must be answered, given who signs.
#[must_use]
pub fn is_required(ask: &Ask, answers: &Answers) -> bool {
    match ask.required {
        Required::Never => false,
        Required::Always => true,
        Required::Organisation => answers.is_organisation(),
    }
}
