//! Reads a text without marks: paragraphs by empty lines or by lines, lists by the signs at the head of lines.

use super::document::{Block, Document, Line, Style};
use super::flow::Flow;
use super::labels::Labels;
use super::quoted::unquoted;
use super::signs;
use crate::source::line_marks::{self, Kind};
use crate::source::mail_lines;
use crate::source::pasted;

/// Reads a text.
#[must_use]
pub fn read(text: &str) -> Document {
    let text =
        text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}', '\u{b}'], "\n").replace('\u{c}', "\n\n");
    let (lines, who) = unquoted(text.lines().map(str::trim_end).collect());
    let notes = Labels::of(&lines);
    let mut reader = Reader { document: Document::default(), flow: Flow::default(), depths: Vec::new(), notes };
    let has_gaps = lines.join("\n").trim().lines().any(|line| line.trim().is_empty());
    let width = lines.iter().map(|line| line.chars().count()).max().unwrap_or_default();
    let filled: Vec<&str> = lines.iter().copied().filter(|line| !line.is_empty()).collect();
    let is_line_each = !has_gaps && !is_wrapped(&filled, width);
    let is_gap = |line: &str| line.trim().is_empty() || line.trim() == ">";
    for chunk in lines.split(|line| is_gap(line)).filter(|chunk| !chunk.is_empty()) {
        // A note begins a paragraph, and each line of a mail's head is one.
        let mut start = 0;
        let head = head_of_mail(chunk);
        for at in 1..=chunk.len() {
            let is_rule = |line: &str| line.len() > 7 && line.bytes().all(|byte| byte == b'_');
            let is_other = |at: usize| {
                reader.notes.begins(chunk[at])
                    || head.get(at - 1).is_some_and(|is_head| *is_head)
                    || is_rule(chunk[at])
                    || is_rule(chunk[at - 1])
            };
            if at == chunk.len() || is_other(at) {
                reader.chunk(&chunk[start..at], width, is_line_each);
                start = at;
            }
        }
    }
    if !who.is_empty() {
        reader.document.losses.add_overall("who wrote what is quoted", vec![who.join(" ")]);
    }
    reader.document.blocks = reader.flow.finish();
    reader.document
}

struct Reader {
    document: Document,
    flow: Flow,
    /// The indentations of the lists that are open.
    depths: Vec<usize>,
    notes: Labels,
}

/// The mark of an item: its number, its length in bytes, its text.
struct Item<'l> {
    number: Option<u64>,
    text: &'l str,
    label: &'l str,
}

impl Reader {
    /// Reads the lines between two empty ones.
    fn chunk(&mut self, lines: &[&str], width: usize, is_line_each: bool) {
        let mut at = 0;
        while at < lines.len() {
            if let Some(item) = item(lines, at).filter(|_| !self.notes.begins(lines[at])) {
                let end = (at + 1..lines.len())
                    .find(|next| {
                        self::item(lines, *next).is_some()
                            || !lines[*next].starts_with([' ', '\t']) && !is_wrapped(&lines[*next - 1..=*next], width)
                    })
                    .unwrap_or(lines.len());
                self.item(lines[at], &item, &lines[at + 1..end]);
                at = end;
                continue;
            }
            let is_item = |next: &usize| item(lines, *next).is_some() && !self.notes.begins(lines[*next]);
            let end = (at + 1..lines.len()).find(is_item).unwrap_or(lines.len());
            self.paragraphs(&lines[at..end], width, is_line_each);
            at = end;
        }
    }

    fn item(&mut self, line: &str, item: &Item, rest: &[&str]) {
        let indent = line
            .chars()
            .take_while(|char| char.is_whitespace())
            .map(|char| if char == '\t' { 4 } else { 1 })
            .sum::<usize>();
        while self.depths.last().is_some_and(|depth| *depth > indent) {
            self.depths.pop();
        }
        if self.depths.last() != Some(&indent) {
            self.depths.push(indent);
        }
        if item.label.contains(char::is_alphabetic) && item.number.is_some() {
            let what = format!("list numbers that are not digits, such as {}", item.label);
            self.document.losses.add(what, vec![]);
        }
        let text = std::iter::once(item.text).chain(rest.iter().copied()).map(str::trim).collect::<Vec<_>>().join(" ");
        let line = self.line(&text);
        self.flow.item(self.depths.len() - 1, item.number, line);
    }

    fn paragraphs(&mut self, lines: &[&str], width: usize, is_line_each: bool) {
        self.depths.clear();
        if let [words, rule] = lines
            && is_rule(rule)
            && !is_rule(words)
            && rule.trim().chars().count() * 2 >= words.trim().chars().count()
        {
            let line = self.line(words.trim());
            return self.flow.block(Block::Heading(2, line));
        }
        if let [rule] = lines
            && signs::is_drawn(rule)
        {
            return self.flow.block(Block::Rule);
        }
        let is_quoted = lines.iter().all(|line| line.trim_start().starts_with("> "));
        if is_quoted {
            let inner: Vec<&str> = lines.iter().map(|line| pasted::unquoted(line).trim()).collect();
            let line = self.line(&inner.join(" "));
            return self.flow.quote(line);
        }
        let ends = |line: &&str| pasted::ends_sentence(line);
        if is_line_each || lines.len() > 1 && lines.iter().all(ends) && !is_wrapped(lines, width) {
            for line in lines {
                let line = self.line(line.trim());
                self.flow.block(Block::Paragraph(line));
            }
        } else if is_wrapped(lines, width) {
            let line = self.line(&lines.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" "));
            self.flow.block(Block::Paragraph(line));
        } else {
            let parts: Vec<Line> = lines.iter().map(|line| self.line(line.trim())).collect();
            self.flow.block(Block::Paragraph(Line::joined(&parts)));
        }
    }

    fn line(&mut self, text: &str) -> Line {
        if text.trim().contains('\t') {
            self.document.losses.add("a tab, which is a space now", vec![]);
        }
        let mut line = Line::default();
        for (at, words) in text.split('\t').enumerate() {
            if at > 0 {
                line.push_tab(&Style::default());
            }
            line.push(words, &Style::default());
        }
        self.document.losses.end(&line.plain());
        line.trimmed()
    }
}

