//! Finds asterisks and underscores that are not intended as stress: in sums, words, addresses. Markdown removes them.

use super::{Remark, Typed};
use crate::check::note::beginning;
use crate::source::finding::Weight;
use crate::source::markdown::parser;
use pulldown_cmark::{Event, Tag};
use std::ops::Range;
use unicode_script::{Script, UnicodeScript};

/// Finds the first in each paragraph.
pub fn check(typed: &Typed) -> Vec<Remark> {
    let mut remarks: Vec<Remark> = Vec::new();
    for (event, range) in parser(typed.text).into_offset_iter() {
        if !matches!(event, Event::Start(Tag::Emphasis | Tag::Strong)) || !is_inside(typed.text, &range) {
            continue;
        }
        let remark = typed.remark(range.start, Weight::Warning, message(typed.text, &range));
        if remarks.last().is_none_or(|last| last.line != remark.line) {
            remarks.push(remark);
        }
    }
    remarks
}

fn message(text: &str, range: &Range<usize>) -> String {
    let sign = &text[range.start..=range.start];
    let line = text[word_start(text, range.start)..].trim_start().lines().next().unwrap_or_default();
    let shown = beginning(line);
    format!("loses the {sign} in {shown}: write \\{sign} for each {sign} that readers shall see")
}

/// Whether the marks are within a word, a number or an address on both sides, and not around words.
fn is_inside(text: &str, range: &Range<usize>) -> bool {
    let (before, after) = (text[..range.start].chars().next_back(), text[range.end..].chars().next());
    // Languages without spaces between words stress parts of what looks like a single word.
    let is_letter = |char: Option<char>| char.is_some_and(|char| char.is_alphanumeric() && !is_spaceless(char));
    let is_digit = |char: Option<char>| char.is_some_and(char::is_numeric);
    let word = &text[word_start(text, range.start)..range.start];
    let is_address = ["://", "www.", "@"].iter().any(|sign| word.contains(sign));
    let inner = text[range.clone()].trim_matches(['*', '_']);
    let is_sum = is_digit(after) && inner.chars().all(char::is_numeric)
        || is_digit(before) && inner.starts_with(char::is_numeric);
    is_letter(before) && is_letter(after) || is_address || is_sum || is_letter(before) && inner.contains(' ')
}

fn is_spaceless(char: char) -> bool {
    use Script::{Han, Hiragana, Katakana, Khmer, Lao, Myanmar, Thai, Tibetan};
    matches!(char.script(), Han | Hiragana | Katakana | Thai | Lao | Khmer | Myanmar | Tibetan)
}

fn word_start(text: &str, at: usize) -> usize {
    text[..at]
        .rfind(char::is_whitespace)
        .map_or(0, |space| space + text[space..].chars().next().map_or(0, char::len_utf8))
}
