//! Footnotes: `[^1]` in the text, and `[^1]: text` anywhere between its paragraphs. They get their numbers in the order
//! of their first references.

use super::cursor::Cursor;
use crate::model::Json;
use crate::source::finding::Findings;
use crate::source::located::{Located, Value};
use std::collections::HashMap;

/// The text of a footnote.
pub(super) struct Note {
    /// The name in the square brackets, after the `^`.
    pub label: String,
    /// Its line.
    pub line: usize,
    /// Its text, as an item of a list; `None` if it is empty.
    pub item: Option<Located>,
}

/// Reports marks of footnotes that have no text. The parser takes them for plain text.
pub(super) fn report_unknown(cursor: &mut Cursor) {
    for (at, _) in cursor.text.match_indices("[^") {
        let backslashes = cursor.text[..at].bytes().rev().take_while(|byte| *byte == b'\\').count();
        let line = cursor.text[at..].lines().next().unwrap_or_default();
        let Some(end) = line.find(']') else { continue };
        if backslashes % 2 == 1 || cursor.of_footnotes.contains(&at) || line[2..end].trim().is_empty() {
            continue;
        }
        let mark = &line[..=end];
        let message = format!(
            "has the footnote {mark} without its text: write {mark}: and the text on a line of its own, or \\{mark} if \
             readers are to see the signs"
        );
        let line = cursor.line_of(at);
        cursor.findings.error(line, message);
    }
}

/// Numbers the references in the blocks, then those in the notes. Returns the list of the notes, if there are any.
pub(super) fn number(blocks: &mut [Located], notes: Vec<Note>, findings: &mut Findings) -> Option<Located> {
    let mut numbers = Numbers::default();
    let mut items: Vec<Option<(Note, Located)>> = Vec::new();
    for Note { label, line, item } in notes {
        match item {
            None => findings.error(line, format!("has no text for the footnote [^{label}]: write it after the colon")),
            Some(_) if numbers.notes.contains_key(&key(&label)) => {
                findings.error(line, format!("has a second text for the footnote [^{label}]: give it another name"));
            }
            Some(item) => {
                numbers.notes.insert(key(&label), items.len());
                items.push(Some((Note { label, line, item: None }, item)));
            }
        }
    }
    for block in blocks.iter_mut() {
        numbers.give(block);
    }
    let mut list = Vec::new();
    while let Some(at) = numbers.order.get(list.len()).copied() {
        let Some((_, mut item)) = items[at].take() else { break };
        numbers.give(&mut item);
        list.push(item);
    }
    for (Note { label, line, .. }, _) in items.into_iter().flatten() {
        let message = format!(
            "has the footnote [^{label}], and no sentence refers to it: write [^{label}] where it belongs, or leave it out"
        );
        findings.error(line, message);
    }
    let line = list.first()?.line;
    let flag = || Located { line, value: Value::Leaf(Json::Bool(true)) };
    Some(Located::object(line, [("list", Located::list(line, list)), ("ordered", flag()), ("footnotes", flag())]))
}

#[derive(Default)]
struct Numbers {
    /// The index of each note by its label.
    notes: HashMap<String, usize>,
    /// Those that have a number, in its order.
    order: Vec<usize>,
    given: HashMap<usize, usize>,
}

impl Numbers {
    /// Gives each reference in a part of the text its number.
    fn give(&mut self, part: &mut Located) {
        if let Some(label) = part.get("footnote").and_then(Located::as_text) {
            let line = part.line;
            *part = match self.of(label) {
                Some(number) => {
                    #[expect(clippy::cast_precision_loss, reason = "no letter has that many")]
                    let value = Value::Leaf(Json::Number(number as f64));
                    Located::object(line, [("footnote", Located { line, value })])
                }
                // Its note has a fault, which is reported.
                None => Located::text(line, format!("[^{label}]")),
            };
        }
        match &mut part.value {
            Value::Leaf(_) => {}
            Value::List(parts) => parts.iter_mut().for_each(|part| self.give(part)),
            Value::Object(members) => members.iter_mut().for_each(|(_, part)| self.give(part)),
        }
    }

    fn of(&mut self, label: &str) -> Option<usize> {
        let index = *self.notes.get(&key(label))?;
        Some(*self.given.entry(index).or_insert_with(|| {
            self.order.push(index);
            self.order.len()
        }))
    }
}

/// Labels that differ in capitals only are the same.
fn key(label: &str) -> String {
    label.to_lowercase()
}
