//! Text with emphasis, links and marks of footnotes.

use super::cursor::{Cursor, REFUSED};
use crate::model::{Json, MAX_SPAN_DEPTH};
use crate::source::located::{Located, Value};
use crate::source::wide::is_wide;
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
    let spans = read(cursor, 0);
    one_or_list(line, spans)
}

fn read(cursor: &mut Cursor, depth: usize) -> Vec<Located> {
    let mut spans = Vec::new();
    while cursor.peek().is_some_and(is_span) {
        let Some((event, line)) = cursor.next() else { break };
        match event {
            Event::Text(text) => push_text(&mut spans, line, &text),
            Event::SoftBreak => {
                let space = if joins(spans.last(), cursor.peek()) { "" } else { " " };
                push_text(&mut spans, line, space);
            }
            Event::HardBreak => push_text(&mut spans, line, "\n"),
            Event::FootnoteReference(label) => {
                spans.push(Located::object(line, [("footnote", Located::text(line, label.to_string()))]));
            }
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Link { .. }) if depth == MAX_SPAN_DEPTH => {
                cursor.findings.error(line, "has emphasis or links in one another more than 8 deep: use fewer");
                cursor.skip(&event);
                push_text(&mut spans, line, REFUSED);
            }
            Event::Start(Tag::Emphasis) => spans.push(marked(cursor, "em", depth, line)),
            Event::Start(Tag::Strong) => spans.push(marked(cursor, "strong", depth, line)),
            Event::Start(Tag::Link { link_type, dest_url, title, .. }) => {
                if !title.is_empty() {
                    let message =
                        format!("has a link with the title “{title}”: leave the title out, few readers see it");
                    cursor.findings.error(line, message);
                }
                let mailto = if link_type == LinkType::Email { "mailto:" } else { "" };
                let mut span = marked(cursor, "text", depth, line);
                if span.get("text") == Some(&Located::list(line, Vec::new())) {
                    cursor.findings.error(line, "has a link without words: write them in the square brackets");
                }
                span.set("link", Located::text(line, format!("{mailto}{dest_url}")));
                spans.push(span);
            }
            other => {
                cursor.refuse(&other, line);
                push_text(&mut spans, line, REFUSED);
            }
        }
    }
    spans
}

fn marked(cursor: &mut Cursor, key: &str, depth: usize, line: usize) -> Located {
    let spans = read(cursor, depth + 1);
    cursor.next();
    Located::object(line, [(key, one_or_list(line, spans))])
}

/// Whether a line joins the next without a space, as in Chinese and Japanese.
fn joins(before: Option<&Located>, after: Option<&Event>) -> bool {
    let (Some(Located { value: Value::Leaf(Json::Text(before)), .. }), Some(Event::Text(after))) = (before, after)
    else {
        return false;
    };
    before.chars().next_back().is_some_and(is_wide) && after.chars().next().is_some_and(is_wide)
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
