//! The folder of a roll's files.
//!
//! A file is named by the hash of its content, so it never changes. Files that a new index does not name are deleted
//! once that index is in place. A power cut or a kill at any point leaves one index, old or new, with all files that it
//! names.

use crate::files::hash::{fnv1a, name_hash};
use crate::files::regular;
use crate::files::sync::{TEMPORARY, make_last};
use crate::files::unfinished::delete_empty;
use crate::model::{Json, RollFile, RollIndex, as_written};
use anyhow::{Context, Result};
use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

const INDEX: &str = "index.json";

/// The folder during writing.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    /// Earlier files by name, with their lengths.
    before: HashMap<String, u64>,
    named: Mutex<Named>,
}

#[derive(Debug, Default)]
struct Named {
    names: HashSet<String>,
    changes: Changes,
    /// New files. Nothing references them until the index is replaced.
    written: Vec<PathBuf>,
}

/// Numbers of changed files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Written, including the index.
    pub written: usize,
    /// In the roll, and there already.
    pub unchanged: usize,
    /// No longer in the roll.
    pub deleted: usize,
}

impl Folder {
    /// Opens the folder, or makes it if it is missing.
    ///
    /// # Errors
    /// If it can't be made or read.
    pub fn open(path: &Path) -> Result<Folder> {
        let cannot = || format!("can't write into {}", path.display());
        fs::create_dir_all(path).with_context(cannot)?;
        let mut before = HashMap::new();
        for entry in fs::read_dir(path).with_context(cannot)? {
            let entry = entry.with_context(cannot)?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if is_ours(&name) {
                before.insert(name, entry.metadata().with_context(cannot)?.len());
            }
        }
        Ok(Folder { path: path.to_path_buf(), before, named: Mutex::default() })
    }

    /// Writes a file unless it exists. Returns its name.
    ///
    /// # Errors
    /// If it can't be written.
    pub fn write(&self, bytes: &[u8]) -> Result<String> {
        let name = [name_hash(bytes), ".json".to_string()].concat();
        let new = self.named(|named| named.names.insert(name.clone()));
        if !new {
            return Ok(name);
        }
        let there = self.before.get(&name) == Some(&(bytes.len() as u64));
        if !there {
            let temporary = self.path.join([TEMPORARY, &name].concat());
            let target = self.path.join(&name);
            let written = fs::write(&temporary, bytes).and_then(|()| fs::rename(&temporary, &target));
            if written.is_err() {
                let _ = fs::remove_file(&temporary);
            }
            written.with_context(|| format!("can't write {}", target.display()))?;
            if !self.before.contains_key(&name) {
                self.named(|named| named.written.push(target));
            }
        }
        self.named(|named| *(if there { &mut named.changes.unchanged } else { &mut named.changes.written }) += 1);
        Ok(name)
    }

    /// Keeps earlier files in the roll. Returns whether all exist.
    pub fn keep<'n>(&self, names: impl IntoIterator<Item = &'n String>) -> bool {
        self.named(|named| {
            names.into_iter().all(|name| {
                let kept = named.names.insert(name.clone());
                named.changes.unchanged += usize::from(kept);
                !kept || self.before.contains_key(name)
            })
        })
    }

    /// A file, if its content matches its name.
    #[must_use]
    pub fn read(&self, name: &str) -> Option<Vec<u8>> {
        let bytes = regular::read_whole(&self.path.join(name)).ok()?;
        (name.strip_suffix(".json") == Some(&name_hash(&bytes))).then_some(bytes)
    }

    /// A list, if its content matches its name.
    #[must_use]
    pub fn list(&self, name: &str) -> Option<RollFile> {
        parse(std::str::from_utf8(&self.read(name)?).ok()?)
    }

    /// The hash of the earlier state: the index, and the other files' names and lengths.
    #[must_use]
    pub fn fingerprint(&self) -> u64 {
        let index = regular::read_whole(&self.path.join(INDEX)).unwrap_or_default();
        let mut files: Vec<String> = self.before.iter().map(|(name, length)| format!("{name} {length}")).collect();
        files.sort_unstable();
        fnv1a(&[&index, files.concat().as_bytes()])
    }

    /// Flushes all files to disk, then replaces the index, then deletes the files that it does not name.
    ///
    /// # Errors
    /// If a file can't be written or deleted.
    pub fn commit(self, index: &RollIndex) -> Result<Changes> {
        let old = read_index(&self.path).map(|index| files_of(&self.path, &index)).unwrap_or_default();
        let bytes = serde_json::to_vec(&index.to_json())?;
        let target = self.path.join(INDEX);
        let (names, mut changes) = self.named(|named| (std::mem::take(&mut named.names), named.changes));
        if regular::read_whole(&target).is_ok_and(|there| there == bytes) {
            changes.unchanged += 1;
        } else {
            let new: Vec<&String> = names.iter().filter(|name| !self.before.contains_key(*name)).collect();
            let lasting = make_last(&self.path, &new);
            lasting.with_context(|| format!("can't write into {}", self.path.display()))?;
            let written = crate::files::site::write_atomically(&target, &bytes);
            written.with_context(|| format!("can't write {}", target.display()))?;
            changes.written += 1;
        }
        self.named(|named| named.written.clear());
        changes.deleted = delete(&self.path, |name| !names.contains(name), &old)?;
        Ok(changes)
    }

    fn named<T>(&self, change: impl FnOnce(&mut Named) -> T) -> T {
        change(&mut self.named.lock().unwrap_or_else(std::sync::PoisonError::into_inner))
    }
}

