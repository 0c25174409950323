//! The folder that is published into: each file is written whole or not at all, and only within it.

use anyhow::{Context, Result, bail};
use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Component, Path, PathBuf};

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

    /// Writes the files in their order, those alone that change. Nothing is written if a path leads out of the site.
    ///
    /// # Errors
    /// If a path leads out of the site, or a file can't be written; those before it are.
    pub fn write(&self, files: &[File]) -> Result<Vec<Outcome>> {
        for file in files {
            self.target(&file.path)?;
        }
        files.iter().map(|file| self.write_one(file)).collect()
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

    fn write_one(&self, file: &File) -> Result<Outcome> {
        let written = self.read(&file.path)?.as_ref() != Some(&file.bytes);
        if written {
            let target = self.target(&file.path)?;
            write_atomically(&target, &file.bytes).with_context(|| format!("can't write {}", target.display()))?;
        }
        Ok(Outcome { path: file.path.clone(), written })
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

/// Writes into a file beside it that then takes its name: readers see the old content or the new, never a part.
///
/// # Errors
/// If it can't be written; the old content then stays.
pub(super) fn write_atomically(target: &Path, bytes: &[u8]) -> std::io::Result<()> {
    // Temporary files are for their owner alone; this one is going to be served.
    write_with_mode(target, bytes, 0o666)
}

/// The same, of a file with these permissions (as Unix has them), less those that the process gives nobody.
///
/// # Errors
/// If it can't be written; the old content then stays.
pub(super) fn write_with_mode(target: &Path, bytes: &[u8], mode: u32) -> std::io::Result<()> {
    let folder = target.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(".open-letter-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(mode));
    #[cfg(not(unix))]
    let _ = mode;
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(target)?;
    // The new name itself lasts through a power cut only once the folder is written too.
    #[cfg(unix)]
    fs::File::open(folder)?.sync_all()?;
    Ok(())
}
