//! Finds lines that Markdown joins into one paragraph, though each begins like a list item or a table row.

use super::{Remark, Typed};
use crate::check::note::beginning;
use crate::source::finding::Weight;
use crate::source::line_marks::{Kind, Mark, any_mark, are_first_letters};
use crate::source::pasted::{paragraphs, unquoted};

/// The length, in characters, above which a letter is unlikely to be a single paragraph.
const LONGEST: usize = 2000;

/// Finds them, and a text that is a single paragraph.
pub fn check(typed: &Typed) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let paragraphs = paragraphs(typed.text);
    if let [all] = paragraphs.as_slice() {
        let length = typed.slice(all).chars().count();
        let message = format!("is one paragraph of {length} characters: leave an empty line between two paragraphs");
        remarks.extend((length > LONGEST).then(|| typed.remark(all.start, Weight::Warning, message)));
    }
    for range in paragraphs {
        let lines: Vec<&str> = typed.slice(&range).lines().map(unquoted).collect();
        let starts: Vec<usize> = std::iter::once(range.start)
            .chain(typed.text[range.clone()].match_indices('\n').map(|(at, _)| range.start + at + 1))
            .collect();
        let Some((at, message)) = of_list(&lines).or_else(|| of_table(&lines)).or_else(|| of_terms(&lines)) else {
            continue;
        };
        remarks.push(typed.remark(starts[at], Weight::Hint, message));
    }
    remarks
}

/// Lines that begin with marks of one kind. Prose may begin a line with a dash or a bracket by chance, so it takes two
/// in a row, or text before them that announces a list.
fn of_list(lines: &[&str]) -> Option<(usize, String)> {
    let marks: Vec<Option<Mark>> = lines.iter().map(|line| any_mark(line)).collect();
    let kind = |at: usize| marks.get(at).copied().flatten().map(|mark| mark.kind);
    let announced = |at: usize| at > 0 && lines[at - 1].trim_end().ends_with([':', '：']);
    let text = |at: usize| marks.get(at).copied().flatten().map_or("", |mark| mark.text);
    let at = (0..lines.len()).find(|at| {
        let goes_on = kind(at + 1) == kind(*at) && !keeps_break(lines[*at]);
        match kind(*at) {
            None => false,
            Some(Kind::Letter) => goes_on && are_first_letters(text(*at), text(at + 1)),
            Some(_) => goes_on || announced(*at),
        }
    })?;
    let same: Vec<Mark> = marks.iter().flatten().copied().filter(|mark| Some(mark.kind) == kind(at)).collect();
    // Several signs, or a tab, prevent publishing and are reported elsewhere.
    if same.iter().any(|mark| mark.tab) || kind(at) == Some(Kind::Bullet) && same.len() > 1 {
        return None;
    }
    let shown: Vec<&str> = same.iter().take(3).map(|mark| mark.text.trim()).collect();
    let what = match same.len() {
        1 => format!("has a line that begins with {} and runs", shown[0]),
        _ if shown.iter().all(|text| *text == shown[0]) => {
            format!("has {} lines that begin with {} and run", same.len(), shown[0])
        }
        _ => format!("has lines that begin with {} and run", shown.join(", ")),
    };
    let item = if matches!(kind(at), Some(Kind::Number | Kind::Letter)) { "1. or -" } else { "-" };
    Some((
        at,
        format!(
            "{what} on in one paragraph: for a list, begin each line with {item} and a space, after an empty line; else leave \
             an empty line between them"
        ),
    ))
}

/// Whether Markdown keeps the line break after this line.
fn keeps_break(line: &str) -> bool {
    line.ends_with("  ") || line.ends_with('\\')
}

/// Rows of a table that Markdown doesn't recognise as one.
fn of_table(lines: &[&str]) -> Option<(usize, String)> {
    let is_row = |line: &&&str| line.matches('|').count() > 1;
    let rows = lines.iter().filter(is_row).count();
    let at = lines.iter().position(|line| is_row(&line)).filter(|_| rows > 1)?;
    let shown = beginning(lines[at]);
    Some((at, format!("has {rows} rows such as {shown} that run on in one paragraph: write a list, or sentences")))
}

/// Terms and their meanings: `Term`, and `: meaning` on the next line. French prose has a space before a colon too, so
/// the term has to be short.
fn of_terms(lines: &[&str]) -> Option<(usize, String)> {
    const LONGEST: usize = 40;
    let is_meaning = |line: &str| line.starts_with(": ") || line.starts_with(":\t") || line.starts_with(":   ");
    let is_term = |line: &str| {
        line.chars().count() <= LONGEST && line.trim_end().ends_with(|char: char| char.is_alphanumeric() || char == ')')
    };
    let at = (1..lines.len()).find(|at| is_meaning(lines[*at]) && is_term(lines[at - 1]))?;
    let shown = beginning(lines[at]);
    Some((
        at,
        format!(
            "has {shown} as the meaning of a term, which runs on in one paragraph: write the colon and the meaning behind the term"
        ),
    ))
}
