//! Finds the marks that the writer has marked as meant: `\*`, `\<`. Readers see them, as the writer wants.
//!
//! The letter's own text no longer has the backslashes, so this reads the file.

use super::passages::Passage;
use super::typed;
use crate::source::markdown::parser;
use crate::source::wide::is_wide;
use pulldown_cmark::{Event, Tag};
use std::collections::HashMap;
use std::path::Path;

/// What stands for a meant mark in [`Passage::bare`]: a character that no letter may have, of the same length.
pub const MEANT: char = '\u{1}';

/// Blanks out the meant marks in the passages of a letter's text, which was written in that file.
pub fn blank_out(passages: &mut [Passage], path: &Path) {
    let Some(file) = typed::read(path) else { return };
    let Some((markdown, _)) = typed::body(&file, path) else { return };
    let bare = bare_texts(markdown);
    for passage in passages.iter_mut().filter(|passage| passage.is_body()) {
        if let Some(text) = bare.get(&passage.text) {
            passage.bare.clone_from(text);
        }
    }
}

/// The paragraphs that have meant marks, as they are read, and with these marks blanked out. Of two that are read
/// alike, the first counts.
fn bare_texts(markdown: &str) -> HashMap<String, String> {
    let mut texts = HashMap::new();
    let (mut run, mut last) = (Run::default(), 0);
    for (event, range) in parser(markdown).into_offset_iter() {
        match event {
            Event::Text(text) => {
                let source = &markdown[range.clone()];
                // The parser begins a new text after the backslash, which belongs to none.
                let is_escaped = markdown[..range.start].ends_with('\\') && last < range.start;
                let is_coded = source.starts_with('&') && *text != *source && &*text != "&";
                run.push(&text, is_escaped || is_coded);
                last = range.end;
            }
            Event::SoftBreak => run.is_broken = true,
            Event::HardBreak => run.push("\n", false),
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Link { .. }) | Event::FootnoteReference(_) => {
                run.mend(None);
            }
            Event::End(end) if is_of_span(end) => run.mend(None),
            _ => run.end(&mut texts),
        }
    }
    run.end(&mut texts);
    texts
}

fn is_of_span(end: pulldown_cmark::TagEnd) -> bool {
    use pulldown_cmark::TagEnd::{Emphasis, Link, Strong};
    matches!(end, Emphasis | Strong | Link)
}

/// The text of a paragraph so far.
#[derive(Default)]
struct Run {
    text: String,
    bare: String,
    /// Whether a line has ended. What follows decides whether a space stands for that.
    is_broken: bool,
}

impl Run {
    fn push(&mut self, text: &str, is_meant: bool) {
        self.mend(text.chars().next());
        self.text.push_str(text);
        match text.chars().next().filter(|char| is_meant && char.is_ascii_punctuation()) {
            Some(mark) => {
                self.bare.push(MEANT);
                self.bare.push_str(&text[mark.len_utf8()..]);
            }
            None => self.bare.push_str(text),
        }
    }

    /// Joins two lines as the letter has them.
    fn mend(&mut self, next: Option<char>) {
        let joins = next.is_some_and(is_wide) && self.text.chars().next_back().is_some_and(is_wide);
        if std::mem::take(&mut self.is_broken) && !joins {
            self.text.push(' ');
            self.bare.push(' ');
        }
    }

    fn end(&mut self, texts: &mut HashMap<String, String>) {
        let Run { text, bare, .. } = std::mem::take(self);
        if text != bare {
            texts.entry(text).or_insert(bare);
        }
    }
}
