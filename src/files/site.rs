//! The site's folder: each file is written whole or not at all, and only inside the folder.

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

/// The folder to be served.
#[derive(Debug)]
pub struct Site {
    root: PathBuf,
    /// The lock, as long as anything in this process holds it.
    lock: Mutex<Weak<Lock>>,
}

/// A file of the site with its new content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its path within the site, with slashes.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// The outcome of writing a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Its path within the site.
    pub path: String,
    /// Whether it was written; otherwise it had this content already.
    pub written: bool,
}

impl Site {
    /// Opens the folder, or makes it if it is missing.
    ///
    /// # Errors
    /// If it can't be made.
    pub fn open(root: &Path) -> Result<Site> {
        let cannot = || format!("can't make the folder {}", root.display());
        fs::create_dir_all(root).with_context(cannot)?;
        Ok(Site { root: root.canonicalize().with_context(cannot)?, lock: Mutex::default() })
    }

    /// Locks the site for publishing, and deletes the unfinished files of a killed run. Callers in this process share
    /// the lock.
    ///
    /// # Errors
    /// If another process holds the lock, or the folder can't be written.
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

    /// The folder's absolute path, without links.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The file at this path; `None` if there is none.
    ///
    /// # Errors
    /// If the path leads outside the site, or the file can't be read.
    pub fn read(&self, path: &str) -> Result<Option<Vec<u8>>> {
        let target = self.target(path)?;
        match regular::read_whole(&target) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error).with_context(|| format!("can't read {}", target.display())),
        }
    }

    /// Writes the files that change, in order.
    ///
    /// # Errors
    /// If a path leads outside the site, or a file can't be written: then none is written.
    pub fn write(&self, files: &[File]) -> Result<Vec<Outcome>> {
        self.stage(files)?.commit()
    }

    /// Writes the files that change beside the old ones, which stay until `commit`.
    ///
    /// # Errors
    /// If a path leads outside the site, or a file can't be written.
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

    /// Deletes a file if it exists.
    ///
    /// # Errors
    /// If the path leads outside the site, or the file can't be deleted.
    pub fn delete(&self, path: &str) -> Result<()> {
        let target = self.target(path)?;
        match fs::remove_file(&target) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                Err(error).with_context(|| format!("can't delete {}", target.display()))
            }
            _ => Ok(()),
        }
    }

    /// The path of a folder of the site, which need not exist.
    ///
    /// # Errors
    /// If the path leads outside the site.
    pub fn folder(&self, path: &str) -> Result<PathBuf> {
        self.target(path)
    }

    /// The file's path, and its new content if that differs from the old.
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

    /// The path of a file of the site. Refuses symbolic links on the way, because they could lead anywhere.
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

/// How many folders lie between a file and the site: a letter's file is in `letters/id/fr/`.
const AROUND: usize = 2;

/// Written files that have not yet replaced the old ones. Dropping them deletes them.
#[derive(Debug)]
#[must_use = "the site changes once this is committed"]
pub struct Staged {
    files: Vec<StagedFile>,
}

#[derive(Debug)]
struct StagedFile {
    path: String,
    target: PathBuf,
    /// The new content, if it differs from the old.
    new: Option<TempPath>,
}

impl Staged {
    /// Replaces the files in order: readers get each file's old content or its new content, never a part.
    ///
    /// # Errors
    /// If one can't be replaced; those before it are.
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

/// Deletes files that were never put in place, and the folders made for them.
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

/// Writes the content to a temporary file beside the target, then renames it.
///
/// # Errors
/// If it can't be written; the old content stays.
pub(crate) fn write_atomically(target: &Path, bytes: &[u8]) -> std::io::Result<()> {
    exchange(write_beside(target, bytes, SERVED)?, target)
}

/// The same, with these Unix permissions, less the process's umask.
///
/// # Errors
/// If it can't be written; the old content stays.
pub(crate) fn write_with_mode(target: &Path, bytes: &[u8], mode: u32) -> std::io::Result<()> {
    exchange(write_beside(target, bytes, mode)?, target)
}

/// Temporary files are readable by their owner only; these are going to be served.
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
    // The new name survives a power cut only once the folder is written too.
    #[cfg(unix)]
    fs::File::open(target.parent().unwrap_or(Path::new(".")))?.sync_all()?;
    Ok(())
}
