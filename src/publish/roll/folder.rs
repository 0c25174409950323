//! The folder of a roll's files.
//!
//! A file is named by the hash of its content, so it is never changed; what a new index does not name is deleted once
//! that index stands. A power cut or a kill at any point leaves an index, old or new, with all that it names.

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

/// The folder, while it is written.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    /// Files that stood there before, by name, with their lengths.
    before: HashMap<String, u64>,
    named: Mutex<Named>,
}

#[derive(Debug, Default)]
struct Named {
    names: HashSet<String>,
    changes: Changes,
    /// Files that are new here, which nothing leads to before the index is exchanged.
    written: Vec<PathBuf>,
}

/// How many files were changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Those that were written, the index among them.
    pub written: usize,
    /// Those that the roll has and that stood there already.
    pub unchanged: usize,
    /// Those that the roll no longer has.
    pub deleted: usize,
}

impl Folder {
    /// Opens the folder, and makes it where there is none.
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

    /// Writes a file, unless it is there; its name.
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

    /// Has the roll keep files that stood there before. Whether all did.
    pub fn keep<'n>(&self, names: impl IntoIterator<Item = &'n String>) -> bool {
        self.named(|named| {
            names.into_iter().all(|name| {
                let kept = named.names.insert(name.clone());
                named.changes.unchanged += usize::from(kept);
                !kept || self.before.contains_key(name)
            })
        })
    }

    /// A file, if it is what its name says.
    #[must_use]
    pub fn read(&self, name: &str) -> Option<Vec<u8>> {
        let bytes = regular::read_whole(&self.path.join(name)).ok()?;
        (name.strip_suffix(".json") == Some(&name_hash(&bytes))).then_some(bytes)
    }

    /// A list, if it is what its name says.
    #[must_use]
    pub fn list(&self, name: &str) -> Option<RollFile> {
        parse(std::str::from_utf8(&self.read(name)?).ok()?)
    }

    /// The hash of what stood there: the index, and the names and lengths of the other files.
    #[must_use]
    pub fn fingerprint(&self) -> u64 {
        let index = regular::read_whole(&self.path.join(INDEX)).unwrap_or_default();
        let mut files: Vec<String> = self.before.iter().map(|(name, length)| format!("{name} {length}")).collect();
        files.sort_unstable();
        fnv1a(&[&index, files.concat().as_bytes()])
    }

    /// Makes all files last, then exchanges the index, then deletes what it does not name.
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

/// Where the index could not be exchanged, nothing will ever lead to what is new.
impl Drop for Folder {
    fn drop(&mut self) {
        for path in self.named(|named| std::mem::take(&mut named.written)) {
            let _ = fs::remove_file(path);
        }
        delete_empty(&self.path, 2);
    }
}

/// Deletes the files of a roll that there is no longer. Whatever else stands there stays.
///
/// What bears names goes first, then the lists that lead to it, the index last: a run that comes after one that was
/// killed finds all that is left.
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

/// The index that stands in the folder.
#[must_use]
pub fn read_index(path: &Path) -> Option<RollIndex> {
    RollIndex::read(&Json::parse(&text(&path.join(INDEX))?).ok()?)
}

/// A file that the index or a list names.
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

/// The files that an index leads to, as far as its lists can be read.
fn files_of(path: &Path, index: &RollIndex) -> HashSet<String> {
    let mut files = HashSet::new();
    for list in lists_of(index) {
        let file = read_file(path, list).unwrap_or_default();
        files.extend(file.pages.into_iter().map(|page| page.src).chain(file.names.into_iter().map(|name| name.src)));
        files.insert(list.clone());
    }
    files
}

/// Deletes what is not wanted and was ours: what the old index named, what has the hash of its content for a name, and
/// what was never finished.
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

/// Whether the name is one of those that files are given here.
fn is_ours(name: &str) -> bool {
    let hash = name.strip_suffix(".json").unwrap_or_default();
    hash.len() == 16 && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}
