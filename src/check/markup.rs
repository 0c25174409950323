//! Finds marks that readers would see: Markdown that was not recognised, HTML, lists typed by hand.

use super::note::{Note, beginning};
use super::passages::Passage;
use crate::source::keys::nearest;
use crate::source::line_marks::BULLETS;
use crate::source::wide::is_east_asian;

const CODE: &str = "markup";

/// The format of a letter's body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Markdown, below front matter whose texts are plain.
    Markdown,
    /// JSON, with spans.
    Json,
}

/// Finds text that was intended as markup.
#[must_use]
pub fn check(passages: &[Passage], form: Form) -> Vec<Note> {
    passages.iter().flat_map(|passage| of_passage(passage, form)).collect()
}

fn of_passage(passage: &Passage, form: Form) -> Vec<Note> {
    let text = &passage.text;
    let mut notes = Vec::new();
    if let Some(at) = stress(text) {
        let remedy = match form {
            _ if !passage.is_body() => "leave it out, this is a plain text",
            Form::Markdown => "close it right after the last of its words, or write \\ before it if it is meant",
            Form::Json => r#"write {"strong": …} or {"em": …}, this is not Markdown"#,
        };
        let shown = beginning(&text[at..]);
        notes.push(Note::warning(&passage.path, CODE, format!("shows the mark of {shown}: {remedy}")));
    } else if let Some(at) = glued(text).filter(|_| form == Form::Markdown && passage.is_body()) {
        let shown = beginning(&text[at..]);
        let remedy = "write it inside quotation marks and brackets, 「**words**」, and before a full stop";
        notes.push(Note::warning(&passage.path, CODE, format!("shows the mark of {shown}: {remedy}")));
    }
    if let Some(at) = ["](", "] (http"].into_iter().find_map(|link| text.find(link)) {
        let remedy = match form {
            _ if !passage.is_body() => "leave the address out, this is a plain text",
            Form::Markdown => "write [words](address), with no space before or in the address",
            Form::Json => r#"write {"link": address, "text": words}, this is not Markdown"#,
        };
        let shown = beginning(&text[text[..at].rfind('[').unwrap_or(at)..]);
        notes.push(Note::warning(&passage.path, CODE, format!("shows {shown} and no link: {remedy}")));
    }
    // In Markdown, a mark without its note is no letter.
    if let Some(mark) = footnote(text).filter(|_| !passage.is_body() || form == Form::Json) {
        let remedy = if passage.is_body() {
            r#"write {"footnote": 1, "text": "[1]"}, this is not Markdown"#
        } else {
            "leave it out, this is a plain text"
        };
        notes.push(Note::warning(&passage.path, CODE, format!("shows the footnote {mark}: {remedy}")));
    }
    if let Some(tag) = tag(text) {
        let remedy = "leave it out, no text of a letter is read as HTML";
        notes.push(Note::warning(&passage.path, CODE, format!("shows {tag}: {remedy}")));
    }
    if let Some(entity) = entity(text) {
        let message = format!("shows {entity}: write the character itself");
        notes.push(Note::warning(&passage.path, CODE, message));
    }
    if text.starts_with("##") && !text.starts_with("## ") {
        let message = format!("shows {}: write a space after the # for a heading", beginning(text));
        notes.push(Note::warning(&passage.path, CODE, message));
    }
    if form == Form::Markdown && passage.is_body() && is_like_place_of_names(text) {
        let message = format!("shows {}: write [signatories] for the place of the names", beginning(text));
        notes.push(Note::warning(&passage.path, CODE, message));
    }
    if passage.is_body() && text.starts_with(BULLETS) {
        let message = format!("begins with {}: write - and a space for an item of a list", &beginning(text));
        notes.push(Note::hint(&passage.path, CODE, message));
    }
    notes
}

/// The fault in a line of a table, where nobody expects Markdown.
#[must_use]
pub fn of_line(text: &str) -> Option<String> {
    let shown = tag(text).or_else(|| entity(text))?;
    Some(format!("shows {shown}: write what is meant, no text of a letter is read as HTML"))
}

/// What people write for *signatories* in the line that is the place of the names.
const SIGNATORIES: [&str; 12] = [
    "signatories",
    "signatures",
    "signataires",
    "unterzeichnende",
    "unterschriften",
    "firmantes",
    "firmas",
    "firmatari",
    "signatários",
    "assinaturas",
    "ondertekenaars",
    "podpisy",
];

