//! Converts the letter's text from Markdown (`CommonMark` 0.31) to the blocks of `letter.json`, with its words
//! unchanged.
//!
//! A line break within a paragraph becomes a space, or nothing between two characters of Chinese or Japanese; a hard one
//! (two spaces or a backslash before it) stays a line break. What the format can't represent is refused, never dropped.

use super::finding::Findings;
use super::located::{Located, Value};
use super::unsupported;
use super::wide::is_wide;
use crate::model::{Json, MAX_SPAN_DEPTH};
use pulldown_cmark::{Event, LinkType, OffsetIter, Options, Parser, Tag};
use std::iter::Peekable;

/// Reads the text, which begins on `first_line` of its file. `title` is the letter's title, which no heading may
/// repeat.
pub fn blocks(markdown: &str, first_line: usize, title: &str, findings: &mut Findings) -> Located {
    // Tables are not part of `CommonMark`; they are recognised so that they can be refused.
    let events = Parser::new_ext(markdown, Options::ENABLE_TABLES).into_offset_iter();
    let line_starts = std::iter::once(0).chain(markdown.match_indices('\n').map(|(at, _)| at + 1)).collect();
    let mut reader = Reader { events: events.peekable(), line_starts, first_line, title, counted: 0, findings };
    let mut blocks = Vec::new();
    while reader.peek().is_some() {
        blocks.extend(reader.block());
    }
    Located::list(first_line, blocks)
}

struct Reader<'r, 't> {
    events: Peekable<OffsetIter<'t>>,
    line_starts: Vec<usize>,
    first_line: usize,
    title: &'r str,
    /// The last number of the previous numbered list.
    counted: u64,
    findings: &'r mut Findings,
}

