//! JSON as a tree, and a cursor that knows its path in the tree.
//!
//! Both parsers, `JSON.parse` in the browser and `serde_json` natively, produce this tree. Hand-written code reads the
//! model from it. Deriving `Deserialize` for every type took more bytes in the widget and could not report path, fault
//! and remedy.

use std::fmt;

/// A JSON value (RFC 8259).
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// Any number, with JavaScript's precision.
    Number(f64),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Json>),
    /// An object, with its members in their order.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// The member with that name; `None` if this is not an object, or the member is absent or `null`.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Json> {
        let Json::Object(members) = self else { return None };
        let (_, value) = members.iter().rev().find(|(name, _)| name == key)?;
        (*value != Json::Null).then_some(value)
    }

    /// The value at a JSON Pointer (RFC 6901).
    #[must_use]
    pub fn at(&self, pointer: &str) -> Option<&Json> {
        let mut value = self;
        let steps = pointer.strip_prefix('/').map(|steps| steps.split('/'));
        for step in steps.into_iter().flatten() {
            let step = unescaped(step);
            value = match value {
                Json::Object(members) => &members.iter().rev().find(|(name, _)| *name == step)?.1,
                Json::List(items) if step == "0" || !step.starts_with(['0', '+']) => {
                    items.get(step.parse::<usize>().ok()?)?
                }
                _ => return None,
            };
        }
        Some(value)
    }

    /// The number of values in this one, including itself, counted up to `most`.
    #[must_use]
    pub fn values(&self, most: usize) -> usize {
        let add = |sum: usize, value: &Json| if sum < most { sum + value.values(most - sum) } else { sum };
        match self {
            Json::List(items) => items.iter().fold(1, add),
            Json::Object(members) => members.iter().map(|(_, value)| value).fold(1, add),
            _ => 1,
        }
    }

    /// The kind of value, as error messages name it.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Json::Null => "null",
            Json::Bool(_) => "a boolean",
            Json::Number(_) => "a number",
            Json::Text(_) => "a string",
            Json::List(_) => "a list",
            Json::Object(_) => "an object",
        }
    }
}

/// The name in a step of a JSON Pointer: `~1` means a slash, and `~0` a tilde.
fn unescaped(step: &str) -> String {
    let mut parts = step.split('~');
    let mut name = parts.next().unwrap_or_default().to_string();
    for part in parts {
        let (char, rest) = match part.split_at_checked(1) {
            Some(("1", rest)) => ('/', rest),
            Some(("0", rest)) => ('~', rest),
            _ => ('~', part),
        };
        name.push(char);
        name.push_str(rest);
    }
    name
}

/// The path of a value: steps from the root, kept on the stack and written out only for a problem.
#[derive(Clone, Copy)]
enum Path<'p> {
    Root,
    Key(&'p Path<'p>, &'p str),
    Index(&'p Path<'p>, usize),
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Path::Root => Ok(()),
            Path::Key(Path::Root, key) => f.write_str(key),
            Path::Key(parent, key) => write!(f, "{parent}.{key}"),
            Path::Index(parent, index) => write!(f, "{parent}[{index}]"),
        }
    }
}

/// A value and its path.
#[derive(Clone, Copy)]
pub struct Node<'n> {
    /// The value.
    pub json: &'n Json,
    path: Path<'n>,
}

impl<'n> Node<'n> {
    /// The root of a document.
    #[must_use]
    pub fn root(json: &'n Json) -> Self {
        Node { json, path: Path::Root }
    }

    /// A value with a name instead of a path.
    #[must_use]
    pub fn named(json: &'n Json, name: &'n str) -> Self {
        Node { json, path: Path::Key(&Path::Root, name) }
    }

