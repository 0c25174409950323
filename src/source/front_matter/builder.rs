//! The values of front matter, from the events of the parser.

use super::fault::Fault;
use crate::model::Json;
use crate::source::located::{Located, Value};
use saphyr_parser::{Event, ScalarStyle};
use std::collections::HashSet;

/// The deepest nesting that is read; a letter needs six levels.
const MAX_DEPTH: usize = 16;

/// A list or object that is not yet closed.
enum Open {
    List(Vec<Located>),
    Object { members: Vec<(String, Located)>, names: HashSet<String>, key: Option<(String, usize)> },
}

/// Builds values from events. It is not recursive, so deep input can't overflow the stack.
#[derive(Default)]
pub struct Builder {
    open: Vec<(usize, Open)>,
    /// The value, once all events were taken.
    pub root: Option<Located>,
}

impl Builder {
    /// Takes the next event, which is in that line of the file.
    pub fn take(&mut self, event: Event, line: usize) -> Result<(), Fault> {
        match event {
            Event::SequenceStart(anchor, tag) => {
                refuse_marks(line, anchor, tag.is_some())?;
                self.open(line, Open::List(Vec::new()))
            }
            Event::MappingStart(anchor, tag) => {
                refuse_marks(line, anchor, tag.is_some())?;
                self.open(line, Open::Object { members: Vec::new(), names: HashSet::new(), key: None })
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(),
            Event::Scalar(text, style, anchor, tag) => {
                refuse_marks(line, anchor, tag.is_some())?;
                self.scalar(line, &text, style)
            }
            Event::Alias(_) => Fault::new(
                line,
                "has a text that begins with *, which means something else there: put it in quotation marks",
            ),
            _ => Ok(()),
        }
    }

    fn open(&mut self, line: usize, open: Open) -> Result<(), Fault> {
        if let Some((_, Open::Object { key: None, .. })) = self.open.last() {
            return Fault::new(line, "has a key that is not text: write a word before the colon");
        }
        if self.open.len() == MAX_DEPTH {
            return Fault::new(line, "is nested too deeply: no key of a letter needs more than six levels");
        }
        self.open.push((line, open));
        Ok(())
    }

    fn close(&mut self) -> Result<(), Fault> {
        match self.open.pop() {
            Some((line, Open::List(items))) => self.value(Located::list(line, items)),
            Some((line, Open::Object { members, .. })) => self.value(Located { line, value: Value::Object(members) }),
            None => Ok(()),
        }
    }

    fn scalar(&mut self, line: usize, text: &str, style: ScalarStyle) -> Result<(), Fault> {
        if let Some((_, Open::Object { names, key: key @ None, .. })) = self.open.last_mut() {
            if !names.insert(text.to_string()) {
                return Fault::new(line, format!("has {text} twice: keep one of the two"));
            }
            *key = Some((text.to_string(), line));
            return Ok(());
        }
        let json = match style {
            ScalarStyle::Plain if matches!(text, "" | "~" | "null") => Json::Null,
            ScalarStyle::Plain if self.is_in_body() => typed(text),
            // A block keeps its last line break, which no line of a letter may have.
            ScalarStyle::Literal | ScalarStyle::Folded => Json::Text(text.trim_end_matches('\n').to_string()),
            _ => Json::Text(text.to_string()),
        };
        self.value(Located { line, value: Value::Leaf(json) })
    }

    /// Whether the next value belongs to the document that a form sends, where kinds of values matter.
    fn is_in_body(&self) -> bool {
        let keys = self.open.iter().filter_map(|(_, open)| match open {
            Open::Object { key: Some((key, _)), .. } => Some(key.as_str()),
            _ => None,
        });
        keys.take(4).eq(["sign", "form", "send", "body"])
    }

    fn value(&mut self, value: Located) -> Result<(), Fault> {
        match self.open.last_mut() {
            Some((_, Open::List(items))) => items.push(value),
            Some((_, Open::Object { members, key, .. })) => {
                if let Some((key, line)) = key.take() {
                    // An empty value, or one below its key, gets the key's line.
                    members.push((key, Located { line, ..value }));
                }
            }
            None if self.root.is_some() => {
                return Fault::new(value.line, "goes on after its end: leave out the line ...");
            }
            None => self.root = Some(value),
        }
        Ok(())
    }
}

/// A word without quotation marks, as JSON has it.
fn typed(word: &str) -> Json {
    match Json::parse(word) {
        Ok(value @ (Json::Bool(_) | Json::Number(_))) => value,
        _ => Json::Text(word.to_string()),
    }
}

fn refuse_marks(line: usize, anchor: usize, tagged: bool) -> Result<(), Fault> {
    let mark = match (anchor, tagged) {
        (0, false) => return Ok(()),
        (0, true) => "!",
        _ => "&",
    };
    Fault::new(
        line,
        format!("has a text that begins with {mark}, which means something else there: put it in quotation marks"),
    )
}
