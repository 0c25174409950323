//! Text with emphasis, links and marks of footnotes.

use super::cursor::Cursor;
use crate::model::{Json, MAX_SPAN_DEPTH};
use crate::source::located::{Located, Value};
use pulldown_cmark::{Event, LinkType, Tag};

/// Whether this is a part of a paragraph.
pub(super) fn is_span(event: &Event) -> bool {
    matches!(
        event,
        Event::Text(_)
            | Event::Code(_)
            | Event::InlineHtml(_)
            | Event::SoftBreak
            | Event::HardBreak
            | Event::FootnoteReference(_)
            | Event::Start(Tag::Emphasis | Tag::Strong | Tag::Link { .. } | Tag::Image { .. })
    )
}

/// The spans up to the end of an element, such as a paragraph.
pub(super) fn to_end(cursor: &mut Cursor, line: usize) -> Located {
    let spans = run(cursor, line);
    cursor.next();
    spans
}

/// The spans up to the first event that is none.
pub(super) fn run(cursor: &mut Cursor, line: usize) -> Located {
    one_or_list(line, Spans { cursor, links: 0 }.read(0))
}

struct Spans<'c, 'r, 't> {
    cursor: &'c mut Cursor<'r, 't>,
    /// The number of links around.
    links: usize,
}

impl Spans<'_, '_, '_> {
    fn read(&mut self, depth: usize) -> Vec<Located> {
        let mut spans = Vec::new();
        while self.cursor.peek().is_some_and(is_span) {
            let Some((event, line)) = self.cursor.next() else { break };
            match event {
                Event::Text(text) => push_text(&mut spans, line, &text),
                Event::SoftBreak => push_text(&mut spans, line, " "),
                Event::HardBreak => push_text(&mut spans, line, "\n"),
                Event::FootnoteReference(_) if self.links > 0 => {
                    self.cursor.findings.error(line, "has a footnote within a link: write it after the link");
                }
                Event::FootnoteReference(label) => {
                    spans.push(Located::object(line, [("footnote", Located::text(line, label.to_string()))]));
                }
                Event::Start(Tag::Emphasis | Tag::Strong | Tag::Link { .. }) if depth == MAX_SPAN_DEPTH => {
                    let message = "has emphasis or links in one another more than 8 deep: use fewer";
                    self.cursor.findings.error(line, message);
                    self.cursor.skip(&event);
                }
                Event::Start(Tag::Emphasis) => spans.push(self.marked("em", depth, line)),
                Event::Start(Tag::Strong) => spans.push(self.marked("strong", depth, line)),
                Event::Start(Tag::Link { link_type, dest_url, title, .. }) => {
                    if !title.is_empty() {
                        let message =
                            format!("has a link with the title “{title}”: leave the title out, few readers see it");
                        self.cursor.findings.error(line, message);
                    }
                    let mailto = if link_type == LinkType::Email { "mailto:" } else { "" };
                    spans.push(self.link(format!("{mailto}{dest_url}"), depth, line));
                }
                other => self.cursor.refuse(&other, line),
            }
        }
        spans
    }

    fn link(&mut self, address: String, depth: usize, line: usize) -> Located {
        self.links += 1;
        let mut span = self.marked("text", depth, line);
        self.links -= 1;
        if span.get("text") == Some(&Located::list(line, Vec::new())) {
            self.cursor.findings.error(line, "has a link without words: write them in the square brackets");
        }
        span.set("link", Located::text(line, address));
        span
    }

    fn marked(&mut self, key: &str, depth: usize, line: usize) -> Located {
        let spans = self.read(depth + 1);
        self.cursor.next();
        Located::object(line, [(key, one_or_list(line, spans))])
    }
}

fn push_text(spans: &mut Vec<Located>, line: usize, text: &str) {
    if let Some(Located { value: Value::Leaf(Json::Text(before)), .. }) = spans.last_mut() {
        before.push_str(text);
    } else {
        spans.push(Located::text(line, text));
    }
}

/// Spans as `letter.json` has them: a single one without a list.
fn one_or_list(line: usize, mut spans: Vec<Located>) -> Located {
    match spans.len() {
        1 => spans.remove(0),
        _ => Located::list(line, spans),
    }
}