    /// The member with that name; `None` if it is absent or `null`.
    #[must_use]
    pub fn get(&'n self, key: &'n str) -> Option<Node<'n>> {
        let json = self.json.get(key)?;
        Some(Node { json, path: Path::Key(&self.path, key) })
    }

    /// The items of a list with their paths; none for any other value.
    pub fn items(&'n self) -> impl Iterator<Item = Node<'n>> {
        let items: &[Json] = if let Json::List(items) = self.json { items } else { &[] };
        items.iter().enumerate().map(|(index, json)| Node { json, path: Path::Index(&self.path, index) })
    }

    /// The path, such as `addressees[2].name`; empty for the root.
    #[must_use]
    pub fn path(&self) -> String {
        self.path.to_string()
    }

    /// The path of the member with that name, present or not.
    #[must_use]
    pub fn path_of(&self, key: &str) -> String {
        Path::Key(&self.path, key).to_string()
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use super::Json;
    use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
    use serde_json::Value;
    use std::collections::HashMap;
    use std::fmt;

    impl Json {
        /// Parses a document.
        ///
        /// # Errors
        ///
        /// The fault that `serde_json` finds, with line and column; nesting deeper than 128 is a fault.
        pub fn parse(text: &str) -> Result<Json, serde_json::Error> {
            serde_json::from_str(text)
        }
    }

    impl<'de> Deserialize<'de> for Json {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Json, D::Error> {
            deserializer.deserialize_any(Any)
        }
    }

    /// Takes any value.
    struct Any;

    impl<'de> Visitor<'de> for Any {
        type Value = Json;

        fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
            formatter.write_str("a JSON value")
        }

        fn visit_unit<E>(self) -> Result<Json, E> {
            Ok(Json::Null)
        }

        fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
            Ok(Json::Bool(value))
        }

        #[expect(clippy::cast_precision_loss, reason = "JavaScript's precision is meant")]
        fn visit_i64<E>(self, number: i64) -> Result<Json, E> {
            Ok(Json::Number(number as f64))
        }

        #[expect(clippy::cast_precision_loss, reason = "JavaScript's precision is meant")]
        fn visit_u64<E>(self, number: u64) -> Result<Json, E> {
            Ok(Json::Number(number as f64))
        }

        fn visit_f64<E>(self, number: f64) -> Result<Json, E> {
            Ok(Json::Number(number))
        }

        fn visit_str<E>(self, text: &str) -> Result<Json, E> {
            Ok(Json::Text(text.to_string()))
        }

        fn visit_string<E>(self, text: String) -> Result<Json, E> {
            Ok(Json::Text(text))
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
            let mut list = Vec::new();
            while let Some(item) = items.next_element()? {
                list.push(item);
            }
            Ok(Json::List(list))
        }

        fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Json, A::Error> {
            let mut members: Vec<(String, Json)> = Vec::new();
            while let Some(member) = entries.next_entry()? {
                members.push(member);
            }
            Ok(Json::Object(last_of_each(members)))
        }
    }

    /// Of members with the same name the last, in the place of the first, as browsers read them.
    fn last_of_each(members: Vec<(String, Json)>) -> Vec<(String, Json)> {
        /// Up to here, comparing each name with each is quicker than a hash table.
        const FEW: usize = 24;
        let repeats = |at: usize| members[..at].iter().any(|(name, _)| *name == members[at].0);
        if members.len() <= FEW && !(0..members.len()).any(repeats) {
            return members;
        }
        let mut places: HashMap<String, usize> = HashMap::new();
        let mut last: Vec<(String, Json)> = Vec::new();
        for (name, value) in members {
            if let Some(at) = places.get(&name) {
                last[*at].1 = value;
            } else {
                places.insert(name.clone(), last.len());
                last.push((name, value));
            }
        }
        last
    }

    impl serde::Serialize for Json {
        fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            match self {
                Json::Null => serializer.serialize_unit(),
                Json::Bool(value) => serializer.serialize_bool(*value),
                Json::Number(number) => match super::super::reader::whole(*number) {
                    Some(whole) => serializer.serialize_u64(whole),
                    None => serializer.serialize_f64(*number),
                },
                Json::Text(text) => serializer.serialize_str(text),
                Json::List(items) => serializer.collect_seq(items),
                Json::Object(members) => serializer.collect_map(members.iter().map(|(key, value)| (key, value))),
            }
        }
    }

    impl From<Value> for Json {
        fn from(value: Value) -> Self {
            Json::deserialize(value).unwrap_or(Json::Null)
        }
    }
}
