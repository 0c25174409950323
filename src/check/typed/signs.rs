//! Signs of other kinds of Markdown, which a letter shows unchanged: strikethrough, small letters, boxes.

use super::{Remark, Typed};
use crate::source::finding::Weight;

/// A kind of sign, and what to say about it.
struct Kind {
    /// Finds the first in a line.
    find: fn(&str) -> Option<&str>,
    weight: Weight,
    /// What it shows, to be read before the sign.
    what: &'static str,
    remedy: &'static str,
}

const KINDS: [Kind; 4] = [
    Kind {
        find: stroke,
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
    Kind { find: ticked, weight: Weight::Warning, what: "the box", remedy: "leave [ ] out: readers can tick nothing" },
    Kind { find: path, weight: Weight::Hint, what: "one backslash less in", remedy: "write two for each" },
];

/// Finds them. Reports each kind once, at its first occurrence.
pub fn check(typed: &Typed) -> Vec<Remark> {
    KINDS.iter().filter_map(|kind| of_kind(typed, kind)).collect()
}

fn of_kind(typed: &Typed, Kind { find, weight, what, remedy }: &Kind) -> Option<Remark> {
    let found = || typed.text.lines().enumerate().filter_map(|(line, text)| Some((line, find(text)?)));
    let (line, shown) = found().next()?;
    let more = match found().count() - 1 {
        0 => String::new(),
        1 => ", and such in one more line".to_string(),
        more => format!(", and such in {more} more lines"),
    };
    let message = format!("shows {what} {shown}{more}: {remedy}");
    Some(Remark { line: typed.first_line + line, weight: *weight, message })
}

/// `~~late~~`
fn stroke(line: &str) -> Option<&str> {
    line.match_indices("~~").find_map(|(at, _)| {
        let rest = &line[at + 2..];
        let length = rest.find("~~")?;
        let inner = &rest[..length];
        let fits = !line[..at].ends_with(['\\', '~']) && inner.trim() == inner && inner.contains(char::is_alphanumeric);
        fits.then(|| &line[at..at + length + 4])
    })
}

/// `3^rd^`, `CO~2~`
fn raised(line: &str) -> Option<&str> {
    line.split_whitespace().find(|word| {
        let is_address = word.contains("://") || word.contains('@') || word.starts_with("www.");
        !is_address && !word.contains("~~") && ['^', '~'].into_iter().any(|sign| is_raised(word, sign))
    })
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
fn ticked(line: &str) -> Option<&str> {
    let text = line.trim_start();
    let item = text.strip_prefix(['-', '*', '+']).unwrap_or(text).trim_start();
    let boxed = ["[ ] ", "[x] ", "[X] "].into_iter().find(|sign| item.starts_with(*sign))?;
    Some(&item[..boxed.len() - 1])
}

/// `\\server\share`, `C:\_files`: Markdown drops a backslash before a mark.
fn path(line: &str) -> Option<&str> {
    line.split_whitespace().find(|word| {
        let server =
            word.strip_prefix(r"\\").is_some_and(|rest| rest.starts_with(char::is_alphanumeric) && rest.contains('\\'));
        let drive = word.get(1..3) == Some(r":\")
            && word[2..]
                .replace(r"\\", "")
                .split('\\')
                .skip(1)
                .any(|rest| rest.starts_with(|char: char| char.is_ascii_punctuation()));
        server || drive
    })
}
