//! The folder of a roll's pages.
//!
//! All changed pages are written beside the old ones and flushed to disk before the first is replaced. So a full disk
//! or a power cut leaves old pages or new ones, each whole.

use super::plan::is_ours;
use crate::files::hash::fnv1a;
use crate::files::regular;
use crate::files::sync::{TEMPORARY, make_last};
use crate::files::unfinished::delete_empty;
use crate::publish::page::mark;
use anyhow::{Context, Result};
use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// The folder during writing.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    /// Earlier pages by name, with their lengths.
    before: BTreeMap<String, u64>,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    staged: Vec<String>,
    kept: HashSet<String>,
}

impl Folder {
    /// Opens the folder, which need not exist.
    ///
    /// # Errors
    /// If it can't be read.
    pub fn open(path: &Path) -> Result<Folder> {
        let cannot = || format!("can't read {}", path.display());
        let mut before = BTreeMap::new();
        if path.exists() {
            for entry in fs::read_dir(path).with_context(cannot)? {
                let entry = entry.with_context(cannot)?;
                let name = entry.file_name().to_string_lossy().into_owned();
                if is_ours(&name) {
                    before.insert(name, entry.metadata().with_context(cannot)?.len());
                }
            }
        }
        Ok(Folder { path: path.to_path_buf(), before, state: Mutex::default() })
    }

    /// The folder in its present state.
    ///
    /// # Errors
    /// If it can't be read.
    pub fn reopened(&self) -> Result<Folder> {
        Folder::open(&self.path)
    }

    /// The hash of the earlier pages' names and lengths.
    #[must_use]
    pub fn fingerprint(&self) -> u64 {
        let pages: Vec<String> = self.before.iter().map(|(name, length)| format!("{name} {length}")).collect();
        fnv1a(&[pages.concat().as_bytes()])
    }

    /// Writes a page beside the current one if it differs. Returns whether it does.
    ///
    /// # Errors
    /// If it can't be written, or the current page is somebody else's.
    pub fn stage(&self, name: &str, bytes: &[u8]) -> Result<bool> {
        let target = self.path.join(name);
        if self.before.contains_key(name) {
            let there = regular::read_whole(&target).with_context(|| format!("can't read {}", target.display()))?;
            if there == bytes {
                return Ok(false);
            }
            mark::refuse_foreign(&target.display().to_string(), Some(&there))?;
        }
        let write = || {
            fs::create_dir_all(&self.path)?;
            fs::write(self.path.join([TEMPORARY, name].concat()), bytes)
        };
        self.state(|state| state.staged.push(name.to_string()));
        write().with_context(|| format!("can't write {}", target.display()))?;
        Ok(true)
    }

    /// Sets the pages that the roll keeps.
    pub fn keep(&self, names: impl IntoIterator<Item = String>) {
        self.state(|state| state.kept.extend(names));
    }

    /// Flushes all staged pages to disk, then replaces the old ones.
    ///
    /// # Errors
    /// If a page can't be replaced.
    pub fn commit(&self) -> Result<()> {
        let names = self.state(|state| state.staged.clone());
        if names.is_empty() {
            return Ok(());
        }
        let temporary: Vec<String> = names.iter().map(|name| [TEMPORARY, name].concat()).collect();
        let exchange = || -> std::io::Result<()> {
            make_last(&self.path, &temporary)?;
            for (temporary, name) in temporary.iter().zip(&names) {
                fs::rename(self.path.join(temporary), self.path.join(name))?;
            }
            #[cfg(unix)]
            fs::File::open(&self.path)?.sync_all()?;
            Ok(())
        };
        exchange().with_context(|| format!("can't write into {}", self.path.display()))?;
        self.state(|state| state.staged.clear());
        Ok(())
    }

    /// Deletes our pages that the roll no longer has, and unfinished files.
    ///
    /// # Errors
    /// If one can't be deleted.
    pub fn clean(&self) -> Result<usize> {
        let mut deleted = 0;
        for entry in fs::read_dir(&self.path).into_iter().flatten().flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let temporary = name.strip_prefix(TEMPORARY).is_some_and(is_ours);
            let unwanted = || is_ours(&name) && !self.state(|state| state.kept.contains(&name));
            let is_ours = || regular::read_whole(&entry.path()).is_ok_and(|bytes| mark::is_ours(&bytes));
            if temporary || (unwanted() && is_ours()) {
                fs::remove_file(entry.path()).with_context(|| format!("can't delete {}", entry.path().display()))?;
                deleted += usize::from(!temporary);
            }
        }
        // Only if it is empty.
        let _ = fs::remove_dir(&self.path);
        Ok(deleted)
    }

    fn state<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        change(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Deletes staged pages that were never put in place.
impl Drop for Folder {
    fn drop(&mut self) {
        let staged = self.state(|state| std::mem::take(&mut state.staged));
        for name in &staged {
            let _ = fs::remove_file(self.path.join([TEMPORARY, name].concat()));
        }
        if !staged.is_empty() {
            delete_empty(&self.path, 2);
        }
    }
}
