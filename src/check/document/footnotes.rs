//! Finds marks without a note, and notes without a mark. In Markdown, both are errors.

use crate::check::note::Note;
use crate::check::passages::parts;
use crate::model::{Block, Body, Letter, List, Span, Spans};
use std::collections::HashSet;

const CODE: &str = "footnote";

/// Finds them.
#[must_use]
pub fn check(letter: &Letter) -> Vec<Note> {
    let notes = Body::of(&letter.body).notes.len() as u64;
    let mut found = Vec::new();
    let mut marked = HashSet::new();
    for (path, spans) in letter.body.iter().enumerate().flat_map(|(at, block)| parts(block, at)) {
        let mut numbers = Vec::new();
        add_numbers(spans, &mut numbers);
        for number in numbers {
            if marked.insert(number) && number > notes {
                let message =
                    format!("refers to the footnote {number}, and there are {notes}: write it, or leave the mark out");
                found.push(Note::warning(&path, CODE, message));
            }
        }
    }
    let is_notes = |block: &Block| matches!(block, Block::List(List { footnotes: true, .. }));
    let place = letter.body.iter().position(is_notes).unwrap_or_default();
    let unmarked = (1..=notes).filter(|number| !marked.contains(number));
    found.extend(unmarked.map(|number| {
        let message = format!(
            "is the footnote {number}, and no sentence refers to it: write {{\"footnote\": {number}, \"text\": \"[{number}]\"}} \
             where it belongs, or leave it out"
        );
        Note::warning(format!("body[{place}].list[{}]", number - 1), CODE, message)
    }));
    found
}

fn add_numbers(spans: &Spans, numbers: &mut Vec<u64>) {
    for span in &spans.0 {
        match span {
            Span::Text(_) => {}
            Span::Strong { strong: spans } | Span::Em { em: spans } | Span::Link { text: spans, .. } => {
                add_numbers(spans, numbers);
            }
            Span::Footnote { footnote, .. } => numbers.push(*footnote),
        }
    }
}
