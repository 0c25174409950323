//! The words of a line in Markdown (`CommonMark` 0.31): signs that it would read otherwise get a backslash.

use crate::new::text::document::{Line, Piece, Style};
use crate::source::excerpt::beginning;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// The lines whose emphasis Markdown can't say.
#[derive(Debug, Default)]
pub struct Lost(pub Vec<String>);

impl Lost {
    /// A line in Markdown. Without emphasis, if its words would not come out of it: stars within words and marks are
    /// no emphasis in all places.
    pub fn line(&mut self, line: &Line) -> String {
        let line = &Line::joined(&line.broken()).trimmed();
        let wanted = letters_of(line);
        for em in ['*', '_'] {
            let text = written(&line.0, em);
            if letters_read(&text) == wanted {
                return text;
            }
        }
        let mut plain = Line::default();
        for piece in &line.0 {
            match piece {
                Piece::Text(text, style) => plain.push(text, &Style { link: style.link.clone(), ..Style::default() }),
                other => plain.0.push(other.clone()),
            }
        }
        self.0.push(beginning(&line.plain()));
        written(&plain.0, '*')
    }
}

/// Escapes what begins a block other than a paragraph at the head of a line.
#[must_use]
pub fn at_head(text: &str) -> String {
    text.split('\n').map(escaped_head).collect::<Vec<_>>().join("\n")
}

fn escaped_head(line: &str) -> String {
    let ends_mark = |rest: &str| rest.is_empty() || rest.starts_with([' ', '\t', '\\']);
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &line[digits..];
    if (1..10).contains(&digits) && rest.starts_with(['.', ')']) && ends_mark(&rest[1..]) {
        return format!("{}\\{rest}", &line[..digits]);
    }
    let hashes = line.bytes().take_while(|byte| *byte == b'#').count();
    // A rule, the line below a heading, or that below the heads of a table.
    let is_rule = !line.is_empty() && line.chars().all(|char| "-=|: ".contains(char));
    let is_marked = (1..7).contains(&hashes) && ends_mark(&line[hashes..])
        || line.starts_with('>')
        || line.starts_with(['+', '-']) && ends_mark(&line[1..])
        || line.starts_with("~~~")
        || is_rule;
    if is_marked { format!("\\{line}") } else { line.to_string() }
}

/// Pieces in Markdown: links around strong words around emphasis. `em` is the mark of emphasis.
fn written(pieces: &[Piece], em: char) -> String {
    let link = |piece: &Piece| if let Piece::Text(_, style) = piece { style.link.clone() } else { None };
    let mut text = String::new();
    for group in pieces.chunk_by(|a, b| link(a) == link(b)) {
        match link(&group[0]) {
            None => text.push_str(&stressed(group, em, false)),
            Some(address) => {
                let words = stressed(group, em, true);
                let (before, inner, after) = parted(&words);
                if text.ends_with('!') && !text.ends_with("\\!") {
                    text.insert(text.len() - 1, '\\');
                }
                text.extend([before, "[", inner, "](", &destination(&address), ")", after]);
            }
        }
    }
    text
}

fn stressed(pieces: &[Piece], em: char, in_link: bool) -> String {
    let is_strong = |piece: &Piece| matches!(piece, Piece::Text(_, style) if style.strong);
    let is_em = |piece: &Piece| matches!(piece, Piece::Text(_, style) if style.em);
    let mut text = String::new();
    for group in pieces.chunk_by(|a, b| is_strong(a) == is_strong(b)) {
        let mut inner = String::new();
        for group in group.chunk_by(|a, b| is_em(a) == is_em(b)) {
            let words: String = group.iter().map(|piece| words(piece, in_link)).collect();
            inner.push_str(&if is_em(&group[0]) { marked(&words, &em.to_string()) } else { words });
        }
        text.push_str(&if is_strong(&group[0]) { marked(&inner, "**") } else { inner });
    }
    text
}

/// Words between marks. White space stays outside, where Markdown wants it.
fn marked(text: &str, mark: &str) -> String {
    let (before, inner, after) = parted(text);
    if inner.is_empty() { text.to_string() } else { format!("{before}{mark}{inner}{mark}{after}") }
}

