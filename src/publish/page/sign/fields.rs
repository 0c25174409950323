//! The fields of the form, with what somebody has typed already.

use crate::language::SignTexts;
use crate::model::{Ask, By, SignForm};
use crate::signing::{Answers, Faults, sent_as};
use crate::view::{Fault, FieldOf, field_html};
use maud::{Markup, PreEscaped};

/// What somebody has typed already, and what is wrong with it.
#[derive(Clone, Debug, Default)]
pub struct Filled {
    /// The answers.
    pub answers: Answers,
    /// Their faults.
    pub faults: Faults,
}

/// All fields of a form as HTML, in their order.
#[must_use]
pub fn fields(form: &SignForm, texts: &SignTexts, filled: &Filled) -> Markup {
    let is_collected = form.by == By::Collect;
    let field = |ask: &Ask| {
        let name = ask.field.as_str();
        let fault = filled.faults.iter().find(|(field, _)| *field == ask.field);
        field_html(&FieldOf {
            ask,
            name: sent_as(form, name).unwrap_or(name),
            texts,
            is_collected,
            answer: filled.answers.get(ask.field).unwrap_or_default(),
            fault: fault.map_or(Fault::None, |(_, fault)| Fault::Code(fault.as_str())),
        })
    };
    PreEscaped(form.ask.iter().map(field).collect())
}
