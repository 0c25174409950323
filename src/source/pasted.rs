//! Texts copied from a word processor: one paragraph a line, or lists and tables made of signs and tabs. Markdown makes
//! one paragraph of all this, which nobody intends, so the letter is not published.

use super::finding::Findings;
use super::line_marks::{BULLETS, Kind, Mark, mark};
use super::markdown::parser;
use memchr::memchr_iter;
use pulldown_cmark::{Event, Tag};
use std::ops::Range;

/// Reports what was pasted into a text that begins on that line of its file.
pub fn report(markdown: &str, first_line: usize, findings: &mut Findings) {
    let has_gaps = markdown.trim().lines().any(|line| line.trim().is_empty());
    for range in paragraphs(markdown) {
        let first = first_line + memchr_iter(b'\n', &markdown.as_bytes()[..range.start]).count();
        let lines: Vec<&str> = markdown[range].trim_end().lines().map(unquoted).collect();
        report_paragraph(&lines, first, !has_gaps, findings);
    }
}

/// The ranges of the paragraphs, and of list items without paragraphs. Nested ranges don't overlap.
pub fn paragraphs(markdown: &str) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for (event, range) in parser(markdown).into_offset_iter() {
        let range = match event {
            Event::Start(Tag::Paragraph) => range,
            Event::Start(Tag::Item) => range.start + own_mark(&markdown[range.clone()])..range.end,
            _ => continue,
        };
        if let Some(outer) = ranges.last_mut().filter(|outer| outer.end > range.start) {
            outer.end = range.start.max(outer.start);
        }
        ranges.push(range);
    }
    ranges.retain(|range| !markdown[range.clone()].trim().is_empty());
    ranges
}

/// The length of Markdown's own mark of a list item.
fn own_mark(item: &str) -> usize {
    let digits = item.trim_start_matches(|char: char| char.is_ascii_digit());
    let rest = digits.strip_prefix(['-', '*', '+', '.', ')']).unwrap_or(digits);
    item.len() - rest.trim_start_matches([' ', '\t']).len()
}

/// A line of a quotation without its mark.
pub fn unquoted(line: &str) -> &str {
    line.trim_start().strip_prefix('>').map_or(line, |rest| rest.strip_prefix(' ').unwrap_or(rest))
}

fn report_paragraph(lines: &[&str], first: usize, is_all: bool, findings: &mut Findings) {
    let marks = pasted_marks(lines);
    if let Some(at) = marks.first() {
        let sign = mark(lines[*at]).map_or("", |mark| mark.text);
        let number = lines_word(marks.len());
        findings.error(
            first + at,
            format!(
                "has {number} with {sign} and the like at the head, which run together into one paragraph: write - and a \
                 space in its place, or 1. and a space, and leave an empty line before the first"
            ),
        );
    } else if let Some(at) = lines.iter().position(|line| has_list_inside(line)) {
        findings.error(
            first + at,
            "has several signs such as • in one line: begin a line for each, with - and a space, and leave an empty line \
             before the first",
        );
    }
    let tabs: Vec<usize> = (0..lines.len()).filter(|at| has_tab_inside(lines[*at])).collect();
    if let [at, _, ..] = tabs.as_slice() {
        findings.error(
            first + at,
            format!(
                "has {} with tabs inside, as a table has that was copied, and they run together into one paragraph: write \
                 a sentence or an item of a list for each",
                lines_word(tabs.len())
            ),
        );
    }
    let end = (0..lines.len()).find(|at| mark(lines[*at]).is_some() || has_tab_inside(lines[*at]));
    let text = &lines[..end.unwrap_or(lines.len())];
    if is_paragraph_a_line(text, is_all) {
        findings.error(
            first,
            format!(
                "has {} that run together into one paragraph: leave an empty line between two paragraphs, or write a \
                 paragraph in one line",
                lines_word(text.len())
            ),
        );
    }
}

fn lines_word(number: usize) -> String {
    if number == 1 { "a line".to_string() } else { format!("{number} lines") }
}

