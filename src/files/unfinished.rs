//! What a command has left unfinished that was killed. Only who holds the lock of a folder may delete it.

use super::sync::TEMPORARY;
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// Deletes the unfinished files of a folder and, so many levels down, of the folders within. No link is followed.
///
/// # Errors
/// If one can't be deleted.
pub fn delete(folder: &Path, levels: usize) -> Result<()> {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let Ok(kind) = entry.file_type() else { continue };
        if kind.is_dir() && levels > 0 {
            delete(&entry.path(), levels - 1)?;
        }
        if kind.is_file() && entry.file_name().to_string_lossy().starts_with(TEMPORARY) {
            fs::remove_file(entry.path()).with_context(|| format!("can't delete {}", entry.path().display()))?;
        }
    }
    Ok(())
}

/// Deletes a folder that is empty, and so many of those around it that are then.
pub fn delete_empty(folder: &Path, around: usize) {
    for folder in folder.ancestors().take(1 + around) {
        if fs::remove_dir(folder).is_err() {
            return;
        }
    }
}