impl<'t> Reader<'_, 't> {
    fn peek(&mut self) -> Option<&Event<'t>> {
        self.events.peek().map(|(event, _)| event)
    }

    fn next(&mut self) -> Option<(Event<'t>, usize)> {
        let (event, range) = self.events.next()?;
        Some((event, self.line_of(range.start)))
    }

    fn line_of(&self, offset: usize) -> usize {
        self.first_line + self.line_starts.partition_point(|start| *start <= offset) - 1
    }

    fn line(&mut self) -> usize {
        let offset = self.events.peek().map_or(0, |(_, range)| range.start);
        self.line_of(offset)
    }

    /// A block of the letter.
    fn block(&mut self) -> Option<Located> {
        let (event, line) = self.next()?;
        match event {
            Event::Start(Tag::Paragraph) => Some(self.spans_to_end(line)),
            Event::Start(Tag::Heading { .. }) => {
                let heading = self.spans_to_end(line);
                if heading.as_text() == Some(self.title) {
                    self.findings.error(
                        line,
                        "has the title as a heading: leave it out, the title stands at the top of the file",
                    );
                }
                Some(Located::object(line, [("heading", heading)]))
            }
            Event::Start(Tag::BlockQuote(_)) => {
                let quote = self.paragraphs("a quotation");
                Some(Located::object(line, [("quote", Located::list(line, quote))]))
            }
            Event::Start(Tag::List(start)) => Some(self.list(start, line)),
            other => {
                self.refuse(&other, line);
                None
            }
        }
    }

    fn list(&mut self, start: Option<u64>, line: usize) -> Located {
        if let Some(start @ (0 | 2..)) = start {
            let message = if self.counted > 0 && start == self.counted + 1 {
                format!(
                    "has a list that goes on with {start}, and a letter's lists begin with 1: write what is between its \
                     parts before the list or after it, or {start}\\. for a paragraph that begins so"
                )
            } else {
                format!(
                    "has a list that begins with {start}, and a letter's begin with 1: write {start}\\. if it is not a list"
                )
            };
            self.findings.error(line, message);
        }
        let mut items = Vec::new();
        while let Some((Event::Start(Tag::Item), line)) = self.next() {
            let mut paragraphs = self.paragraphs("a list");
            if paragraphs.len() > 1 {
                self.findings.error(line, "has a list item of several paragraphs: write one, or an item for each");
            }
            items.push(if paragraphs.is_empty() { Located::list(line, Vec::new()) } else { paragraphs.remove(0) });
        }
        if let Some(start) = start {
            self.counted = start.saturating_add(items.len() as u64).saturating_sub(1);
        }
        let mut list = Located::object(line, [("list", Located::list(line, items))]);
        if start.is_some() {
            list.set("ordered", Located { line, value: Value::Leaf(Json::Bool(true)) });
        }
        list
    }

    /// The paragraphs of a container, which holds nothing else.
    fn paragraphs(&mut self, container: &str) -> Vec<Located> {
        let mut paragraphs = Vec::new();
        loop {
            if self.peek().is_some_and(is_span) {
                // In a list without empty lines between its items, the text is not in paragraphs.
                let line = self.line();
                let spans = self.spans(0);
                paragraphs.push(one_or_list(line, spans));
                continue;
            }
            match self.next() {
                Some((Event::Start(Tag::Paragraph), line)) => paragraphs.push(self.spans_to_end(line)),
                Some((Event::End(_), _)) | None => return paragraphs,
                Some((event, line)) => {
                    if let Some(what) = match &event {
                        Event::Start(Tag::BlockQuote(_)) => Some("a quotation"),
                        Event::Start(Tag::List(_)) => Some("a list"),
                        Event::Start(Tag::Heading { .. }) => Some("a heading"),
                        _ => None,
                    } {
                        let message = format!("has {what} within {container}: write it before or after");
                        self.findings.error(line, message);
                        self.skip(&event);
                    } else {
                        self.refuse(&event, line);
                    }
                }
            }
        }
    }

    fn spans_to_end(&mut self, line: usize) -> Located {
        let spans = self.spans(0);
        self.next();
        one_or_list(line, spans)
    }

    /// The spans up to the first event that is none.
    fn spans(&mut self, depth: usize) -> Vec<Located> {
        let mut spans = Vec::new();
        while self.peek().is_some_and(is_span) {
            let Some((event, line)) = self.next() else { break };
            match event {
                Event::Text(text) => push_text(&mut spans, line, &text),
                Event::SoftBreak => {
                    let space = if joins(spans.last(), self.peek()) { "" } else { " " };
                    push_text(&mut spans, line, space);
                }
                Event::HardBreak => push_text(&mut spans, line, "\n"),
                Event::Start(Tag::Emphasis | Tag::Strong | Tag::Link { .. }) if depth == MAX_SPAN_DEPTH => {
                    self.findings.error(line, "has emphasis or links in one another more than 8 deep: use fewer");
                    self.skip(&event);
                }
                Event::Start(Tag::Emphasis) => spans.push(self.marked("em", depth, line)),
                Event::Start(Tag::Strong) => spans.push(self.marked("strong", depth, line)),
                Event::Start(Tag::Link { link_type, dest_url, title, .. }) => {
                    if !title.is_empty() {
                        let message =
                            format!("has a link with the title “{title}”: leave the title out, few readers see it");
                        self.findings.error(line, message);
                    }
                    let mailto = if link_type == LinkType::Email { "mailto:" } else { "" };
                    let mut span = self.marked("text", depth, line);
                    if span.get("text") == Some(&Located::list(line, Vec::new())) {
                        self.findings.error(line, "has a link without words: write them in the square brackets");
                    }
                    span.set("link", Located::text(line, format!("{mailto}{dest_url}")));
                    spans.push(span);
                }
                other => self.refuse(&other, line),
            }
        }
        spans
    }

    fn marked(&mut self, key: &str, depth: usize, line: usize) -> Located {
        let spans = self.spans(depth + 1);
        self.next();
        Located::object(line, [(key, one_or_list(line, spans))])
    }

    fn refuse(&mut self, event: &Event, line: usize) {
        let html = match self.peek() {
            Some(Event::Html(html)) => html.to_string(),
            _ => String::new(),
        };
        self.findings.error(line, unsupported::message(event, &html));
        self.skip(event);
    }

    /// Skips to the end of this element.
    fn skip(&mut self, begun: &Event) {
        let mut open = usize::from(matches!(begun, Event::Start(_)));
        while open > 0 {
            match self.next() {
                Some((Event::Start(_), _)) => open += 1,
                Some((Event::End(_), _)) => open -= 1,
                Some(_) => {}
                None => return,
            }
        }
    }
}

fn is_span(event: &Event) -> bool {
    matches!(
        event,
        Event::Text(_)
            | Event::Code(_)
            | Event::InlineHtml(_)
            | Event::SoftBreak
            | Event::HardBreak
            | Event::Start(Tag::Emphasis | Tag::Strong | Tag::Link { .. } | Tag::Image { .. })
    )
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
