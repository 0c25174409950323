//! Why YAML is no front matter.

use super::parts::FRONT_MATTER_LINE;
use crate::source::excerpt::beginning;
use saphyr_parser::ScanError;

/// Why YAML is no front matter.
pub struct Fault {
    /// The line of the file.
    pub line: usize,
    /// The fault and the remedy.
    pub message: String,
}

impl Fault {
    /// The error.
    pub fn new<T>(line: usize, message: impl Into<String>) -> Result<T, Fault> {
        Err(Fault { line, message: message.into() })
    }
}

/// What the parser refused.
#[must_use]
pub fn fault(error: &ScanError, yaml: &str) -> Fault {
    let at = error.marker().line();
    let info = error.info();
    let shown = yaml.lines().nth(at.saturating_sub(1)).map(beginning).filter(|line| !line.is_empty());
    let place = shown.map_or(String::new(), |line| format!(" at “{line}”"));
    let remedy = if info.contains("tab") {
        "indent with spaces"
    } else {
        "indent with spaces alone, and put a text that begins with a mark or has a colon in it in quotation marks"
    };
    Fault { line: at + FRONT_MATTER_LINE - 1, message: format!("can't be read{place} ({info}): {remedy}") }
}
