//! Where a text of a letter was written.

use super::located::Lines;
use std::path::PathBuf;

/// The file of a text, and the lines of its parts.
#[derive(Debug)]
pub struct Written {
    /// The file.
    pub path: PathBuf,
    /// The lines of its parts.
    pub lines: Lines,
    /// The paths that come from another file, or from publishing.
    pub taken_over: Vec<&'static str>,
    /// Whether everything in the file could be read: only then do paths in the letter match those of the file.
    pub faultless: bool,
}

impl Written {
    /// Whether the value at that path was written in this file.
    #[must_use]
    pub fn owns(&self, path: &str) -> bool {
        !is_within(path, &self.taken_over)
    }

    /// The name of the file, without its folder.
    #[must_use]
    pub fn name(&self) -> String {
        self.path.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }
}

/// Whether the path is one of these, or within one.
#[must_use]
pub fn is_within(path: &str, outer: &[&str]) -> bool {
    let within =
        |outer| path.strip_prefix(outer).is_some_and(|rest: &str| rest.is_empty() || rest.starts_with(['.', '[']));
    outer.iter().any(|outer| within(*outer))
}