/// The lines that begin with a pasted mark: a sign followed by a tab, or one of several such signs.
fn pasted_marks(lines: &[&str]) -> Vec<usize> {
    let marks = || lines.iter().enumerate().filter_map(|(at, line)| Some((at, mark(line)?)));
    let are_several = marks().filter(|(_, mark)| mark.kind == Kind::Bullet).nth(1).is_some();
    let is_pasted = |mark: &Mark| mark.tab || are_several && mark.kind == Kind::Bullet;
    marks().filter(|(_, mark)| is_pasted(mark)).map(|(at, _)| at).collect()
}

/// Whether one line holds several list items, each after the end of a clause: `We ask: • stop; • hear us`.
fn has_list_inside(line: &str) -> bool {
    let ends = |at: usize| line[..at].trim_end().ends_with([':', ';', '.', ',', '!', '?', '…']);
    let signs = line.match_indices(BULLETS).filter(|(at, sign)| {
        let after = &line[at + sign.len()..];
        after.starts_with('\t') || after.starts_with(char::is_whitespace) && ends(*at)
    });
    signs.count() > 1
}

/// Whether a tab separates words, after the mark of an item.
fn has_tab_inside(line: &str) -> bool {
    let line = line.trim();
    let marked = mark(line).map_or(0, |mark| mark.text.len());
    line[marked..].trim_start().contains('\t')
}

/// Whether each line is a paragraph. It is not if an editor wrapped the lines, which then end in mid-sentence, or if
/// the writer puts each sentence on a line, which then has no second one. Both leave empty lines somewhere.
fn is_paragraph_a_line(lines: &[&str], is_all: bool) -> bool {
    let Some((last, before)) = lines.split_last() else { return false };
    // A line break that Markdown keeps is intended.
    let soft: Vec<&&str> = before.iter().filter(|line| !line.ends_with("  ") && !line.ends_with('\\')).collect();
    if soft.len() < before.len() || before.is_empty() {
        return false;
    }
    let width = lines.iter().map(|line| width(line)).max().unwrap_or_default();
    let next = lines[1..].iter().map(|line| line.split_whitespace().next().unwrap_or_default());
    let is_early: Vec<bool> =
        before.iter().zip(next).map(|(line, word)| self::width(line) + 1 + self::width(word) <= width).collect();
    let breaks = before.len();
    let ends = before.iter().filter(|line| ends_sentence(line)).count();
    let has_long = before.iter().any(|line| self::width(line) > LONGEST_WRAP);
    let has_several = before.iter().chain([last]).any(|line| sentences(line) > 1);
    if is_all && breaks > 1 {
        let heading = |(line, early): (&&str, &bool)| *early && self::width(line) * 2 <= width;
        let fitting =
            before.iter().zip(&is_early).filter(|(line, early)| ends_sentence(line) || heading((*line, *early)));
        let is_early = is_early.contains(&true);
        return ends * 2 >= breaks && fitting.count() * 5 >= breaks * 4 && (ends == breaks || is_early);
    }
    ends == breaks && (has_long && breaks > 0 || breaks > 1 && has_several && is_early.contains(&true))
}

/// The longest line, in characters, that editors wrap.
const LONGEST_WRAP: usize = 130;

fn width(line: &str) -> usize {
    line.trim().chars().count()
}

const ENDS: [char; 14] = ['.', '!', '?', '…', ':', '։', '؟', '۔', '।', '。', '！', '？', '：', '．'];

/// Whether a line ends as a sentence does.
pub fn ends_sentence(line: &str) -> bool {
    line.trim_end().trim_end_matches(['”', '»', '’', '"', '\'', ')', '」', '』', '*', '_', '“', '‘']).ends_with(ENDS)
}

/// The number of sentences in a line, counted by ends that are followed by a space or need none.
fn sentences(line: &str) -> usize {
    let line = line.trim();
    let ends = line.char_indices().filter(|(at, char)| {
        let after = &line[at + char.len_utf8()..];
        let begins = after
            .trim_start()
            .starts_with(|char: char| char.is_uppercase() || !char.is_lowercase() && char.is_alphabetic());
        ENDS.contains(char) && *char != ':' && begins && (after.starts_with(' ') || "。！？".contains(*char))
    });
    1 + ends.count()
}
