//! Checking, without writing anything.

use super::draft::read_text;
use super::finding::{Finding, Findings};
use super::reading;
use super::source::Source;
use crate::model::{Json, Letter};
use std::path::Path;

/// What a check came to.
#[derive(Debug)]
pub struct Checked {
    /// Everything that was found, errors and warnings.
    pub findings: Vec<Finding>,
    /// What the letter has, in a line. `None` if it could not be published.
    pub summary: Option<String>,
}

/// Checks a letter's folder, or a `letter.json`.
#[must_use]
pub fn check(path: &Path) -> Checked {
    if path.is_file() {
        return check_document(path);
    }
    let (source, findings) = Source::read(path, None);
    let summary = source.and_then(|source| {
        let languages: Vec<&str> = source.texts.iter().map(|text| text.letter.lang.as_str()).collect();
        Some(format!("{}, in {}", summary(&source.texts.first()?.letter, source.count), languages.join(", ")))
    });
    Checked { findings, summary }
}

fn check_document(path: &Path) -> Checked {
    let mut findings = Findings::of(path);
    let mut checked = None;
    if let Some(text) = read_text(path, &mut findings) {
        match Json::parse(text.strip_prefix('\u{feff}').unwrap_or(&text)) {
            Err(error) => {
                let message = error.to_string();
                let fault = message.split(" at line ").next().unwrap_or_default();
                findings.error_at(
                    error.line(),
                    error.column(),
                    format!("is not JSON ({fault}): mend it there or just before"),
                );
            }
            Ok(json) => {
                let (letter, problems) = reading::read(&json);
                for problem in &problems {
                    findings.error_of_file(problem.to_string());
                }
                checked = letter.filter(|_| problems.is_empty());
            }
        }
    }
    let summary = checked.map(|letter| summary(&letter, letter.signatories.len()));
    Checked { findings: findings.list, summary }
}

fn summary(letter: &Letter, signatories: usize) -> String {
    let addressees: usize = letter.addressees.iter().map(|group| group.members.len()).sum();
    let number = |number: usize, one: &str, more: &str| format!("{number} {}", if number == 1 { one } else { more });
    format!(
        "“{}”, {}, {}",
        letter.title,
        number(addressees, "addressee", "addressees"),
        number(signatories, "signatory", "signatories")
    )
}
