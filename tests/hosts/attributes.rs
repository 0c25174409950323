//! The lists of attributes in other files, all generated from the one table in `src/model/attributes.rs`. With
//! `UPDATE=1` the tests write them; otherwise they compare them.

use crate::source;
use open_letter::model::{ATTRIBUTES, Attribute, Values};
use std::fmt::Write;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

/// Compares or writes the generated text between the two marks of a file; without marks, the whole file.
#[track_caller]
pub fn holds(path: &str, marks: Option<(&str, &str)>, made: &str) {
    // Tests run in parallel, and some write the same file.
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _guard = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let file = source(path);
    let wanted = match marks {
        None => made.to_string(),
        Some((begin, end)) => {
            let (before, rest) = file.split_once(begin).unwrap_or_else(|| panic!("{path} lacks {begin}"));
            let (_, after) = rest.split_once(end).unwrap_or_else(|| panic!("{path} lacks {end}"));
            format!("{before}{begin}{made}{end}{after}")
        }
    };
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join(path), &wanted).unwrap();
    } else {
        assert!(file == wanted, "{path} is not as its table: UPDATE=1 cargo test --test hosts");
    }
}

fn property(attribute: &Attribute) -> String {
    let mut words = attribute.name.split('-');
    let mut name = words.next().unwrap_or_default().to_string();
    for word in words {
        let (first, rest) = word.split_at(1);
        write!(name, "{}{rest}", first.to_uppercase()).unwrap();
    }
    name
}

/// The TypeScript type of the property.
fn property_type(attribute: &Attribute) -> String {
    let quoted = |words: &[&str]| words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(" | ");
    match attribute.values {
        Values::Text => "string".into(),
        Values::Words(words) => quoted(words),
        Values::Number { or, .. } if !or.is_empty() => format!("number | \"{or}\""),
        Values::Number { least, most, .. } => {
            (least..=most).map(|number| number.to_string()).collect::<Vec<_>>().join(" | ")
        }
    }
}

/// The default, as written in HTML; empty without one.
fn default(attribute: &Attribute) -> String {
    match attribute.values {
        Values::Text => String::new(),
        Values::Words(words) => words[0].into(),
        Values::Number { default, .. } => default.to_string(),
    }
}

#[test]
fn the_loader_knows_them() {
    let names: Vec<String> = ATTRIBUTES.iter().map(|attribute| format!("\"{}\"", attribute.name)).collect();
    let values: Vec<String> = ATTRIBUTES
        .iter()
        .map(|attribute| match attribute.values {
            Values::Text => "[\"text\"]".into(),
            Values::Words(words) => {
                format!(
                    "[\"words\", {}]",
                    words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(", ")
                )
            }
            Values::Number { least, most, default, or } => {
                format!("[\"number\", {least}, {most}, {default}, \"{or}\"]")
            }
        })
        .collect();
    let made = format!(
        "// Made from src/model/attributes.rs by a test: UPDATE=1 cargo test --test hosts attributes\n\n\
         /** The attributes of `<open-letter>`. In a tag, a `div` and the address of the iframe form they have these names too. */\n\
         export const ATTRIBUTES = [{}];\n\n\
         /** What the property of each can be: a text, one of some words, or a number with its bounds and its default. */\n\
         export const VALUES = [\n  {},\n];\n",
        names.join(", "),
        values.join(",\n  ")
    );
    holds("src/embed/loader/element/attributes.js", None, &made);
}

#[test]
fn types_have_each_as_a_property() {
    let mut made = "\n".to_string();
    for attribute in ATTRIBUTES {
        let (name, kind) = (property(attribute), property_type(attribute));
        write!(made, "  /** {} */\n  {name}: {kind};\n", attribute.about).unwrap();
    }
    holds("integrations/typescript/open-letter.d.ts", Some(("// <attributes>", "  // </attributes>")), &made);
}

#[test]
fn react_has_each_as_a_prop() {
    let mut made = "\n".to_string();
    for attribute in ATTRIBUTES.iter().filter(|attribute| attribute.name != "lang") {
        let (name, kind) = (attribute.name, format!("OpenLetterElement[\"{}\"]", property(attribute)));
        let name = if name.contains('-') { format!("\"{name}\"") } else { name.to_string() };
        let prop = match attribute.values {
            Values::Text if attribute.name == "src" => format!("{name}: string"),
            Values::Text => format!("{name}?: string | undefined"),
            Values::Words(_) => format!("{name}?: {kind} | undefined"),
            Values::Number { or: "", .. } => format!("{name}?: {kind} | `${{{kind}}}` | undefined"),
            Values::Number { .. } => format!("{name}?: {kind} | `${{number}}` | undefined"),
        };
        write!(made, "  /** {} */\n  {prop};\n", attribute.about).unwrap();
    }
    holds("integrations/typescript/open-letter.react.d.ts", Some(("// <attributes>", "  // </attributes>")), &made);
}

#[test]
fn the_manifest_lists_them() {
    let text = |text: &str| serde_json::to_string(text).unwrap();
    let (mut attributes, mut members) = ("\n".to_string(), "\n".to_string());
    for (index, attribute) in ATTRIBUTES.iter().enumerate() {
        let (name, field, kind) = (text(attribute.name), text(&property(attribute)), text(&property_type(attribute)));
        let (default, about) = (default(attribute), text(attribute.about));
        let in_html = if default.is_empty() { String::new() } else { format!(", \"default\": {}", text(&default)) };
        let in_script = match attribute.values {
            Values::Number { .. } => text(&default),
            _ => text(&text(&default)),
        };
        let comma = if index + 1 == ATTRIBUTES.len() { "" } else { "," };
        writeln!(
            attributes,
            "            {{ \"name\": {name}, \"fieldName\": {field}, \"type\": {{ \"text\": {kind} }}{in_html}, \"description\": {about} }}{comma}",
        )
        .unwrap();
        writeln!(
            members,
            "            {{ \"kind\": \"field\", \"name\": {field}, \"type\": {{ \"text\": {kind} }}, \"default\": {in_script}, \"attribute\": {name}, \"reflects\": true, \"description\": {about} }},",
        )
        .unwrap();
    }
    let manifest = "integrations/typescript/custom-elements.json";
    holds(manifest, Some(("\"attributes\": [", "          ],\n          \"members\"")), &attributes);
    holds(manifest, Some(("\"members\": [", "            { \"kind\": \"field\", \"name\": \"letter\"")), &members);
}

#[test]
fn the_plugin_passes_them_on() {
    let names = ATTRIBUTES.iter().filter(|attribute| attribute.name != "src");
    let names: Vec<String> = names.map(|attribute| format!("'{}'", attribute.name)).collect();
    let plugin = "integrations/wordpress/open-letter.php";
    holds(plugin, Some(("foreach ( array( ", " ) as $name ) {\n\t\tif ( isset( $given")), &names.join(", "));
}

#[test]
fn the_reference_has_a_row_for_each() {
    let mut made = "\n| attribute | value | default | what it does |\n|---|---|---|---|\n".to_string();
    for Attribute { name, value_text, default_text, about, .. } in ATTRIBUTES {
        writeln!(made, "| `{name}` | {value_text} | {default_text} | {about} |").unwrap();
    }
    holds("docs/reference.md", Some(("<!-- attributes -->", "<!-- /attributes -->")), &made);
}
