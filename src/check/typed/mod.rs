//! Finds text that people typed without knowing Markdown, and that Markdown changes silently.
//!
//! The letter's own text no longer shows the cause, so the checks read its file: lines that join, signs that vanish or
//! stay, marks with another meaning. Each finding has its line and the remedy.

mod blocks;
mod dialects;
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

/// A remark about a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The line of the file.
    pub line: usize,
    /// How much it matters.
    pub weight: Weight,
    /// The fault and the remedy.
    pub message: String,
}

/// The text of a letter as typed.
pub struct Typed<'t> {
    /// The Markdown.
    pub text: &'t str,
    /// The line of the file on which it begins.
    pub first_line: usize,
}

/// Checks the file of a text.
#[must_use]
pub fn check(path: &Path) -> Vec<Remark> {
    let file = read(path);
    let body = file.as_ref().and_then(|file| body(file, path));
    body.map_or_else(Vec::new, |(text, first_line)| of_text(text, first_line))
}

/// The file of a text, which was read without a fault before.
#[must_use]
pub fn read(path: &Path) -> Option<String> {
    std::fs::read_to_string(path).ok()
}

/// The Markdown in a file, and the line on which it begins.
#[must_use]
pub fn body<'f>(file: &'f str, path: &Path) -> Option<(&'f str, usize)> {
    let parts = front_matter::split(file, &mut Findings::of(path))?;
    Some((parts.body, parts.body_line))
}

/// Checks a text that begins on that line of its file.
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
    /// The line of the file with this byte of the text.
    fn line(&self, at: usize) -> usize {
        self.first_line + memchr_iter(b'\n', &self.text.as_bytes()[..at]).count()
    }

    /// A remark about the text at that byte.
    fn remark(&self, at: usize, weight: Weight, message: impl Into<String>) -> Remark {
        Remark { line: self.line(at), weight, message: message.into() }
    }

    /// The text without the line breaks at its ends.
    fn slice(&self, range: &Range<usize>) -> &str {
        self.text[range.clone()].trim_end()
    }
}
