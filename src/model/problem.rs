//! A problem in a letter: where it is, what is wrong, and what to write instead.

use std::fmt;

/// One fault in a document, described for its author.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The JSON path, such as `addressees[2].name`; empty for the whole document.
    pub path: String,
    /// What is wrong, to be read after the path: `is empty`.
    pub fault: String,
    /// What to write instead, as an instruction: `give the person's or body's name`.
    pub remedy: &'static str,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = if self.path.is_empty() { "the letter" } else { &self.path };
        write!(f, "{path} {}: {}", self.fault, self.remedy)
    }
}

impl std::error::Error for Problem {}
