//! Faults in a source file: where, what, and the remedy.

use super::part::in_words;
use crate::model::Problem;
use std::fmt;
use std::path::{Path, PathBuf};

/// One fault in a file, in words for the person who wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The file, as the command was given it.
    pub file: PathBuf,
    /// The line, from 1; `None` for the file as a whole.
    pub line: Option<usize>,
    /// The column, from 1, if a parser reported it.
    pub column: Option<usize>,
    /// The JSON path in the letter, such as `addressees[2].name`, if the fault is in a part of it.
    pub path: Option<String>,
    /// The kind of fault in a word, for programs: `quotation`. `None` for a fault that prevents the file from being
    /// read.
    pub code: Option<&'static str>,
    /// The fault and the remedy: `title is missing: give the letter's title`.
    pub message: String,
    /// How much it matters.
    pub weight: Weight,
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// The letter is in order; an editor would still mention it.
    Hint,
    /// The letter is published, but somebody should look.
    Warning,
    /// The letter is not published.
    Error,
}

impl Weight {
    /// The word for it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Weight::Hint => "hint",
            Weight::Warning => "warning",
            Weight::Error => "error",
        }
    }
}

impl Finding {
    /// The file with line and column, in the form that terminals and editors open: `letter.md:4`.
    #[must_use]
    pub fn place(&self) -> String {
        let numbers = [self.line, self.column].into_iter().flatten().map(|number| format!(":{number}"));
        std::iter::once(self.file.display().to_string()).chain(numbers).collect()
    }
}

/// The text of an error names no weight.
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.weight {
            Weight::Error => write!(f, "{}: {}", self.place(), self.message),
            weight => write!(f, "{}: {}: {}", self.place(), weight.as_str(), self.message),
        }
    }
}

/// The findings of one file while it is read.
#[derive(Debug)]
pub struct Findings {
    /// The file.
    pub file: PathBuf,
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

    /// Notes something in a line that may be intended.
    pub fn hint(&mut self, line: usize, message: impl Into<String>) {
        self.push(Some(line), None, message.into(), Weight::Hint);
    }

    /// Notes a problem that the model found.
    pub fn problem(&mut self, line: usize, problem: &Problem) {
        self.problem_at(line, None, problem);
    }

    /// Notes a problem that the model found, in a line and column.
    pub fn problem_at(&mut self, line: usize, column: Option<usize>, problem: &Problem) {
        let message = match self.file.extension().and_then(|end| end.to_str()) {
            Some("md") => in_markdown(problem).to_string(),
            _ => problem.to_string(),
        };
        self.push(Some(line), column, message, Weight::Error);
        if let Some(finding) = self.list.last_mut() {
            finding.path = Some(problem.path.clone()).filter(|path| !path.is_empty());
        }
    }

    /// Adds the findings of a part of the file.
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
        let (file, message) = (self.file.clone(), in_a_line(&message));
        self.list.push(Finding { file, line, column, path: None, code: None, message, weight });
    }
}

/// The problem in words of somebody who writes Markdown, and has never seen JSON.
fn in_markdown(problem: &Problem) -> Problem {
    match (problem.path.as_str(), problem.fault.as_str()) {
        ("body", "has no text") => Problem {
            path: String::new(),
            fault: "has no text".to_string(),
            remedy: "write it below the second ---, at least one paragraph",
        },
        ("sign.url", "is missing") => Problem {
            remedy: "write url: and the address of the page where readers sign, below sign:",
            ..problem.clone()
        },
        (path, fault) => {
            let fault = fault.replace("is a string, not an object", "is one text, with nothing below it");
            let fault = fault.replace("a string", "a text");
            Problem { path: in_words(path), fault, remedy: problem.remedy }
        }
    }
}

/// The message in one line, without characters that change the direction of text or control a terminal: names of
/// members can contain anything.
#[must_use]
pub fn in_a_line(message: &str) -> String {
    let is_active = |char: char| {
        char.is_control() || matches!(char, '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    message.chars().map(|char| if is_active(char) { ' ' } else { char }).collect()
}

/// Whether any finding prevents publishing the letter.
#[must_use]
pub fn any_error(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.weight == Weight::Error)
}
