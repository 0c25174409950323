//! The front matter of a letter: YAML between two `---` lines, read from the parser's events.
//!
//! It uses events, not a loaded tree, for three reasons: events know their lines, they keep each unquoted word as
//! written (no `No` becomes false, no date becomes another type), and anchors can be refused before they multiply.

use super::finding::Findings;
use super::located::{Located, Value};
use super::slip::{Slip, slip};
use crate::model::Json;
use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span};
use std::collections::HashSet;

/// The deepest nesting that is read; a letter needs six levels.
const MAX_DEPTH: usize = 16;

/// A source file, taken apart.
#[derive(Debug)]
pub struct Parts<'t> {
    /// The YAML.
    pub front_matter: &'t str,
    /// The Markdown.
    pub body: &'t str,
    /// The line of the file on which the Markdown begins.
    pub body_line: usize,
}

/// The line of the file on which the YAML begins.
const FRONT_MATTER_LINE: usize = 2;

/// Takes a source file apart. `None`, and a finding, if it does not begin with front matter.
pub fn split<'t>(text: &'t str, findings: &mut Findings) -> Option<Parts<'t>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let is_fence = |line: &str| line.trim_end() == "---";
    let mut lines = text.split_inclusive('\n');
    let opening = lines.next().unwrap_or_default();
    if !is_fence(opening) {
        findings.error(
            1,
            "does not begin with the title and so on: write ---, then lines such as title: …, then --- again",
        );
        return None;
    }
    let start = opening.len();
    let mut end = start;
    for (index, line) in lines.enumerate() {
        if is_fence(line) {
            let body = &text[end + line.len()..];
            return Some(Parts { front_matter: &text[start..end], body, body_line: index + FRONT_MATTER_LINE + 1 });
        }
        end += line.len();
    }
    findings
        .error(1, "has a first line --- and no second one: write --- on a line of its own before the letter's text");
    None
}

/// Reads the YAML: an object whose texts are exactly as written. `None`, and a finding, if that fails.
pub fn read(yaml: &str, findings: &mut Findings) -> Option<Located> {
    let mut builder = Builder { open: Vec::new(), root: None };
    let mut places = Places::of(yaml);
    for event in Parser::new_from_str(yaml) {
        let step = match event {
            Ok((event, span)) => {
                let line = span.start.line() + FRONT_MATTER_LINE - 1;
                if let Some(comment) = comment_after(&event, &span, &mut places) {
                    let remedy = "put the whole text in quotation marks, or the remark on a line of its own";
                    findings.warning(line, format!("loses {comment}, since # begins a remark there: {remedy}"));
                }
                builder.take(event, line)
            }
            Err(error) => Err(fault(&error, yaml)),
        };
        if let Err(Fault { line, message }) = step {
            findings.error(line, message);
            return None;
        }
    }
    match builder.root {
        None => Some(Located { line: 1, value: Value::Object(Vec::new()) }),
        Some(Located { value: Value::Object(members), .. }) => Some(Located { line: 1, value: Value::Object(members) }),
        Some(root) => {
            findings.error(root.line, "is not a list of keys: write lines such as title: …");
            None
        }
    }
}

/// What follows an unquoted text on its line after a #. YAML reads it as a comment; the writer may have meant text.
fn comment_after<'y>(event: &Event, span: &Span, places: &mut Places<'y>) -> Option<&'y str> {
    let Event::Scalar(text, ScalarStyle::Plain, ..) = event else { return None };
    let rest = places.from(span.end.line(), span.end.col())?.trim_start_matches([' ', '\t']);
    let comment = rest.starts_with('#') && !text.is_empty();
    comment.then(|| rest.lines().next().unwrap_or_default().trim_end())
}

/// Finds what follows places in a text. The places come in ascending order, so that it scans the text once.
#[derive(Debug)]
pub struct Places<'y> {
    text: &'y str,
    line: usize,
    column: usize,
    at: usize,
    /// The number of characters scanned.
    pub walked: usize,
}

