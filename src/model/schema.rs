//! Writes the model as `letter.json`, and as its JSON Schema.

use super::letter::{Letter, VERSION};
use super::older::add_words;
use super::roll::{RollFile, RollIndex};
use serde_json::{Map, Value, json};

/// The required members of each type. All others may be absent or `null`.
const REQUIRED: [(&str, &[&str]); 15] = [
    ("AddresseeGroup", &["members"]),
    ("Addressee", &["name"]),
    ("Signatory", &["name"]),
    ("Signatures", &[]),
    ("Sign", &["url"]),
    ("SignForm", &["action", "ask"]),
    ("Ask", &["field"]),
    ("Translation", &["lang", "src"]),
    ("Update", &["text"]),
    ("RollIndex", &["version", "count", "organisations", "persons", "pages", "names"]),
    ("RollFile", &[]),
    ("PageRef", &["src", "count"]),
    ("NameRef", &["from", "src"]),
    ("Group", &["name"]),
    ("GroupRef", &["name", "from", "count"]),
];

/// The content of `letter.json`: `version` first, without absent members.
///
/// # Panics
///
/// Never: every type of the model can be written as JSON.
#[must_use]
pub fn to_json(letter: &Letter) -> Value {
    let mut document = Map::from_iter([("version".to_string(), json!(VERSION))]);
    if let Value::Object(members) = serde_json::to_value(letter).expect("the model is JSON") {
        document.extend(members);
    }
    let mut document = Value::Object(document);
    drop_absent(&mut document);
    add_words(&mut document["body"]);
    document
}

fn drop_absent(value: &mut Value) {
    match value {
        Value::Object(members) => {
            // A form is as its author wrote it: what it sends may be empty or false.
            members.iter_mut().filter(|(key, _)| *key != "form").for_each(|(_, value)| drop_absent(value));
            members.retain(|key, value| match value {
                Value::Null | Value::Bool(false) => false,
                Value::Array(items) => !items.is_empty() || key == "body" || key == "signatories",
                Value::Object(members) => !members.is_empty(),
                _ => true,
            });
        }
        Value::Array(items) => items.iter_mut().for_each(drop_absent),
        _ => {}
    }
}

/// The JSON Schema of `letter.json` (draft 2020-12), saved in `letter.schema.json`. The roll's files are `RollIndex`
/// and `RollFile` in its definitions.
#[must_use]
pub fn schema() -> Value {
    let mut generator = schemars::generate::SchemaSettings::default().into_generator();
    let mut schema = generator.root_schema_for::<Letter>().to_value();
    generator.subschema_for::<RollIndex>();
    generator.subschema_for::<RollFile>();
    for (name, definition) in generator.definitions() {
        schema["$defs"][name] = definition.clone();
    }
    let version = json!({ "const": VERSION, "description": "The version of this format" });
    if let Some(properties) = schema["properties"].as_object_mut() {
        properties.insert("$schema".into(), json!({ "type": "string" }));
        properties.insert("version".into(), version.clone());
    }
    schema["$defs"]["RollIndex"]["properties"]["version"] = version;
    schema["required"] = json!(["version", "lang", "title", "body"]);
    let about = "The words of the blocks, for readers that know only lines; others don't read it";
    let text = json!({ "$ref": "#/$defs/Spans", "description": about });
    schema["$defs"]["Item"]["anyOf"][0]["properties"]["text"] = text;
    for (name, required) in REQUIRED {
        schema["$defs"][name]["required"] = json!(required);
    }
    allow_null(&mut schema);
    schema
}

/// Allows `null` for each optional member, as the model does.
fn allow_null(schema: &mut Value) {
    match schema {
        Value::Array(items) => items.iter_mut().for_each(allow_null),
        Value::Object(members) => {
            members.values_mut().for_each(allow_null);
            let required = members.get("required").cloned().unwrap_or_default();
            let is_required = |key: &str| required.as_array().is_some_and(|keys| keys.iter().any(|name| name == key));
            if let Some(Value::Object(properties)) = members.get_mut("properties") {
                properties.iter_mut().filter(|(key, _)| !is_required(key)).for_each(|(_, value)| make_nullable(value));
            }
        }
        _ => {}
    }
}

fn make_nullable(schema: &mut Value) {
    let Value::Object(members) = schema else { return };
    if let Some(Value::String(kind)) = members.get("type") {
        members["type"] = json!([kind, "null"]);
    } else if let Some(reference) = members.shift_remove("$ref") {
        members.insert("anyOf".into(), json!([{ "$ref": reference }, { "type": "null" }]));
    }
}
