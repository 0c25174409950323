//! What somebody typed who writes no Markdown, and what Markdown makes of it without a word.
//!
//! The letter's own text no longer shows it, so its file is looked at: lines that run together, signs that vanish or stay,
//! marks that mean something else. Each is told where it stands, with what to write instead.

mod blocks;
mod lines;
mod signs;
mod stress;

use crate::source::finding::{Findings, Weight};
use crate::source::front_matter;
use memchr::memchr_iter;
use std::ops::Range;
use std::path::Path;

/// The word for programs.
pub const CODE: &str = "markup";

/// What is said of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The line of the file.
    pub line: usize,
    /// How much it matters.
    pub weight: Weight,
    /// The fault and the remedy.
    pub message: String,
}

/// The text of a letter as it is typed.
pub struct Typed<'t> {
    /// The Markdown.
    pub text: &'t str,
    /// The line of the file on which it begins.
    pub first_line: usize,
}

/// Looks through the file of a text.
#[must_use]
pub fn check(path: &Path) -> Vec<Remark> {
    let Some(file) = std::fs::read_to_string(path).ok() else { return Vec::new() };
    let Some(parts) = front_matter::split(&file, &mut Findings::of(path)) else { return Vec::new() };
    of_text(parts.body, parts.body_line)
}

/// Looks through a text that begins on that line of its file.
#[must_use]
pub fn of_text(text: &str, first_line: usize) -> Vec<Remark> {
    let typed = Typed { text, first_line };
    let mut remarks = blocks::check(&typed);
    remarks.extend(lines::check(&typed));
    remarks.extend(signs::check(&typed));
    remarks.extend(stress::check(&typed));
    remarks.sort_by_key(|remark| remark.line);
    remarks
}

impl Typed<'_> {
    /// The line of the file that has this byte of the text.
    fn line(&self, at: usize) -> usize {
        self.first_line + memchr_iter(b'\n', &self.text.as_bytes()[..at]).count()
    }

    /// A remark on what stands there.
    fn remark(&self, at: usize, weight: Weight, message: impl Into<String>) -> Remark {
        Remark { line: self.line(at), weight, message: message.into() }
    }

    /// The text without the line breaks at its ends.
    fn slice(&self, range: &Range<usize>) -> &str {
        self.text[range.clone()].trim_end()
    }
}
