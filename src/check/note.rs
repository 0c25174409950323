//! A check's remark on a part of a letter, without its file and line.

use crate::source::finding::{Finding, Weight, in_a_line};
use crate::source::origin::Written;

/// One remark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The JSON path of the part.
    pub path: String,
    /// The kind of fault in a word.
    pub code: &'static str,
    /// How much it matters.
    pub weight: Weight,
    /// The fault and the remedy; follows the path: `has no office: write it after a comma`.
    pub message: String,
}

impl Note {
    /// Something that somebody should look at.
    #[must_use]
    pub fn warning(path: impl Into<String>, code: &'static str, message: impl Into<String>) -> Note {
        Note { path: path.into(), code, weight: Weight::Warning, message: message.into() }
    }

    /// Something that may be intended.
    #[must_use]
    pub fn hint(path: impl Into<String>, code: &'static str, message: impl Into<String>) -> Note {
        Note { path: path.into(), code, weight: Weight::Hint, message: message.into() }
    }

    /// The remark with its place in the file. Markdown has a line for each block, so the message leaves out the path.
    #[must_use]
    pub fn placed(self, written: &Written) -> Finding {
        let Note { path, code, weight, message } = self;
        // A value from another file is placed on the first line.
        let (line, column) = if written.owns(&path) { written.lines.place_of(&path) } else { (1, None) };
        let in_markdown = column.is_none() && (path == "body" || path.starts_with("body["));
        let message = if in_markdown || path.is_empty() { message } else { format!("{path} {message}") };
        let (file, message) = (written.path.clone(), in_a_line(&message));
        Finding { file, line: Some(line), column, path: Some(path), code: Some(code), message, weight }
    }
}

/// The beginning of a text, for a message: long enough to find the place.
#[must_use]
pub fn beginning(text: &str) -> String {
    let text = text.trim();
    match text.char_indices().nth(EXCERPT) {
        None => text.to_string(),
        Some((end, _)) => {
            let whole_words = text[..end].rfind(char::is_whitespace).unwrap_or(end);
            format!("{}…", text[..whole_words].trim_end())
        }
    }
}

/// The end of a text, for a message.
#[must_use]
pub fn ending(text: &str) -> String {
    let text = text.trim();
    match text.char_indices().rev().nth(EXCERPT) {
        None => text.to_string(),
        Some((start, _)) => {
            let rest = &text[start..];
            let whole_words = rest.find(char::is_whitespace).unwrap_or(0);
            format!("…{}", rest[whole_words..].trim_start())
        }
    }
}

/// The maximum length of a text in a message, in characters.
const EXCERPT: usize = 32;
