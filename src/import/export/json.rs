//! JSON: a list of objects, or an object with one such list in it. Values within values are named `a.b`.

use super::limits::{COLUMNS, Growing};
use super::{Ask, Form, Row, Rows};
use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::collections::HashMap;
use std::fmt;

/// How deep objects may be in objects.
const DEPTH: usize = 8;

/// Reads a document. Its headings are the names of all values, in the order in which they first appear.
///
/// # Errors
/// If it has no such list, or several, or something else than an object is in it.
pub fn read(bytes: &[u8], ask: &Ask) -> Result<Rows> {
    ensure!(ask.heading_row.is_none(), "is JSON, which has no heading row: leave --heading-row out");
    let text = std::str::from_utf8(bytes).context("is not UTF-8, as JSON has to be: save it as UTF-8")?;
    let text = text.trim_start_matches('\u{feff}').trim();
    let whole: &RawValue = serde_json::from_str(text).context("is damaged JSON: export it again")?;
    let list = list(whole, ask.sheet)?;
    let items: Vec<&RawValue> = serde_json::from_str(list.get()).context("has no list of signatures")?;
    let mut places: HashMap<String, usize> = HashMap::new();
    let (mut headings, mut growing, mut read) = (Vec::new(), Growing::default(), 0);
    let mut lines = lines(text, &items);
    // Where several entries begin in one line, their lines say little.
    let numbered = lines.windows(2).any(|two| two[0] == two[1]);
    if numbered {
        lines = (1..=items.len()).collect();
    }
    let unit = Form::Json { numbered }.unit();
    for (item, line) in items.into_iter().zip(lines.iter().copied()) {
        let mut values = Vec::new();
        let object: Object = serde_json::from_str(item.get()).ok().with_context(|| {
            format!("has something in {unit} {line} that is not an object: each signature is one, in braces")
        })?;
        flatten("", object, DEPTH, &mut values).with_context(|| format!("{unit} {line}"))?;
        let mut row: Vec<(usize, String)> = Vec::new();
        for (name, value) in values {
            let next = places.len();
            let place = *places.entry(name.clone()).or_insert(next);
            if place == next {
                ensure!(next < COLUMNS, "has more than {COLUMNS} different names: export only those that you need");
                headings.push(name.clone());
            }
            ensure!(row.iter().all(|(other, _)| *other != place), "has “{name}” twice in the object of {unit} {line}");
            row.push((place, value));
        }
        row.sort_by_key(|(place, _)| *place);
        for (place, value) in row {
            growing.add(read, place, value)?;
        }
        read += 1;
    }
    let mut rows = growing.rows;
    for row in &mut rows {
        row.line = lines[row.line - 1];
    }
    if !headings.is_empty() {
        rows.insert(0, Row { line: 0, cells: headings });
    }
    Ok(Rows { list: rows, form: Form::Json { numbered }, notes: Vec::new() })
}

/// The lines in which the entries begin.
fn lines(text: &str, items: &[&RawValue]) -> Vec<usize> {
    let (mut line, mut read) = (1, 0);
    let line_of = |item: &&RawValue| {
        let at = item.get().as_ptr().addr() - text.as_ptr().addr();
        line += memchr::memchr_iter(b'\n', &text.as_bytes()[read..at]).count();
        read = at;
        line
    };
    items.iter().map(line_of).collect()
}

/// The list: the document itself, or the only list in it, or the one of that name.
fn list<'t>(whole: &'t RawValue, wanted: Option<&str>) -> Result<&'t RawValue> {
    if whole.get().starts_with('[') {
        ensure!(wanted.is_none(), "is one list without a name: leave --sheet out");
        return Ok(whole);
    }
    let Object(members) = serde_json::from_str(whole.get()).context("has no list of signatures")?;
    let lists: Vec<(String, &RawValue)> =
        members.into_iter().filter(|(_, value)| value.get().starts_with('[')).collect();
    let names = || lists.iter().map(|(name, _)| format!("“{name}”")).collect::<Vec<_>>().join(", ");
    match (wanted, lists.as_slice()) {
        (Some(wanted), _) => match lists.iter().find(|(name, _)| name == wanted) {
            Some((_, list)) => Ok(list),
            None => bail!("has no list “{wanted}”: there are {}", names()),
        },
        (None, [(_, list)]) => Ok(list),
        (None, []) => bail!("has no list of signatures: save it as a list of objects, or as CSV"),
        (None, _) => bail!("has several lists: say which by --sheet NAME; there are {}", names()),
    }
}

/// The values of an object with their names, in order; numbers stay as written.
fn flatten(before: &str, Object(members): Object, depth: usize, values: &mut Vec<(String, String)>) -> Result<()> {
    ensure!(depth > 0, "has objects within objects, more than {DEPTH} deep: export it without them");
    for (name, value) in members {
        let name = if before.is_empty() { name } else { format!("{before}.{name}") };
        let text = value.get();
        match text.as_bytes().first() {
            Some(b'{') => flatten(&name, serde_json::from_str(text)?, depth - 1, values)?,
            Some(b'[') => {
                let items: Vec<&RawValue> = serde_json::from_str(text)?;
                let numbered = (1..).map(|number: usize| number.to_string()).zip(items).collect();
                flatten(&name, Object(numbered), depth - 1, values)?;
            }
            Some(b'"') => values.push((name, serde_json::from_str(text)?)),
            Some(b'n') => values.push((name, String::new())),
            // Ids may be longer than a number of a computer is exact.
            _ => values.push((name, text.strip_suffix(".0").unwrap_or(text).to_string())),
        }
    }
    Ok(())
}

/// The members of an object, in their order, and not yet read.
struct Object<'t>(Vec<(String, &'t RawValue)>);

impl<'de: 't, 't> Deserialize<'de> for Object<'t> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Members;
        impl<'de> Visitor<'de> for Members {
            type Value = Vec<(String, &'de RawValue)>;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(members)
            }
        }
        deserializer.deserialize_map(Members).map(Object)
    }
}
