//! The fields of a signatory in other files, all generated from `src/source/columns.rs` and the schema. With `UPDATE=1`
//! the tests write them; otherwise they compare them.

use crate::attributes::holds;
use crate::source;
use open_letter::model;
use open_letter::source::columns::{COLUMNS, Cell, Column, TABLE};
use serde_json::Value;
use std::fmt::Write;

/// The names of columns, as code in Markdown.
fn names(is_listed: impl Fn(&Column) -> bool) -> String {
    let names = TABLE.iter().filter(|column| is_listed(column)).map(|column| format!("`{}`", column.name));
    names.collect::<Vec<_>>().join(" ")
}

/// The TypeScript type of a member of the schema.
fn kind(schema: &Value, member: &Value) -> String {
    let member = member.pointer("/anyOf/0").unwrap_or(member);
    let pointer = member["$ref"].as_str().and_then(|pointer| pointer.strip_prefix('#'));
    let member = pointer.and_then(|pointer| schema.pointer(pointer)).unwrap_or(member);
    match member["oneOf"].as_array() {
        Some(words) => words.iter().map(|word| word["const"].to_string()).collect::<Vec<_>>().join(" | "),
        None => member.pointer("/type/0").unwrap_or(&member["type"]).as_str().unwrap().to_string(),
    }
}

#[test]
fn types_have_each_as_a_member() {
    let schema = model::schema();
    let signatory = &schema["$defs"]["Signatory"];
    let mut made = "\n".to_string();
    for (name, member) in signatory["properties"].as_object().unwrap() {
        let is_required = signatory["required"].as_array().unwrap().iter().any(|required| required == name);
        let (mark, null) = if is_required { ("", "") } else { ("?", " | null") };
        let (about, kind) = (member["description"].as_str().unwrap(), kind(&schema, member));
        write!(made, "  /** {about} */\n  {name}{mark}: {kind}{null};\n").unwrap();
    }
    holds("integrations/typescript/open-letter.d.ts", Some(("// <signatory>", "  // </signatory>")), &made);
}

#[test]
fn the_guide_has_a_row_for_each() {
    let mut made = "\n| column | what it is |\n|---|---|\n".to_string();
    for Column { name, about, .. } in TABLE {
        writeln!(made, "| `{name}` | {about} |").unwrap();
    }
    holds("docs/publishing.md", Some(("<!-- columns -->", "<!-- /columns -->")), &made);
}

#[test]
fn the_page_on_importing_lists_them() {
    let page = "docs/importing.md";
    let texts = names(|column| matches!(column.cell, Cell::Text | Cell::Link) && column.name != "name");
    holds(page, Some(("<!-- texts -->", "<!-- /texts -->")), &texts);
    let flags = names(|column| matches!(column.cell, Cell::Flag | Cell::Hidden));
    holds(page, Some(("<!-- flags -->", "<!-- /flags -->")), &flags);
}

#[test]
fn the_starter_explains_each() {
    let mut made = String::new();
    for Column { name, about, .. } in TABLE {
        writeln!(made, "# {name:13} {}", about.replace(['`', '*'], "")).unwrap();
    }
    holds("src/new/starter/letter.md", Some((" The columns:\n", "# open-letter import fills")), &made);
}

#[test]
fn the_starters_table_has_each() {
    let path = "src/new/starter/signatories.csv";
    let table = source(path);
    let rows: Vec<Vec<&str>> = table.lines().map(|line| line.split(',').collect()).collect();
    let mut made = COLUMNS.join(",") + "\n";
    for row in &rows[1..] {
        let cell = |column| rows[0].iter().position(|heading| *heading == column).map_or("", |at| row[at]);
        made += &(COLUMNS.map(cell).join(",") + "\n");
    }
    holds(path, None, &made);
}
