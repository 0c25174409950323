//! What somebody answered.

use super::tidy::tidy;
use crate::model::{Ask, Field, Kind};

/// The answers to a form's fields, tidied. A box that is not ticked is unanswered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers(Vec<(Field, String)>);

impl Answers {
    /// None yet.
    #[must_use]
    pub fn new() -> Self {
        Answers::default()
    }

    /// Takes what was typed; nothing but spaces takes an earlier answer away.
    pub fn set(&mut self, field: Field, typed: &str) {
        self.0.retain(|(other, _)| *other != field);
        let answer = tidy(field, typed);
        if !answer.is_empty() {
            self.0.push((field, answer));
        }
    }

    /// Takes whether a box is ticked.
    pub fn tick(&mut self, ask: &Ask, ticked: bool) {
        self.set(ask.field, if ticked { ask.ticked() } else { "" });
    }

    /// The answer.
    #[must_use]
    pub fn get(&self, field: Field) -> Option<&str> {
        self.0.iter().find_map(|(other, answer)| (*other == field).then_some(answer.as_str()))
    }

    /// Whether an organisation signs. Who says nothing is a person.
    #[must_use]
    pub fn is_organisation(&self) -> bool {
        self.get(Field::Kind) == Some(Kind::Organisation.as_str())
    }
}
