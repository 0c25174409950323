//! The folder that is published into: each file is written whole or not at all, and only within it.

use super::sync::TEMPORARY;
use anyhow::{Context, Result, bail};
use std::collections::BTreeSet;
use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Component, Path, PathBuf};
use tempfile::TempPath;

/// The folder that is served.
#[derive(Debug)]
pub struct Site {
    root: PathBuf,
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
        Ok(Site { root: root.canonicalize().with_context(cannot)? })
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
        match fs::read(&target) {
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
        let files: Result<Vec<StagedFile>> = files.iter().map(|file| self.stage_one(file)).collect();
        Ok(Staged { files: files? })
    }

    /// Deletes what was never finished, because the command was killed, in the folders of these files.
    ///
    /// # Errors
    /// If a path leads out of the site, or a file can't be deleted.
    pub fn clean(&self, files: &[Outcome]) -> Result<()> {
        let folders: BTreeSet<&Path> = files.iter().filter_map(|file| Path::new(&file.path).parent()).collect();
        for folder in folders {
            let folder = self.target(&folder.to_string_lossy())?;
            for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
                let path = entry.path();
                if entry.file_name().to_string_lossy().starts_with(TEMPORARY) && path.is_file() {
                    fs::remove_file(&path).with_context(|| format!("can't delete {}", path.display()))?;
                }
            }
        }
        Ok(())
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

    fn stage_one(&self, file: &File) -> Result<StagedFile> {
        let target = self.target(&file.path)?;
        let changes = self.read(&file.path)?.as_ref() != Some(&file.bytes);
        let new = changes
            .then(|| {
                write_beside(&target, &file.bytes, SERVED).with_context(|| format!("can't write {}", target.display()))
            })
            .transpose()?;
        Ok(StagedFile { path: file.path.clone(), target, new })
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
    pub fn commit(self) -> Result<Vec<Outcome>> {
        let commit = |StagedFile { path, target, new }| {
            let written = new.is_some();
            if let Some(new) = new {
                exchange(new, &target).with_context(|| format!("can't write {}", target.display()))?;
            }
            Ok(Outcome { path, written })
        };
        self.files.into_iter().map(commit).collect()
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
