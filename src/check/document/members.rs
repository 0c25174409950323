//! Finds members that no reader of a letter knows: a misspelt member has no effect.

use crate::check::note::Note;
use crate::source::keys::nearest;
use serde_json::{Map, Value};

const CODE: &str = "member";

/// Finds members that the schema does not name. One that resembles a missing member is probably a misspelling; readers
/// rightly ignore others.
#[must_use]
pub fn check(document: &Value, schema: &Value) -> Vec<Note> {
    let mut notes = Vec::new();
    Walk { schema, notes: &mut notes }.value(document, &[schema], "");
    notes
}

struct Walk<'w> {
    schema: &'w Value,
    notes: &'w mut Vec<Note>,
}

impl<'w> Walk<'w> {
    /// Walks through a value that fits one of these schemas.
    fn value(&mut self, value: &Value, schemas: &[&'w Value], path: &str) {
        let forms: Vec<&Map<String, Value>> = schemas.iter().flat_map(|schema| self.forms(schema)).collect();
        match value {
            Value::Array(items) => {
                let of_items: Vec<&Value> = forms.iter().filter_map(|form| form.get("items")).collect();
                for (at, item) in items.iter().enumerate() {
                    self.value(item, &of_items, &format!("{path}[{at}]"));
                }
            }
            Value::Object(members) => self.members(members, &forms, path),
            _ => {}
        }
    }

    fn members(&mut self, members: &Map<String, Value>, forms: &[&'w Map<String, Value>], path: &str) {
        let properties: Vec<&Map<String, Value>> =
            forms.iter().filter_map(|form| form.get("properties")?.as_object()).collect();
        let names = || properties.iter().flat_map(|properties| properties.keys().map(String::as_str));
        for (name, value) in members {
            let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
            let of_member: Vec<&Value> = properties.iter().filter_map(|properties| properties.get(name)).collect();
            if !of_member.is_empty() {
                self.value(value, &of_member, &path);
            } else if let Some(meant) = nearest(name, names()).filter(|meant| !members.contains_key(*meant)) {
                let message = format!("is not a member of a letter: did you mean {meant}?");
                self.notes.push(Note::warning(path, CODE, message));
            } else if !properties.is_empty() {
                let message =
                    "is not a member of a letter, and is not read: leave it out, unless another program reads it";
                self.notes.push(Note::hint(path, CODE, message));
            }
        }
    }

    /// The schema itself, or the schemas that it refers to or chooses from.
    fn forms(&self, schema: &'w Value) -> Vec<&'w Map<String, Value>> {
        let Some(members) = schema.as_object() else { return Vec::new() };
        let referred = members.get("$ref").and_then(Value::as_str).and_then(|name| name.strip_prefix('#'));
        let referred = referred.and_then(|pointer| self.schema.pointer(pointer));
        let chosen = ["anyOf", "oneOf"].into_iter().filter_map(|key| members.get(key)?.as_array()).flatten();
        let inner: Vec<_> = referred.into_iter().chain(chosen).flat_map(|schema| self.forms(schema)).collect();
        if inner.is_empty() { vec![members] } else { inner }
    }
}
