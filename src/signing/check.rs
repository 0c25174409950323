//! Checks answers: the widget before it sends them, and the collector once more, because anybody can send anything.

use super::answers::Answers;
use super::fault::{Fault, Faults};
use super::{email, name};
use crate::model::{Ask, Field, Kind, Required, SignForm};

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
