//! The tables of `docs/reference.md`, generated from the manifest. With `UPDATE=1` the tests write them; otherwise they
//! compare them. `attributes.rs` generates the table of attributes.

use crate::attributes::holds;
use crate::manifest::manifest;
use crate::source;
use serde_json::Value;

/// A field of an entry, as written in a table.
fn text<'e>(entry: &'e Value, field: &str) -> &'e str {
    entry.pointer(field).and_then(Value::as_str).unwrap_or_default()
}

/// The named table has these rows below its heading.
#[track_caller]
fn has(table: &str, heading: &str, rows: impl Iterator<Item = String>) {
    let rule = "|---".repeat(heading.matches('|').count() - 1);
    let made = format!("\n{heading}\n{rule}|\n{}", rows.collect::<String>());
    let marks = [format!("<!-- {table} -->"), format!("<!-- /{table} -->")];
    holds("docs/reference.md", Some((&marks[0], &marks[1])), &made);
}

#[test]
fn it_has_a_row_for_each_member_that_is_no_attribute() {
    let manifest = manifest();
    let members = manifest.list("members").iter().filter(|member| member["attribute"].is_null());
    let row = |member: &Value| {
        let is_method = member["kind"] == "method";
        let (call, kind) = if is_method { ("()", "/return/type/text") } else { ("", "/type/text") };
        let (name, kind) = (text(member, "/name"), text(member, kind).replace('|', "\\|"));
        let access = if member["readonly"] == true { " Read-only." } else { "" };
        format!("| `{name}{call}` | `{kind}` | {}{access} |\n", text(member, "/description"))
    };
    has("members", "| member | type | what it is |", members.map(row));
}

#[test]
fn it_has_a_row_for_each_event() {
    let row = |event: &Value| {
        let kind = text(event, "/type/text");
        let detail = kind.split_once('{').map_or("", |(_, rest)| rest);
        let names = detail.split(';').filter_map(|member| member.split_once(':')).map(|(name, _)| name.trim());
        let names: Vec<String> = names.map(|name| format!("`{name}`")).collect();
        let detail = if names.is_empty() { "none".to_string() } else { names.join(", ") };
        format!("| `{}` | {} | {detail} |\n", text(event, "/name"), text(event, "/description"))
    };
    has("events", "| event | when | `detail` |", manifest().list("events").iter().map(row));
}

#[test]
fn it_has_a_row_for_each_part_and_custom_property() {
    let part = |entry: &Value| format!("| `{}` | {} |\n", text(entry, "/name"), text(entry, "/description"));
    has("parts", "| part | what it is |", manifest().list("cssParts").iter().map(part));
    let property = |entry: &Value| {
        let [name, syntax, about] = ["/name", "/syntax", "/description"].map(|field| text(entry, field));
        format!("| `{name}` | `{syntax}` | {about} |\n")
    };
    let properties = manifest();
    has(
        "custom-properties",
        "| property | value | what it changes |",
        properties.list("cssProperties").iter().map(property),
    );
}

#[test]
fn it_has_a_row_for_the_code_of_each_failure() {
    let page = source("docs/reference.md");
    let types = source("integrations/typescript/open-letter.d.ts");
    let (_, rest) = types.split_once("export type OpenLetterErrorCode =").unwrap();
    let (codes, _) = rest.split_once(';').unwrap();
    for code in codes.split('"').skip(1).step_by(2) {
        assert!(page.contains(&format!("\n| `{code}` | ")), "{code}");
    }
}
