//! `.open-letter/` in a letter's folder holds the command's own records. Nothing in it is ever published.

use super::site::write_atomically;
use std::fs;
use std::path::{Path, PathBuf};

/// The private folder of a letter's folder.
#[must_use]
pub fn path(letter: &Path) -> PathBuf {
    letter.join(".open-letter")
}

/// Makes that folder if it is missing.
///
/// # Errors
/// If it can't be made.
pub fn make(letter: &Path) -> std::io::Result<()> {
    let folder = path(letter);
    fs::create_dir_all(&folder)?;
    // Keeps the folder out of Git repositories.
    let ignored = folder.join(".gitignore");
    if ignored.exists() { Ok(()) } else { write_atomically(&ignored, b"*\n") }
}
