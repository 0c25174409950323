//! Signs of other kinds of Markdown, which a letter shows unchanged: strikethrough, small letters, boxes.

use super::{Remark, Typed, dialects};
use crate::source::finding::Weight;
use std::collections::HashSet;

/// A kind of sign, and what to say about it.
struct Kind {
    /// Finds those in a line, in their order.
    find: fn(&str) -> Vec<&str>,
    weight: Weight,
    /// What it shows, to be read before the sign.
    what: &'static str,
    remedy: &'static str,
}

const KINDS: [Kind; 8] = [
    Kind {
        find: strokes,
        weight: Weight::Warning,
        what: "the strokes of",
        remedy: "leave out what is struck, or the signs ~~ around it",
    },
    Kind {
        find: raised,
        weight: Weight::Warning,
        what: "the marks of",
        remedy: "write the sign itself, such as ² or ₂, or the word",
    },
    Kind { find: boxes, weight: Weight::Warning, what: "the box", remedy: "leave [ ] out: readers can tick nothing" },
    Kind {
        find: dialects::pairs,
        weight: Weight::Warning,
        what: "the signs of",
        remedy: "write ** before and after words that matter, or leave the signs out",
    },
    Kind {
        find: dialects::formulas,
        weight: Weight::Warning,
        what: "the signs of",
        remedy: "write it as readers are to see it, such as x²",
    },
    Kind {
        find: dialects::commands,
        weight: Weight::Warning,
        what: "the command",
        remedy: "leave it out, or write \\ before it if it is meant",
    },
    Kind {
        find: dialects::pictures,
        weight: Weight::Warning,
        what: "the name",
        remedy: "write the picture itself, such as 🙂, or leave it out",
    },
    Kind { find: paths, weight: Weight::Hint, what: "one backslash less in", remedy: "write two for each" },
];

/// The most signs of a line that are named.
const SHOWN: usize = 3;

/// Finds them. Reports each kind once, with all in the first line that has any.
pub fn check(typed: &Typed) -> Vec<Remark> {
    KINDS.iter().filter_map(|kind| of_kind(typed, kind)).collect()
}

fn of_kind(typed: &Typed, Kind { find, weight, what, remedy }: &Kind) -> Option<Remark> {
    let mut found = typed.text.lines().map(find).enumerate().filter(|(_, signs)| !signs.is_empty());
    let (line, mut signs) = found.next()?;
    let mut seen = HashSet::new();
    signs.retain(|sign| seen.insert(*sign));
    let here = match signs.len().saturating_sub(SHOWN) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let more = match found.count() {
        0 => String::new(),
        1 => ", and such in one more line".to_string(),
        more => format!(", and such in {more} more lines"),
    };
    signs.truncate(SHOWN);
    let message = format!("shows {what} {}{here}{more}: {remedy}", signs.join(", "));
    Some(Remark { line: typed.first_line + line, weight: *weight, message })
}

/// `~~late~~`
fn strokes(line: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut end = 0;
    for (at, _) in line.match_indices("~~") {
        let Some(length) = line[at + 2..].find("~~").filter(|_| at >= end) else { continue };
        let inner = &line[at + 2..at + 2 + length];
        if !line[..at].ends_with(['\\', '~']) && inner.trim() == inner && inner.contains(char::is_alphanumeric) {
            end = at + length + 4;
            found.push(&line[at..end]);
        }
    }
    found
}

/// `3^rd^`, `CO~2~`
fn raised(line: &str) -> Vec<&str> {
    let is_one = |word: &&str| {
        let is_address = word.contains("://") || word.contains('@') || word.starts_with("www.");
        !is_address && !word.contains("~~") && ['^', '~'].into_iter().any(|sign| is_raised(word, sign))
    };
    let marks = |char: char| ",.;:!?)(\"“”„«»".contains(char);
    line.split_whitespace().filter(is_one).map(|word| word.trim_matches(marks)).collect()
}

fn is_raised(word: &str, sign: char) -> bool {
    let mut parts = word.split(sign);
    let before = parts.next().unwrap_or_default();
    let inner = parts.next().unwrap_or_default();
    before.ends_with(char::is_alphanumeric)
        && parts.next().is_some()
        && !inner.is_empty()
        && inner.chars().all(|char| char.is_alphanumeric() || "+-−".contains(char))
}

/// `- [ ] Stop the works`
fn boxes(line: &str) -> Vec<&str> {
    let text = line.trim_start();
    let item = text.strip_prefix(['-', '*', '+']).unwrap_or(text).trim_start();
    let boxed = ["[ ] ", "[x] ", "[X] "].into_iter().find(|sign| item.starts_with(*sign));
    boxed.map(|sign| &item[..sign.len() - 1]).into_iter().collect()
}

/// `\\server\share`, `C:\_files`: Markdown drops a backslash before a mark.
fn paths(line: &str) -> Vec<&str> {
    let is_one = |word: &&str| {
        let server =
            word.strip_prefix(r"\\").is_some_and(|rest| rest.starts_with(char::is_alphanumeric) && rest.contains('\\'));
        // Whoever doubles one knows the rule: `C:\\\\\\_files`.
        let is_mark = |rest: &str| rest.starts_with(|char: char| char.is_ascii_punctuation());
        let drive =
            word.get(1..3) == Some(r":\") && !word.contains(r"\\") && word[2..].split('\\').skip(1).any(is_mark);
        server || drive
    };
    line.split_whitespace().filter(is_one).collect()
}