/// Which lines are of the head of a mail; empty if there is none.
fn head_of_mail(lines: &[&str]) -> Vec<bool> {
    let lines: Vec<String> = lines.iter().map(|line| line.trim_start_matches(['>', ' ']).to_string()).collect();
    if !mail_lines::is_head(&lines) {
        return Vec::new();
    }
    lines.iter().map(|line| mail_lines::head(line).is_some()).collect()
}

/// Whether an editor broke the lines: the next word would not have fitted.
fn is_wrapped(lines: &[&str], width: usize) -> bool {
    const NARROWEST: usize = 50;
    let length = |line: &str| line.trim_end().chars().count();
    let mut pairs = lines.windows(2).filter(|pair| !pair[0].is_empty() && !pair[1].is_empty()).peekable();
    (NARROWEST..130).contains(&width)
        && pairs.peek().is_some()
        && pairs.all(|pair| {
            let word = pair[1].split_whitespace().next().unwrap_or_default();
            length(pair[0]) + 1 + word.chars().count() + 8 > width
        })
        || lines.len() == 1
}

fn is_rule(line: &str) -> bool {
    let line = line.trim();
    line.len() > 2 && (line.chars().all(|char| char == '=') || line.chars().all(|char| char == '-'))
}

/// The item that a line begins. A dash or a number alone begins many sentences, so it takes two, or a tab.
fn item<'l>(lines: &[&'l str], at: usize) -> Option<Item<'l>> {
    let found = mark(lines[at])?;
    let is_alike = |other: usize| {
        lines
            .get(other)
            .and_then(|line| mark(line))
            .is_some_and(|other| other.number.is_some() == found.number.is_some())
    };
    let is_announced = at > 0 && lines[at - 1].trim_end().ends_with([':', '：']);
    let has_tab = lines[at].trim_start()[found.label.len()..].starts_with('\t');
    let is_bullet = found.label.starts_with(line_marks::BULLETS);
    let is_alone = lines.len() == 1 && !found.label.contains(['–', '—', '―', '−']);
    let is_near = (at + 1..lines.len()).any(is_alike) || (0..at).any(is_alike);
    (has_tab || is_bullet || is_announced || is_near || is_alone).then_some(found)
}

fn mark(line: &str) -> Option<Item<'_>> {
    let line = line.trim_start();
    if signs::is_drawn(line) {
        return None;
    }
    let own = own_mark(line);
    let (length, number) = if let Some(found) = own {
        found
    } else {
        let mark = line_marks::mark(line)?;
        let number = (mark.kind == Kind::Number).then(|| number(mark.text)).flatten();
        if mark.kind == Kind::Number && number.is_none() {
            return None;
        }
        (mark.text.len(), number)
    };
    let text = line[length..].trim_start();
    (!text.is_empty()).then_some(Item { number, text, label: &line[..length] })
}

/// A mark that Markdown has too: `- `, `1. `, `1) `.
fn own_mark(line: &str) -> Option<(usize, Option<u64>)> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &line[digits..];
    let length = digits + 1;
    let is_apart = rest.get(1..).is_some_and(|rest| rest.starts_with([' ', '\t']));
    match rest.chars().next()? {
        '-' | '*' if digits == 0 && is_apart => Some((length, None)),
        '.' | ')' if (1..=3).contains(&digits) && is_apart => Some((length, line[..digits].parse().ok())),
        _ => None,
    }
}

/// The number of a mark: 2 for `b)`, `(2)`, `ii)`.
fn number(mark: &str) -> Option<u64> {
    let inner = mark.trim_matches(|char: char| !char.is_alphanumeric());
    if let Ok(number) = inner.parse() {
        return Some(number);
    }
    let char = inner.chars().next()?.to_ascii_lowercase();
    match inner.to_ascii_lowercase().as_str() {
        "i" => Some(1),
        "ii" => Some(2),
        "iii" => Some(3),
        "iv" => Some(4),
        "v" => Some(5),
        "vi" => Some(6),
        "vii" => Some(7),
        "viii" => Some(8),
        "ix" => Some(9),
        "x" => Some(10),
        _ if inner.chars().count() > 1 => None,
        _ if char.is_ascii_lowercase() => Some(u64::from(u32::from(char) - u32::from('a') + 1)),
        _ if ('①'..='⑳').contains(&char) => Some(u64::from(u32::from(char) - u32::from('①') + 1)),
        _ => None,
    }
}
