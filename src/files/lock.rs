//! One writer at a time: a command that writes into a site or a letter's folder holds that folder's lock.
//!
//! The lock is the system's own (`flock`, `LockFileEx`) on a file in the folder, so it ends with the process that holds
//! it, however that ends. A second file names the holder, because Windows lets nobody read a locked file. Both files
//! are deleted when the work is done; those that a killed process leaves behind block nobody.

use super::time::local;
use anyhow::{Context, Result, bail};
use jiff::Timestamp;
use same_file::Handle;
use std::fmt;
use std::fs::{self, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// The locked file.
const LOCK: &str = ".open-letter.lock";

/// The file that names the holder.
const HOLDER: &str = ".open-letter.holder";

/// The pause between two attempts to take the lock.
const AGAIN: Duration = Duration::from_millis(50);

/// How long a command waits before it reports the holder: most work ends sooner.
pub const PATIENCE: Duration = Duration::from_secs(5);

/// The work for which a folder is locked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// `open-letter publish`.
    Publish,
    /// `open-letter import`.
    Import,
}

/// What a command does when it finds a folder locked.
#[derive(Clone, Copy, Debug)]
pub enum Patience {
    /// It fails after [`PATIENCE`].
    Short,
    /// It waits as long as necessary, and reports the holder once.
    Endless(fn(&Holder)),
}

/// The right to write into a folder.
#[derive(Debug)]
#[must_use = "the folder is free again once this is dropped"]
pub struct Lock {
    folder: PathBuf,
    file: Option<Handle>,
}

/// The process that holds a folder's lock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    folder: PathBuf,
    /// The work, the process number, and the start; `None` if they can't be read.
    who: Option<(Work, u32, Timestamp)>,
}

impl Lock {
    /// Locks a folder before writing into it.
    ///
    /// # Errors
    /// If another process holds the lock, or no file can be written there.
    pub fn take(folder: &Path, work: Work, patience: Patience) -> Result<Lock> {
        let begun = Instant::now();
        let mut reported = false;
        loop {
            let holder = match Lock::attempt(folder, work) {
                Ok(Ok(lock)) => return Ok(lock),
                Ok(Err(holder)) => holder,
                Err(error) => return Err(error).with_context(|| format!("can't write into {}", folder.display())),
            };
            match patience {
                Patience::Short if begun.elapsed() > PATIENCE => {
                    bail!("{holder}: wait until it has ended, or end it, and try again")
                }
                Patience::Endless(report) if !reported && begun.elapsed() > PATIENCE => {
                    report(&holder);
                    reported = true;
                }
                _ => {}
            }
            std::thread::sleep(AGAIN);
        }
    }

    /// Locks a letter's folder. A read-only folder needs no lock.
    ///
    /// # Errors
    /// If another process holds the lock.
    pub fn of_letter(folder: &Path, work: Work, patience: Patience) -> Result<Lock> {
        let is_closed = |error: &io::Error| {
            let kinds = [ErrorKind::PermissionDenied, ErrorKind::ReadOnlyFilesystem];
            kinds.contains(&error.kind()) || !folder.is_dir()
        };
        match Lock::take(folder, work, patience) {
            Err(error) if error.downcast_ref().is_some_and(is_closed) => {
                Ok(Lock { folder: folder.to_path_buf(), file: None })
            }
            taken => taken,
        }
    }

    /// Tries once: returns the lock or its holder.
    fn attempt(folder: &Path, work: Work) -> io::Result<Result<Lock, Holder>> {
        let path = folder.join(LOCK);
        if fs::symlink_metadata(&path).is_ok_and(|found| !found.is_file()) {
            return Err(io::Error::other(format!("{} is not a file: delete it", path.display())));
        }
        let file = OpenOptions::new().create(true).truncate(false).write(true).read(true).open(&path)?;
        match file.try_lock() {
            Ok(()) => {}
            // Some network file systems have no locks. Working without one is better than failing.
            Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => {}
            Err(TryLockError::Error(error)) => return Err(error),
            Err(TryLockError::WouldBlock) => return Ok(Err(Holder::of(folder))),
        }
        let handle = Handle::from_file(file)?;
        // The last holder deletes the file. A process that opened it just before has locked a deleted file.
        if !Handle::from_path(&path).is_ok_and(|there| there == handle) {
            return Ok(Err(Holder::of(folder)));
        }
        // If writing fails, other processes only lack the holder's name.
        let _ = write_holder(folder, work);
        Ok(Ok(Lock { folder: folder.to_path_buf(), file: Some(handle) }))
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        if self.file.is_some() {
            // Deleted while the lock is held, so that nobody else's files are.
            let _ = fs::remove_file(self.folder.join(HOLDER));
            let _ = fs::remove_file(self.folder.join(LOCK));
        }
    }
}

impl Work {
    const ALL: [(Work, &str); 2] = [(Work::Publish, "publish"), (Work::Import, "import")];

    /// The name of the command.
    fn name(self) -> &'static str {
        Self::ALL.into_iter().find_map(|(work, name)| (work == self).then_some(name)).unwrap_or_default()
    }
}

impl Holder {
    fn of(folder: &Path) -> Holder {
        let text = fs::read_to_string(folder.join(HOLDER)).unwrap_or_default();
        Holder { folder: folder.to_path_buf(), who: parse(&text) }
    }
}

impl fmt::Display for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let folder = self.folder.display();
        match self.who {
            Some((work, process, since)) => {
                let (name, since) = (work.name(), local(since));
                write!(f, "open-letter {name} (process {process}) is working in {folder}, since {since}")
            }
            None => write!(f, "another open-letter is working in {folder}"),
        }
    }
}

fn write_holder(folder: &Path, work: Work) -> io::Result<()> {
    let path = folder.join(HOLDER);
    // Any file here is a leftover. It is deleted, not overwritten: it could be a link to elsewhere.
    let _ = fs::remove_file(&path);
    let mut file = OpenOptions::new().create_new(true).write(true).open(&path)?;
    let since = Timestamp::now().as_second();
    file.write_all(format!("{} {} {since}\n", work.name(), std::process::id()).as_bytes())
}

/// Parses the text that a holder wrote about itself.
fn parse(text: &str) -> Option<(Work, u32, Timestamp)> {
    let mut words = text.split_whitespace();
    let name = words.next()?;
    let work = Work::ALL.into_iter().find_map(|(work, known)| (known == name).then_some(work))?;
    let process = words.next()?.parse().ok()?;
    let since = Timestamp::from_second(words.next()?.parse().ok()?).ok()?;
    Some((work, process, since))
}
