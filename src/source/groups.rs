//! The groups of a table: *Professors*, *Organisations in France*.

use crate::model::Group;
use std::collections::HashMap;

/// The names in the column `group`, each once, in the order of first appearance.
#[derive(Debug, Default)]
pub struct Groups {
    names: Vec<String>,
    places: HashMap<String, u32>,
    /// The order that the letter asks for; the others follow in the order of first appearance.
    wanted: Vec<String>,
}

impl Groups {
    /// The number of the group with that name, which may be new.
    pub fn number(&mut self, name: &str) -> u32 {
        if let Some(number) = self.places.get(name) {
            return *number;
        }
        let number = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        self.names.push(name.to_string());
        self.places.insert(name.to_string(), number);
        number
    }

    /// Adds the groups of later rows. Returns the new number of each.
    pub fn append(&mut self, later: &Groups) -> Vec<u32> {
        later.names.iter().map(|name| self.number(name)).collect()
    }

    /// Sets the order that the letter asks for.
    pub fn set_order(&mut self, wanted: Vec<String>) {
        self.wanted = wanted;
    }

    /// The order that the letter asks for.
    #[must_use]
    pub fn wanted(&self) -> &[String] {
        &self.wanted
    }

    /// The place of each group among the others.
    #[must_use]
    pub fn places(&self) -> Vec<usize> {
        let place = |(number, name): (usize, &String)| {
            let wanted = self.wanted.iter().position(|wanted| wanted == name);
            wanted.unwrap_or(self.wanted.len() + number)
        };
        self.names.iter().enumerate().map(place).collect()
    }

    /// The name of the group with that number.
    #[must_use]
    pub fn name(&self, number: u32) -> &str {
        self.names.get(number as usize).map_or("", String::as_str)
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.names.len()
    }
}

/// The groups of a letter's text: those with names in the roll, in its order, with the headings that the text gives them.
#[must_use]
pub fn of_text(in_roll: &[String], given: &[Group]) -> Vec<Group> {
    let heading = |name: &String| given.iter().find(|group| group.name == *name)?.text.clone();
    in_roll.iter().map(|name| Group { name: name.clone(), text: heading(name) }).collect()
}
