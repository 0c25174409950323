//! The blocks of a text.

use super::cursor::{Cursor, REFUSED};
use super::footnotes::Note;
use super::{signatories, span};
use crate::model::Json;
use crate::model::limits::LIST_DEPTH;
use crate::source::located::{Located, Value};
use pulldown_cmark::{Event, Tag};

/// Reads the blocks of a text, and its footnotes.
pub(super) fn read(cursor: &mut Cursor, title: &str) -> (Vec<Located>, Vec<Note>) {
    let mut reader = Reader { cursor, title, notes: Vec::new() };
    let mut blocks = Vec::new();
    while reader.cursor.peek().is_some() {
        blocks.extend(reader.block());
    }
    (blocks, reader.notes)
}

struct Reader<'c, 'r, 't> {
    cursor: &'c mut Cursor<'r, 't>,
    title: &'c str,
    notes: Vec<Note>,
}

/// What holds blocks of its own.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Container {
    Quote,
    Item,
    Note,
}

impl Container {
    fn name(self) -> &'static str {
        match self {
            Container::Quote => "a quotation",
            Container::Item => "a list",
            Container::Note => "a footnote",
        }
    }
}

impl Reader<'_, '_, '_> {
    /// A block of the letter.
    fn block(&mut self) -> Option<Located> {
        let (event, line) = self.cursor.next()?;
        match event {
            Event::Start(Tag::Paragraph) => match signatories::read(self.cursor, line) {
                Some(place) => {
                    self.cursor.skip(&event);
                    Some(place)
                }
                None => Some(span::to_end(self.cursor, line)),
            },
            Event::Start(Tag::Heading { .. }) => Some(self.heading(line)),
            Event::Start(Tag::BlockQuote(_)) => Some(self.quote(line, 0)),
            Event::Start(Tag::List(start)) => Some(self.list(start, line, 0)),
            Event::Start(Tag::FootnoteDefinition(label)) => {
                self.note(label.to_string(), line, 0);
                None
            }
            Event::Rule => Some(Located::object(line, [("rule", leaf(line, Json::Bool(true)))])),
            other => {
                self.cursor.refuse(&other, line);
                Some(Located::text(line, REFUSED))
            }
        }
    }

    fn heading(&mut self, line: usize) -> Located {
        let heading = span::to_end(self.cursor, line);
        if heading.as_text() == Some(self.title) {
            let message = "has the title as a heading: leave it out, the title stands at the top of the file";
            self.cursor.findings.error(line, message);
        }
        Located::object(line, [("heading", heading)])
    }

    fn quote(&mut self, line: usize, lists: usize) -> Located {
        let quote = self.within(Container::Quote, lists);
        Located::object(line, [("quote", Located::list(line, quote))])
    }

    /// A list within so many others.
    fn list(&mut self, start: Option<u64>, line: usize, lists: usize) -> Located {
        let mut items = Vec::new();
        while let Some((Event::Start(Tag::Item), line)) = self.cursor.next() {
            let blocks = self.within(Container::Item, lists + 1);
            items.push(item(line, blocks).unwrap_or_else(|| Located::list(line, Vec::new())));
        }
        let mut list = Located::object(line, [("list", Located::list(line, items))]);
        if let Some(start) = start {
            list.set("ordered", leaf(line, Json::Bool(true)));
            if start != 1 {
                #[expect(clippy::cast_precision_loss, reason = "it has nine digits at most")]
                list.set("start", leaf(line, Json::Number(start as f64)));
            }
        }
        list
    }

    /// A footnote, which may be written within a list or quotation. It is then read as deep as that.
    fn note(&mut self, label: String, line: usize, lists: usize) {
        let blocks = self.within(Container::Note, lists + 1);
        let item = item(line, blocks);
        self.notes.push(Note { label, line, item });
    }

    /// The blocks of a container within so many lists.
    fn within(&mut self, container: Container, lists: usize) -> Vec<Located> {
        let mut blocks = Vec::new();
        loop {
            if self.cursor.peek().is_some_and(span::is_span) {
                // In a list without empty lines between its items, the text is not in paragraphs.
                let line = self.cursor.line();
                blocks.push(span::run(self.cursor, line));
                continue;
            }
            let holds = container != Container::Quote;
            match self.cursor.next() {
                Some((Event::Start(Tag::Paragraph), line)) => {
                    if signatories::read(self.cursor, line).is_some() {
                        let within = container.name();
                        let message = format!("has [signatories] within {within}: write it after that, at the margin");
                        self.cursor.findings.error(line, message);
                    }
                    blocks.push(span::to_end(self.cursor, line));
                }
                Some((Event::End(_), _)) | None => return blocks,
                Some((event @ Event::Start(Tag::List(_) | Tag::FootnoteDefinition(_)), line))
                    if lists == LIST_DEPTH =>
                {
                    self.cursor.findings.error(line, "has lists in one another more than 6 deep: use fewer");
                    self.cursor.skip(&event);
                    blocks.push(Located::text(line, REFUSED));
                }
                Some((Event::Start(Tag::FootnoteDefinition(label)), line)) => self.note(label.to_string(), line, lists),
                Some((Event::Start(Tag::BlockQuote(_)), line)) if holds => blocks.push(self.quote(line, lists)),
                Some((Event::Start(Tag::List(start)), line)) if holds => blocks.push(self.list(start, line, lists)),
                Some((event, line)) => {
                    self.refuse(&event, line, container);
                    blocks.push(Located::text(line, REFUSED));
                }
            }
        }
    }

    fn refuse(&mut self, event: &Event, line: usize, container: Container) {
        let what = match event {
            Event::Start(Tag::BlockQuote(_)) => "a quotation",
            Event::Start(Tag::List(_)) => "a list",
            Event::Start(Tag::Heading { .. }) => "a heading",
            Event::Rule => "a line across",
            other => return self.cursor.refuse(other, line),
        };
        let message = format!("has {what} within {}: write it before or after", container.name());
        self.cursor.findings.error(line, message);
        self.cursor.skip(event);
    }
}

/// An item of a list; `None` without blocks. A single paragraph stands for itself.
fn item(line: usize, mut blocks: Vec<Located>) -> Option<Located> {
    match blocks.as_slice() {
        [] => None,
        [block] if !is_kind(block) => blocks.pop(),
        _ => Some(Located::object(line, [("item", Located::list(line, blocks))])),
    }
}

/// Whether a block is more than a paragraph.
fn is_kind(block: &Located) -> bool {
    ["quote", "list"].iter().any(|key| block.get(key).is_some())
}

fn leaf(line: usize, json: Json) -> Located {
    Located { line, value: Value::Leaf(json) }
}