impl<'y> Places<'y> {
    /// Begins before the first line.
    #[must_use]
    pub fn of(text: &'y str) -> Self {
        Places { text, line: 1, column: 0, at: 0, walked: 0 }
    }

    /// The text from a line, counted from 1, and a column, counted from 0 in characters. `None` beyond its end.
    pub fn from(&mut self, line: usize, column: usize) -> Option<&'y str> {
        if (line, column) < (self.line, self.column) {
            // One step back, as after an empty value: start again at the beginning of that line.
            let before = &self.text[..self.at];
            let back = self.line - line;
            let start = before.rmatch_indices('\n').nth(back).map_or(0, |(at, _)| at + 1);
            self.walked += before.len() - start;
            (self.line, self.column, self.at) = (line, 0, start);
        }
        while (self.line, self.column) < (line, column) {
            let char = self.text[self.at..].chars().next()?;
            self.walked += 1;
            if char == '\n' && self.line == line {
                return None;
            }
            self.at += char.len_utf8();
            self.column += 1;
            if char == '\n' {
                (self.line, self.column) = (self.line + 1, 0);
            }
        }
        self.text.get(self.at..)
    }
}

struct Fault {
    line: usize,
    message: String,
}

impl Fault {
    fn new<T>(line: usize, message: impl Into<String>) -> Result<T, Fault> {
        Err(Fault { line, message: message.into() })
    }
}

fn fault(error: &ScanError, yaml: &str) -> Fault {
    let Slip { line, message } = slip(yaml, error.marker().line());
    Fault { line: line + FRONT_MATTER_LINE - 1, message }
}

/// A list or object that is not yet closed.
enum Open {
    List(Vec<Located>),
    Object { members: Vec<(String, Located)>, names: HashSet<String>, key: Option<(String, usize)> },
}

/// Builds values from events. It is not recursive, so deep input can't overflow the stack.
struct Builder {
    open: Vec<(usize, Open)>,
    root: Option<Located>,
}

impl Builder {
    fn take(&mut self, event: Event, line: usize) -> Result<(), Fault> {
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
            return Fault::new(line, "has a key that is no text: write a word before the colon");
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    /// How many characters `read` scans, and how many findings it has.
    fn walked(yaml: &str) -> (usize, usize) {
        let mut findings = Findings::of(Path::new(""));
        let mut places = Places::of(yaml);
        for (event, span) in Parser::new_from_str(yaml).map_while(Result::ok) {
            let _ = comment_after(&event, &span, &mut places);
        }
        read(yaml, &mut findings);
        (places.walked, findings.list.len())
    }

    #[test]
    fn front_matter_is_walked_through_once() {
        let lines = |line: &str, times: usize| format!("title: A\nupdates:\n{}", line.repeat(times));
        let numbered = |line: &str| {
            let lines: Vec<String> = (0..3000).map(|at: usize| line.replace("{}", &at.to_string())).collect();
            lines.concat()
        };
        for yaml in [
            lines("  - text: word word\n", 3000),
            lines("  - text: w # no\n", 3000),
            lines("  -\n  - a:\n", 3000),
            lines("    word word\n\n", 3000),
            format!("updates: [{}]", "a, ".repeat(3000)),
            format!("updates: {{{}}}", numbered("a{}: b, ")),
            numbered("k{}: v\n"),
        ] {
            let (walked, _) = walked(&yaml);
            assert!(walked <= 2 * yaml.chars().count(), "{walked} of {}", yaml.chars().count());
        }
    }

    #[test]
    fn what_follows_a_place_is_found_in_any_order() {
        let mut places = Places::of("ä b\nc\n\nd e");
        assert_eq!(places.from(1, 1), Some(" b\nc\n\nd e"));
        assert_eq!(places.from(4, 2), Some("e"));
        assert_eq!(places.from(2, 1), Some("\n\nd e"));
        assert_eq!(places.from(1, 0), Some("ä b\nc\n\nd e"));
        assert_eq!((places.from(1, 9), places.from(9, 0)), (None, None));
    }
}
