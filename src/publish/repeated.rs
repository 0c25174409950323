//! Rows that say the same twice. They are told, and none is dropped: only the coordinator knows who is who.

use super::finding::Findings;
use super::signatories::Row;
use crate::model::Json;
use std::collections::HashMap;

/// Tells of ids that are not unique, and of signatories that look like one who signed twice. Nothing is dropped.
pub fn tell(rows: &mut [Row], findings: &mut Findings) {
    let mut ids: HashMap<String, usize> = HashMap::new();
    let mut names: HashMap<[String; 2], Vec<Seen>> = HashMap::new();
    for row in rows {
        let cell = |key| row.json.get(key).and_then(as_text).unwrap_or_default();
        let (id, name, line) = (cell("id").to_string(), cell("name"), row.line);
        let seen = Seen { line, marks: ["role", "country", "note"].map(|key| folded(cell(key))) };
        if !name.is_empty() {
            let earlier = names.entry(["name", "organisation"].map(|key| folded(cell(key)))).or_default();
            if let Some(Seen { line: earlier, .. }) = earlier.iter().find(|earlier| !earlier.is_told_from(&seen)) {
                let message = format!(
                    "{name} stands in line {earlier} too: delete one, or tell the two apart by role, country or note"
                );
                findings.warning(line, message);
            } else {
                earlier.push(seen);
            }
        }
        if id.is_empty() {
            continue;
        }
        match ids.get(&id) {
            Some(earlier) => {
                let message =
                    format!("id {id} stands in line {earlier} too: give each signatory an id of its own, or none");
                findings.error(line, message);
                remove(&mut row.json, "id");
            }
            None => {
                ids.insert(id, line);
            }
        }
    }
}

/// A bearer of a name, and what tells readers which one.
struct Seen {
    line: usize,
    marks: [String; 3],
}

impl Seen {
    fn is_told_from(&self, other: &Seen) -> bool {
        self.marks.iter().zip(&other.marks).any(|(a, b)| !a.is_empty() && !b.is_empty() && a != b)
    }
}

fn as_text(json: &Json) -> Option<&str> {
    if let Json::Text(text) = json { Some(text) } else { None }
}

fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn remove(json: &mut Json, key: &str) {
    if let Json::Object(members) = json {
        members.retain(|(name, _)| name != key);
    }
}