/// The white space before, the words, the white space after.
fn parted(text: &str) -> (&str, &str, &str) {
    let inner = text.trim();
    let start = text.len() - text.trim_start().len();
    (&text[..start], inner, &text[start + inner.len()..])
}

fn words(piece: &Piece, in_link: bool) -> String {
    match piece {
        Piece::Text(text, _) => escaped(text, in_link),
        Piece::Break => "\\\n".to_string(),
        Piece::Note(index) => format!("[^{}]", index + 1),
    }
}

/// Text with a backslash before each sign that Markdown would read.
fn escaped(text: &str, in_link: bool) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut before: Option<char> = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, char)) = chars.next() {
        let after = chars.peek().map(|(_, char)| *char);
        let is_word = |char: Option<char>| char.is_some_and(char::is_alphanumeric);
        let rest = &text[at + char.len_utf8()..];
        let is_read = match char {
            '\\' | '`' | '*' | '[' => true,
            ']' => in_link,
            '_' => !(is_word(before) && is_word(after)),
            '<' => after.is_none_or(|char| char.is_ascii_alphabetic() || matches!(char, '/' | '!' | '?')),
            '&' => {
                rest.starts_with('#')
                    || rest.find(';').is_some_and(|end| {
                        end < 34 && end > 0 && rest[..end].bytes().all(|byte| byte.is_ascii_alphanumeric())
                    })
            }
            _ => false,
        };
        if is_read {
            escaped.push('\\');
        }
        escaped.push(char);
        before = Some(char);
    }
    escaped
}

/// An address as the destination of a link.
fn destination(address: &str) -> String {
    let mut destination = String::with_capacity(address.len());
    for char in address.trim().chars() {
        match char {
            ' ' => destination.push_str("%20"),
            '(' | ')' | '<' | '>' | '\\' => {
                destination.push('\\');
                destination.push(char);
            }
            char if char.is_whitespace() || char.is_control() => {}
            char => destination.push(char),
        }
    }
    destination
}

/// A character, and how it is marked.
type Letter = (char, bool, bool, Option<String>);

/// White space is in no mark: nobody sees it.
fn letter(char: char, strong: bool, em: bool, link: Option<&String>) -> Letter {
    if char.is_whitespace() { (char, false, false, None) } else { (char, strong, em, link.cloned()) }
}

fn letters_of(line: &Line) -> Vec<Letter> {
    let mut letters = Vec::new();
    for piece in &line.0 {
        match piece {
            Piece::Text(text, style) => {
                let to = style.link.as_ref().map(|to| to.trim().replace(' ', "%20"));
                letters.extend(text.chars().map(|char| letter(char, style.strong, style.em, to.as_ref())));
            }
            Piece::Break => letters.push(('\n', false, false, None)),
            Piece::Note(index) => {
                letters.extend(format!("[^{}]", index + 1).chars().map(|char| (char, false, false, None)));
            }
        }
    }
    letters
}

/// What Markdown reads.
fn letters_read(text: &str) -> Vec<Letter> {
    let (mut strong, mut em, mut links) = (0, 0, Vec::new());
    let mut letters = Vec::new();
    // References to notes have no definition here, so they stay as they are.
    for event in Parser::new_ext(&at_head(text), Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Strong) => strong += 1,
            Event::End(TagEnd::Strong) => strong -= 1,
            Event::Start(Tag::Emphasis) => em += 1,
            Event::End(TagEnd::Emphasis) => em -= 1,
            Event::Start(Tag::Link { dest_url, .. }) => links.push(dest_url.to_string()),
            Event::End(TagEnd::Link) => drop(links.pop()),
            Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
            Event::Text(text) => {
                letters.extend(text.chars().map(|char| letter(char, strong > 0, em > 0, links.last())));
            }
            Event::SoftBreak => letters.push((' ', false, false, None)),
            Event::HardBreak => letters.push(('\n', false, false, None)),
            _ => return Vec::new(),
        }
    }
    letters
}
