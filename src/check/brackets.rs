//! Finds unmatched brackets.

use super::note::{Note, beginning, ending};
use super::passages::Passage;

const CODE: &str = "bracket";

const PAIRS: [(char, char); 10] = [
    ('(', ')'),
    ('[', ']'),
    ('{', '}'),
    ('（', '）'),
    ('［', '］'),
    ('【', '】'),
    ('「', '」'),
    ('『', '』'),
    ('《', '》'),
    ('〈', '〉'),
];

/// Finds the first unmatched bracket of each passage.
#[must_use]
pub fn check(passages: &[Passage]) -> Vec<Note> {
    passages.iter().filter_map(|passage| Some(Note::warning(&passage.path, CODE, fault(&passage.text)?))).collect()
}

fn fault(text: &str) -> Option<String> {
    let mut open: Vec<(char, usize)> = Vec::new();
    for (at, char) in text.char_indices().filter(|(at, char)| !is_face(text, *at, *char)) {
        if let Some((_, closing)) = PAIRS.iter().find(|(opening, _)| *opening == char) {
            open.push((*closing, at));
        } else if let Some((opening, closing)) = PAIRS.iter().find(|(_, closing)| *closing == char) {
            if open.last().is_some_and(|(awaited, _)| awaited == closing) {
                open.pop();
            } else if let Some((awaited, begin)) = open.last() {
                return Some(unclosed(text, *awaited, *begin));
            } else if !is_numbering(&text[..at]) {
                let context = ending(&text[..at + char.len_utf8()]);
                return Some(format!(
                    "has {context} without an opening {opening}: write it, or leave out the {closing}"
                ));
            }
        }
    }
    open.first().map(|(closing, at)| unclosed(text, *closing, *at))
}

fn unclosed(text: &str, closing: char, at: usize) -> String {
    format!("has {} without a closing {closing}: write it", beginning(&text[at..]))
}

/// Whether the text before a closing bracket numbers a point: `a)`, `1°)`, `iii)`.
fn is_numbering(before: &str) -> bool {
    let token = before.rsplit(|char: char| char.is_whitespace() || char == '(').next().unwrap_or_default();
    let length = token.chars().count();
    let is_roman = token.chars().all(|char| "ivxlcIVXLC".contains(char));
    (1..=3).contains(&length) && token.chars().all(|char| char.is_alphanumeric() || "°.".contains(char))
        || length > 0 && is_roman
}

/// Whether the bracket is the mouth of an emoticon: `:-)`.
fn is_face(text: &str, at: usize, char: char) -> bool {
    let has_eyes = || text[..at].trim_end_matches(['-', '^', '\'']).ends_with([':', ';', '=']);
    matches!(char, '(' | ')')
        && has_eyes()
        && !text[..at].ends_with(char::is_whitespace)
        && text[at + 1..].chars().next().is_none_or(|after| !after.is_alphanumeric())
}
