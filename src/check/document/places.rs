//! The positions of values in a JSON document.

use crate::check::note::Note;
use crate::source::located::Lines;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;

/// The lines and columns of all values, and repeated members.
#[derive(Debug, Default)]
pub struct Places {
    /// The beginning of each value.
    pub lines: Lines,
    /// Notes about members that repeat an earlier name: the last one counts.
    pub repeated: Vec<Note>,
}

impl Places {
    /// The positions in a text that is valid JSON.
    #[must_use]
    pub fn of(text: &str) -> Places {
        let mut reader = Reader { text, at: 0, place: (1, 1), places: Places::default() };
        if let Ok(root) = serde_json::from_str::<&RawValue>(text) {
            reader.value(root, String::new());
        }
        reader.places
    }
}

struct Reader<'t> {
    text: &'t str,
    /// The position of the scan, which runs once through the text, with its line and column from 1.
    at: usize,
    place: (usize, usize),
    places: Places,
}

impl<'t> Reader<'t> {
    /// Notes a value and its parts. The parser that ran before has limited the depth.
    fn value(&mut self, value: &'t RawValue, path: String) {
        let json = value.get();
        // The parts of a value begin after it.
        let (line, column) = self.place(json);
        if json.starts_with('[') {
            for (at, item) in serde_json::from_str::<Vec<&RawValue>>(json).unwrap_or_default().into_iter().enumerate() {
                self.value(item, format!("{path}[{at}]"));
            }
        } else if json.starts_with('{') {
            self.members(json, &path);
        }
        self.places.lines.insert(path, line, Some(column));
    }

    fn members(&mut self, json: &'t str, path: &str) {
        let dot = if path.is_empty() { "" } else { "." };
        let members = serde_json::from_str::<Members>(json).map(|members| members.0).unwrap_or_default();
        let mut seen = std::collections::HashSet::new();
        for (name, value) in &members {
            let path = format!("{path}{dot}{name}");
            self.value(value, path.clone());
            if !seen.insert(name) {
                let message = "appears twice, and only the last counts: keep one of the two";
                self.places.repeated.push(Note::warning(path, "member", message));
            }
        }
    }

    /// The line and column of a part of the text. Parts come in ascending order.
    fn place(&mut self, part: &str) -> (usize, usize) {
        let at = part.as_ptr().addr() - self.text.as_ptr().addr();
        for char in self.text.get(self.at..at).unwrap_or_default().chars() {
            self.place = if char == '\n' { (self.place.0 + 1, 1) } else { (self.place.0, self.place.1 + 1) };
        }
        self.at = self.at.max(at);
        self.place
    }
}

/// The members of an object in order, including repeated ones.
struct Members<'t>(Vec<(Cow<'t, str>, &'t RawValue)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reading;

        impl<'de> Visitor<'de> for Reading {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members<'de>, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }

        deserializer.deserialize_map(Reading)
    }
}
