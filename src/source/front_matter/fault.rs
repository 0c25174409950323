//! Why YAML is no front matter.

use super::parts::FRONT_MATTER_LINE;
use crate::source::slip::{Slip, slip};
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
    let Slip { line, message } = slip(yaml, error.marker().line());
    Fault { line: line + FRONT_MATTER_LINE - 1, message }
}
