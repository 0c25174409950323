//! A check's remark on a part of a letter, without its file and line.

use crate::source::finding::{Finding, Weight, in_a_line};
use crate::source::in_words;
use crate::source::origin::Written;

pub use crate::source::excerpt::{beginning, ending};

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
        let part = if column.is_none() { in_words(&path) } else { path.clone() };
        let message = if in_markdown || path.is_empty() { message } else { format!("{part} {message}") };
        let (file, message) = (written.path.clone(), in_a_line(&message));
        Finding { file, line: Some(line), column, path: Some(path), code: Some(code), message, weight }
    }
}
