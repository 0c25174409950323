//! What is wrong in a source file: where, what, and what to write instead.

use crate::model::Problem;
use std::fmt;
use std::path::{Path, PathBuf};

/// One fault in a file, in words for whoever wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The file, as the command was given it.
    pub file: PathBuf,
    /// The line, from 1; `None` where the file as a whole is meant.
    pub line: Option<usize>,
    /// The column, from 1, where a parser told it.
    pub column: Option<usize>,
    /// The fault and the remedy: `title is missing: give the letter's title`.
    pub message: String,
    /// How much it matters.
    pub weight: Weight,
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// The letter is not published.
    Error,
    /// The letter is published; somebody should look.
    Warning,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file.display())?;
        for number in [self.line, self.column].into_iter().flatten() {
            write!(f, ":{number}")?;
        }
        let weight = if self.weight == Weight::Warning { "warning: " } else { "" };
        write!(f, ": {weight}{}", self.message)
    }
}

/// The findings of one file while it is read.
#[derive(Debug)]
pub struct Findings {
    file: PathBuf,
    /// What was found so far, in the order of reading.
    pub list: Vec<Finding>,
}

impl Findings {
    /// None yet.
    #[must_use]
    pub fn of(file: &Path) -> Self {
        Findings { file: file.to_path_buf(), list: Vec::new() }
    }

    /// Notes an error in a line.
    pub fn error(&mut self, line: usize, message: impl Into<String>) {
        self.push(Some(line), None, message.into(), Weight::Error);
    }

    /// Notes an error of the file as a whole.
    pub fn error_of_file(&mut self, message: impl Into<String>) {
        self.push(None, None, message.into(), Weight::Error);
    }

    /// Notes an error in a line and column.
    pub fn error_at(&mut self, line: usize, column: usize, message: impl Into<String>) {
        self.push(Some(line), Some(column), message.into(), Weight::Error);
    }

    /// Notes something in a line that does not keep the letter from being published.
    pub fn warning(&mut self, line: usize, message: impl Into<String>) {
        self.push(Some(line), None, message.into(), Weight::Warning);
    }

    /// Notes what the model found, which then needs no path: its line is known.
    pub fn problem(&mut self, line: usize, problem: &Problem) {
        self.error(line, problem.to_string());
    }

    /// Takes over what was found in a part of the file.
    pub fn take(&mut self, part: Findings) {
        self.list.extend(part.list.into_iter().map(|finding| Finding { file: self.file.clone(), ..finding }));
    }

    /// All of them, from the file's first line to its last.
    #[must_use]
    pub fn in_order(mut self) -> Vec<Finding> {
        self.list.sort_by_key(|finding| finding.line);
        self.list
    }

    fn push(&mut self, line: Option<usize>, column: Option<usize>, message: String, weight: Weight) {
        self.list.push(Finding { file: self.file.clone(), line, column, message, weight });
    }
}

/// Whether any finding keeps the letter from being published.
#[must_use]
pub fn any_error(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.weight == Weight::Error)
}
