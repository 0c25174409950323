//! The parser's events with their lines.

use super::html::Tags;
use crate::source::finding::{Finding, Findings};
use crate::source::unsupported;
use pulldown_cmark::{Event, OffsetIter, Parser, Tag};
use std::collections::HashSet;
use std::iter::Peekable;
use std::ops::Range;

/// How many earlier findings about a line are compared with the next.
const NEAR: usize = 16;

/// What stands for something that was refused, so that what is around it is not empty.
pub(super) const REFUSED: &str = "…";

/// A place in the text.
pub(super) struct Cursor<'r, 't> {
    /// The Markdown.
    pub text: &'t str,
    /// What was found so far.
    pub findings: &'r mut Findings,
    /// Where the last event is in the text.
    pub range: Range<usize>,
    /// Where footnotes are referred to or explained.
    pub of_footnotes: HashSet<usize>,
    tags: Tags,
    events: Peekable<OffsetIter<'t>>,
    line_starts: Vec<usize>,
    first_line: usize,
}

impl<'r, 't> Cursor<'r, 't> {
    /// The beginning of the text.
    pub fn new(text: &'t str, parser: Parser<'t>, first_line: usize, findings: &'r mut Findings) -> Self {
        Cursor {
            text,
            findings,
            range: 0..0,
            of_footnotes: HashSet::new(),
            tags: Tags::default(),
            events: parser.into_offset_iter().peekable(),
            line_starts: std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect(),
            first_line,
        }
    }

    /// The next event, which stays.
    pub fn peek(&mut self) -> Option<&Event<'t>> {
        self.events.peek().map(|(event, _)| event)
    }

    /// The next event, and its line.
    pub fn next(&mut self) -> Option<(Event<'t>, usize)> {
        let (event, range) = self.events.next()?;
        if matches!(event, Event::FootnoteReference(_) | Event::Start(Tag::FootnoteDefinition(_))) {
            self.of_footnotes.extend(self.text[range.start..].find("[^").map(|mark| range.start + mark));
        }
        self.range = range;
        Some((event, self.line_of(self.range.start)))
    }

    /// The line of the next event.
    pub fn line(&mut self) -> usize {
        let offset = self.events.peek().map_or(0, |(_, range)| range.start);
        self.line_of(offset)
    }

    /// The line of the file with this byte of the text.
    pub fn line_of(&self, offset: usize) -> usize {
        self.first_line + self.line_starts.partition_point(|start| *start <= offset) - 1
    }

    /// Reports what a letter can't represent, and skips it.
    pub fn refuse(&mut self, event: &Event, line: usize) {
        let html = match self.peek() {
            Some(Event::Html(html)) => html.to_string(),
            _ => String::new(),
        };
        let is_html = matches!(event, Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::HtmlBlock));
        if !is_html || self.tags.take(&self.text[self.range.clone()]) {
            self.error_once(line, unsupported::message(event, &html));
        }
        self.skip(event);
    }

    /// Reports an error, unless the line has the same already.
    fn error_once(&mut self, line: usize, message: String) {
        let is_same = |finding: &&Finding| finding.line == Some(line) && finding.message == message;
        let in_line = self.findings.list.iter().rev().take_while(|finding| finding.line == Some(line));
        if in_line.take(NEAR).find(is_same).is_none() {
            self.findings.error(line, message);
        }
    }

    /// Skips to the end of this element.
    pub fn skip(&mut self, begun: &Event) {
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