/// If the index was not replaced, nothing will ever reference the new files.
impl Drop for Folder {
    fn drop(&mut self) {
        for path in self.named(|named| std::mem::take(&mut named.written)) {
            let _ = fs::remove_file(path);
        }
        delete_empty(&self.path, 2);
    }
}

/// Deletes the files of a former roll, and nothing else in the folder.
///
/// Files with signatories' names go first, then the lists that reference them, the index last: if this run is killed,
/// the next one finds everything that is left.
///
/// # Errors
/// If a file can't be deleted.
pub fn remove(path: &Path) -> Result<Changes> {
    if !path.is_dir() {
        return Ok(Changes::default());
    }
    let index = read_index(path);
    let old = index.as_ref().map(|index| files_of(path, index)).unwrap_or_default();
    let lists: HashSet<&str> = index.iter().flat_map(lists_of).map(String::as_str).collect();
    let mut deleted = delete(path, |name| !lists.contains(name), &old)?;
    deleted += delete(path, |_| true, &old)?;
    if index.is_some() {
        let target = path.join(INDEX);
        fs::remove_file(&target).with_context(|| format!("can't delete {}", target.display()))?;
        deleted += 1;
    }
    // Only if it is empty.
    let _ = fs::remove_dir(path);
    Ok(Changes { deleted, ..Changes::default() })
}

/// The index in the folder.
#[must_use]
pub fn read_index(path: &Path) -> Option<RollIndex> {
    RollIndex::read(&Json::parse(&text(&path.join(INDEX))?).ok()?)
}

/// A file named by the index or a list.
#[must_use]
pub fn read_file(path: &Path, name: &str) -> Option<RollFile> {
    parse(&text(&path.join(name))?)
}

fn text(path: &Path) -> Option<String> {
    String::from_utf8(regular::read_whole(path).ok()?).ok()
}

fn parse(text: &str) -> Option<RollFile> {
    RollFile::read(&Json::parse(text).ok()?, &as_written)
}

fn lists_of(index: &RollIndex) -> impl Iterator<Item = &String> {
    index.pages.iter().map(|list| &list.src).chain(index.names.iter().map(|list| &list.src))
}

/// The files that an index references, as far as its lists can be read.
fn files_of(path: &Path, index: &RollIndex) -> HashSet<String> {
    let mut files = HashSet::new();
    for list in lists_of(index) {
        let file = read_file(path, list).unwrap_or_default();
        files.extend(file.pages.into_iter().map(|page| page.src).chain(file.names.into_iter().map(|name| name.src)));
        files.insert(list.clone());
    }
    files
}

/// Deletes our files that are not wanted: those that the old index names, those named by their content's hash, and
/// unfinished ones.
fn delete(path: &Path, unwanted: impl Fn(&str) -> bool, old: &HashSet<String>) -> Result<usize> {
    let mut deleted = 0;
    for entry in fs::read_dir(path).with_context(|| format!("can't read {}", path.display()))?.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let temporary = name.starts_with(TEMPORARY);
        if !temporary && (!is_ours(&name) || !unwanted(&name)) {
            continue;
        }
        let hashed = || regular::read_whole(&entry.path()).is_ok_and(|bytes| name.starts_with(&name_hash(&bytes)));
        if temporary || old.contains(&name) || hashed() {
            fs::remove_file(entry.path()).with_context(|| format!("can't delete {}", entry.path().display()))?;
            deleted += usize::from(!temporary);
        }
    }
    Ok(deleted)
}

/// Whether the name has the form of a roll file's name.
fn is_ours(name: &str) -> bool {
    let hash = name.strip_suffix(".json").unwrap_or_default();
    hash.len() == 16 && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}
