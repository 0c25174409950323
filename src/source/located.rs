//! JSON with the line of each value, so that a problem at a JSON path can be reported with its line.

use crate::model::Json;
use std::collections::HashMap;

/// A value and the line where it begins.
#[derive(Clone, Debug, PartialEq)]
pub struct Located {
    /// The line, from 1.
    pub line: usize,
    /// The value.
    pub value: Value,
}

/// A JSON value whose parts are located.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A value without parts.
    Leaf(Json),
    /// An array.
    List(Vec<Located>),
    /// An object, its members in their order.
    Object(Vec<(String, Located)>),
}

impl Located {
    /// A text.
    #[must_use]
    pub fn text(line: usize, text: impl Into<String>) -> Located {
        Located { line, value: Value::Leaf(Json::Text(text.into())) }
    }

    /// A list.
    #[must_use]
    pub fn list(line: usize, items: Vec<Located>) -> Located {
        Located { line, value: Value::List(items) }
    }

    /// An object.
    #[must_use]
    pub fn object<const N: usize>(line: usize, members: [(&str, Located); N]) -> Located {
        Located { line, value: Value::Object(members.map(|(key, value)| (key.to_string(), value)).into()) }
    }

    /// The text, if it is one.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        if let Value::Leaf(Json::Text(text)) = &self.value { Some(text) } else { None }
    }

    /// The members, if it is an object.
    #[must_use]
    pub fn members(&self) -> &[(String, Located)] {
        if let Value::Object(members) = &self.value { members } else { &[] }
    }

    /// The member of that name.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Located> {
        self.members().iter().find_map(|(name, value)| (name == key).then_some(value))
    }

    /// The member of that name, to change it.
    pub fn get_mut(&mut self, key: &str) -> Option<&mut Located> {
        let Value::Object(members) = &mut self.value else { return None };
        members.iter_mut().find_map(|(name, value)| (name == key).then_some(value))
    }

    /// Changes the member of that name, if it is there.
    pub fn change(&mut self, key: &str, change: impl FnOnce(&mut Located)) {
        if let Some(member) = self.get_mut(key) {
            change(member);
        }
    }

    /// Adds a member, or replaces the one of that name.
    pub fn set(&mut self, key: &str, value: Located) {
        if let Value::Object(members) = &mut self.value {
            match members.iter_mut().find(|(name, _)| name == key) {
                Some((_, old)) => *old = value,
                None => members.push((key.to_string(), value)),
            }
        }
    }

    /// Removes a member.
    pub fn remove(&mut self, key: &str) {
        if let Value::Object(members) = &mut self.value {
            members.retain(|(name, _)| name != key);
        }
    }

    /// The JSON alone, and the lines of its paths.
    #[must_use]
    pub fn split(&self) -> (Json, Lines) {
        let mut lines = Lines::default();
        let json = self.collect(String::new(), &mut lines);
        (json, lines)
    }

    fn collect(&self, path: String, lines: &mut Lines) -> Json {
        let json = match &self.value {
            Value::Leaf(json) => json.clone(),
            Value::List(items) => Json::List(
                items.iter().enumerate().map(|(at, item)| item.collect(format!("{path}[{at}]"), lines)).collect(),
            ),
            Value::Object(members) => Json::Object(
                members
                    .iter()
                    .map(|(key, value)| {
                        let dot = if path.is_empty() { "" } else { "." };
                        (key.clone(), value.collect(format!("{path}{dot}{key}"), lines))
                    })
                    .collect(),
            ),
        };
        lines.insert(path, self.line, None);
        json
    }
}

/// The line of each JSON path of a document, and its column where that is known.
#[derive(Clone, Debug, Default)]
pub struct Lines(HashMap<String, (usize, Option<usize>)>);

impl Lines {
    /// Notes the place where the value at that path begins.
    pub fn insert(&mut self, path: String, line: usize, column: Option<usize>) {
        self.0.insert(path, (line, column));
    }

    /// The line of the value at that path or, if it is absent, of the nearest one around it.
    #[must_use]
    pub fn line_of(&self, path: &str) -> usize {
        self.place_of(path).0
    }

    /// That line, and the column.
    #[must_use]
    pub fn place_of(&self, mut path: &str) -> (usize, Option<usize>) {
        loop {
            if let Some(place) = self.0.get(path) {
                return *place;
            }
            match path.rfind(['.', '[']) {
                Some(end) => path = &path[..end],
                None if path.is_empty() => return (1, None),
                None => path = "",
            }
        }
    }
}
