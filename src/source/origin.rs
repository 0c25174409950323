//! Where a text of a letter was written.

use super::located::Lines;
use std::path::PathBuf;

/// The file of a text, and where in it its parts stand.
#[derive(Debug)]
pub struct Written {
    /// The file.
    pub path: PathBuf,
    /// The lines of its parts.
    pub lines: Lines,
    /// The paths that come from another file, or from publishing.
    pub taken_over: Vec<&'static str>,
    /// Whether all that was written in the file could be read: only then are paths in the letter those of the file.
    pub faultless: bool,
}

impl Written {
    /// Whether what stands at that path was written in this file.
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

/// Whether the path is one of these, or leads into what stands there.
#[must_use]
pub fn is_within(path: &str, outer: &[&str]) -> bool {
    let within =
        |outer| path.strip_prefix(outer).is_some_and(|rest: &str| rest.is_empty() || rest.starts_with(['.', '[']));
    outer.iter().any(|outer| within(*outer))
}
