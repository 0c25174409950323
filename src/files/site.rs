//! The folder that is published into: each file is written whole or not at all, and only within it.

use super::lock::{Lock, Patience, Work};
use super::regular;
use super::sync::TEMPORARY;
use super::unfinished;
use anyhow::{Context, Result, bail};
use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use tempfile::TempPath;

/// The folder that is served.
#[derive(Debug)]
pub struct Site {
    root: PathBuf,
    /// The lock, as long as anybody here holds it.
    lock: Mutex<Weak<Lock>>,
}

/// A file of the site and what it shall hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its path within the site, with slashes.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// What became of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Its path within the site.
    pub path: String,
    /// Whether it was written; if not, it held the same already.
    pub written: bool,
}

impl Site {
    /// Opens the folder, and makes it where there is none.
    ///
    /// # Errors
    /// If it can't be made.
    pub fn open(root: &Path) -> Result<Site> {
        let cannot = || format!("can't make the folder {}", root.display());
        fs::create_dir_all(root).with_context(cannot)?;
        Ok(Site { root: root.canonicalize().with_context(cannot)?, lock: Mutex::default() })
    }

    /// Locks the site for whoever publishes into it, and deletes what a killed run has left unfinished. Who has its lock
    /// from this site already shares it.
    ///
    /// # Errors
    /// If another process is at work there, or the folder can't be written into.
    pub fn lock(&self, patience: Patience) -> Result<Arc<Lock>> {
        let mut held = self.lock.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(lock) = held.upgrade() {
            return Ok(lock);
        }
        let lock = Arc::new(Lock::take(&self.root, Work::Publish, patience)?);
        unfinished::delete(&self.root, 0)?;
        unfinished::delete(&self.root.join("letters"), 2)?;
        *held = Arc::downgrade(&lock);
        Ok(lock)
    }

    /// The folder, by its absolute path without links.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The file of that path, `None` where there is none.
    ///
    /// # Errors
    /// If the path leads out of the site, or the file can't be read.
    pub fn read(&self, path: &str) -> Result<Option<Vec<u8>>> {
        let target = self.target(path)?;
        match regular::read_whole(&target) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error).with_context(|| format!("can't read {}", target.display())),
        }
    }

    /// Writes the files in their order, those alone that change.
    ///
    /// # Errors
    /// If a path leads out of the site, or a file can't be written: then none is.
    pub fn write(&self, files: &[File]) -> Result<Vec<Outcome>> {
        self.stage(files)?.commit()
    }

    /// Writes what changes beside the old files, which stay until the whole is committed.
    ///
    /// # Errors
    /// If a path leads out of the site, or a file can't be written.
    pub fn stage(&self, files: &[File]) -> Result<Staged> {
        for file in files {
            self.target(&file.path)?;
        }
        let mut staged = Staged { files: Vec::new() };
        for file in files {
            let (target, new) = self.stage_one(file)?;
            staged.files.push(StagedFile { path: file.path.clone(), target, new });
        }
        Ok(staged)
    }

    /// Deletes a file, if it is there.
    ///
    /// # Errors
    /// If the path leads out of the site, or the file can't be deleted.
    pub fn delete(&self, path: &str) -> Result<()> {
        let target = self.target(path)?;
        match fs::remove_file(&target) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                Err(error).with_context(|| format!("can't delete {}", target.display()))
            }
            _ => Ok(()),
        }
    }

    /// Where a folder of the site is or may be made.
    ///
    /// # Errors
    /// If the path leads out of the site.
    pub fn folder(&self, path: &str) -> Result<PathBuf> {
        self.target(path)
    }

    /// Where the file stands, and its new content if that is another than the old.
    fn stage_one(&self, file: &File) -> Result<(PathBuf, Option<TempPath>)> {
        let target = self.target(&file.path)?;
        if self.read(&file.path)?.as_ref() == Some(&file.bytes) {
            return Ok((target, None));
        }
        match write_beside(&target, &file.bytes, SERVED) {
            Ok(new) => Ok((target, Some(new))),
            Err(error) => {
                unfinished::delete_empty(target.parent().unwrap_or(&self.root), AROUND);
                Err(error).with_context(|| format!("can't write {}", target.display()))
            }
        }
    }

    /// Where a file of the site is. A symbolic link on the way could lead anywhere, so none is followed.
    fn target(&self, path: &str) -> Result<PathBuf> {
        let mut target = self.root.clone();
        for part in Path::new(path).components() {
            let Component::Normal(part) = part else { bail!("{path} leads out of {}", self.root.display()) };
            target.push(part);
            if fs::symlink_metadata(&target).is_ok_and(|found| found.is_symlink()) {
                bail!(
                    "{} is a symbolic link, which may lead out of the site: put a folder or file in its place",
                    target.display()
                );
            }
        }
        Ok(target)
    }
}

/// How many folders are between a file and the site: a letter's file stands in `letters/id/fr/`.
const AROUND: usize = 2;

/// Files that are written, and have not yet taken the places of the old ones. Dropped, they are gone.
#[derive(Debug)]
#[must_use = "the site changes once this is committed"]
pub struct Staged {
    files: Vec<StagedFile>,
}

#[derive(Debug)]
struct StagedFile {
    path: String,
    target: PathBuf,
    /// The new content, if it is another than the old.
    new: Option<TempPath>,
}

impl Staged {
    /// Exchanges the files, in their order: readers see the old content of each or the new, never a part.
    ///
    /// # Errors
    /// If one can't be exchanged; those before it are.
    pub fn commit(mut self) -> Result<Vec<Outcome>> {
        let mut outcomes = Vec::new();
        for StagedFile { path, target, new } in &mut self.files {
            let written = new.is_some();
            if let Some(new) = new.take() {
                exchange(new, target).with_context(|| format!("can't write {}", target.display()))?;
            }
            outcomes.push(Outcome { path: std::mem::take(path), written });
        }
        Ok(outcomes)
    }
}

/// With what was never exchanged go the folders that were made for it.
impl Drop for Staged {
    fn drop(&mut self) {
        for StagedFile { target, new, .. } in &mut self.files {
            if let (Some(new), Some(folder)) = (new.take(), target.parent()) {
                drop(new);
                unfinished::delete_empty(folder, AROUND);
            }
        }
    }
}

/// Writes into a file beside it that then takes its name.
///
/// # Errors
/// If it can't be written; the old content then stays.
pub(crate) fn write_atomically(target: &Path, bytes: &[u8]) -> std::io::Result<()> {
    exchange(write_beside(target, bytes, SERVED)?, target)
}

/// The same, of a file with these permissions (as Unix has them), less those that the process gives nobody.
///
/// # Errors
/// If it can't be written; the old content then stays.
pub(crate) fn write_with_mode(target: &Path, bytes: &[u8], mode: u32) -> std::io::Result<()> {
    exchange(write_beside(target, bytes, mode)?, target)
}

/// Temporary files are for their owner alone; these are going to be served.
const SERVED: u32 = 0o666;

fn write_beside(target: &Path, bytes: &[u8], mode: u32) -> std::io::Result<TempPath> {
    let folder = target.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(TEMPORARY);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(mode));
    #[cfg(not(unix))]
    let _ = mode;
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file.into_temp_path())
}

fn exchange(new: TempPath, target: &Path) -> std::io::Result<()> {
    new.persist(target)?;
    // The new name itself lasts through a power cut only once the folder is written too.
    #[cfg(unix)]
    fs::File::open(target.parent().unwrap_or(Path::new(".")))?.sync_all()?;
    Ok(())
}
