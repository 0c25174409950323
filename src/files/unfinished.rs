//! Deletes the unfinished files of a killed command. Only the holder of the folder's lock may do so.

use super::sync::TEMPORARY;
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// Deletes the unfinished files of a folder and of its subfolders, this many levels down. Follows no link.
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

/// Deletes an empty folder, and up to this many parents that become empty.
pub fn delete_empty(folder: &Path, around: usize) {
    for folder in folder.ancestors().take(1 + around) {
        if fs::remove_dir(folder).is_err() {
            return;
        }
    }
}