/// Whether the text is nearly the line that is the place of the names.
fn is_like_place_of_names(text: &str) -> bool {
    let word = text.trim().strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    word.is_some_and(|word| nearest(word.trim(), SIGNATORIES.into_iter()).is_some())
}

/// A mark of stress next to a word that was not read as one. A lone * marks a footnote, or is part of a word such as
/// Bürger*innen; a _ in a word is part of a name.
fn stress(text: &str) -> Option<usize> {
    let opens = |mark: &str| {
        text.match_indices(mark).map(|(at, _)| at).find(|at| {
            let before = text[..*at].chars().next_back();
            let after = text[at + mark.len()..].chars().next();
            before.is_none_or(|char| char.is_whitespace() || "([{“„«\"‘".contains(char))
                && after.is_some_and(char::is_alphanumeric)
        })
    };
    opens("**").or_else(|| opens("__")).or_else(|| opens("_")).or_else(|| closing_line(text))
}

/// Two marks of stress in a text that writes words together. Markdown takes a mark between a letter and another mark for
/// no end of a word: `これは**「強い」**です`.
fn glued(text: &str) -> Option<usize> {
    const MARK: &str = "**";
    let places: Vec<usize> = text.match_indices(MARK).map(|(at, _)| at).collect();
    let touches = |at: &usize| {
        let around = [text[..*at].chars().next_back(), text[at + MARK.len()..].chars().next()];
        around.into_iter().flatten().any(is_east_asian)
    };
    places.first().copied().filter(|_| places.len() > 1 && places.iter().any(touches))
}

/// A _ at the end of a word that has no other and is no name or address.
fn closing_line(text: &str) -> Option<usize> {
    let word = text.split_whitespace().find(|word| {
        let bare = word.trim_end_matches(|char: char| ".,;:!?)”»\"’".contains(char));
        let before = bare.strip_suffix('_').unwrap_or_default();
        before.ends_with(char::is_alphanumeric) && !before.contains(['_', '@', '/'])
    })?;
    Some(word.as_ptr().addr() - text.as_ptr().addr())
}

/// The first mark of a footnote, in Markdown: `[^1]`.
fn footnote(text: &str) -> Option<&str> {
    text.match_indices("[^").find_map(|(at, _)| {
        let length = text[at..].find(']')?;
        let is_word = length > 2 && !text[at..at + length].contains(char::is_whitespace);
        is_word.then(|| &text[at..=at + length])
    })
}

/// The longest tag to look for. The limit also keeps the search fast in a text that contains only <.
const LONGEST_TAG: usize = 400;

/// The first HTML tag.
fn tag(text: &str) -> Option<&str> {
    text.match_indices('<').map(|(at, _)| &text[at..]).find_map(|rest| {
        let name = rest[1..].trim_start_matches('/');
        let is_name = |char: char| char.is_ascii_alphanumeric();
        let attributes = name.trim_start_matches(is_name);
        let end = rest.bytes().take(LONGEST_TAG).position(|byte| byte == b'>')?;
        let fits = name.starts_with(|char: char| char.is_ascii_alphabetic())
            && (attributes.starts_with(['>', '/']) || attributes.starts_with(' ') && rest[..end].contains('='));
        (fits && !rest[1..end].contains('<')).then(|| &rest[..=end])
    })
}

/// The first HTML entity: `&amp;`, `&#8217;`.
fn entity(text: &str) -> Option<&str> {
    text.match_indices('&').map(|(at, _)| &text[at..]).find_map(|rest| {
        let end = rest.bytes().take(10).position(|byte| byte == b';')?;
        let name = &rest[1..end];
        let digits = name.strip_prefix('#').map(|digits| digits.trim_start_matches(['x', 'X']));
        let fits = match digits {
            Some(digits) => !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_hexdigit()),
            None => NAMED.contains(&name),
        };
        fits.then(|| &rest[..=end])
    })
}

/// The entities that editors and exports often leave.
const NAMED: [&str; 28] = [
    "amp", "lt", "gt", "quot", "apos", "nbsp", "shy", "ndash", "mdash", "hellip", "lsquo", "rsquo", "ldquo", "rdquo",
    "bdquo", "laquo", "raquo", "eacute", "egrave", "ecirc", "agrave", "ccedil", "auml", "ouml", "uuml", "szlig",
    "copy", "zwnj",
];
