//! The file of those who are gone or want to be hidden: ids alone, only ever appended to. It is kept beside the database
//! and not within it, so that a backup that is restored brings nobody back.

use crate::collect::signature::Id;
use anyhow::{Context, Result};
use std::fmt::Write as _;
use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

/// What became of a signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gone {
    /// Withdrawn, rejected or erased.
    Withdrawn,
    /// Taken out by the coordinator.
    Invalidated,
    /// Put back by the coordinator.
    Restored,
    /// Hidden, or with changed words: the name of a backup must not be shown.
    Hidden,
    /// Shown again.
    Shown,
}

impl Gone {
    const ALL: [(Gone, &str); 5] = [
        (Gone::Withdrawn, "withdrawn"),
        (Gone::Invalidated, "invalidated"),
        (Gone::Restored, "restored"),
        (Gone::Hidden, "hidden"),
        (Gone::Shown, "shown"),
    ];

    fn name(self) -> &'static str {
        Gone::ALL.into_iter().find(|(gone, _)| *gone == self).map_or("withdrawn", |(_, name)| name)
    }
}

/// The file.
#[derive(Debug)]
pub struct Withdrawn {
    path: PathBuf,
    file: Option<File>,
}

impl Withdrawn {
    /// Opens the file. It is made with the first line.
    ///
    /// # Errors
    /// If it can't be opened.
    pub fn open(path: &Path) -> Result<Withdrawn> {
        Ok(Withdrawn { path: path.to_path_buf(), file: None })
    }

    /// Appends, and waits for the disk.
    ///
    /// # Errors
    /// If it can't be written.
    pub fn append(&mut self, gone: &[(Id, Gone)]) -> Result<()> {
        if gone.is_empty() {
            return Ok(());
        }
        let cannot = || format!("can't write {}", self.path.display());
        let file = match &mut self.file {
            Some(file) => file,
            none => {
                let mut options = OpenOptions::new();
                options.create(true).append(true);
                #[cfg(unix)]
                std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
                let mut file = options.open(&self.path).with_context(cannot)?;
                // A line that was broken off must not join the next one.
                file.write_all(b"\n").with_context(cannot)?;
                none.insert(file)
            }
        };
        let mut lines = String::new();
        for (id, gone) in gone {
            let _ = writeln!(lines, "{id} {}", gone.name());
        }
        let done = file.write_all(lines.as_bytes()).and_then(|()| file.sync_data());
        if done.is_err() {
            // A full disk may have taken a part of a line: the next one begins anew.
            self.file = None;
        }
        done.with_context(cannot)
    }

    /// The lines of the file, in their order. Broken lines are left out.
    ///
    /// # Errors
    /// If it can't be read.
    pub fn read(path: &Path) -> Result<Vec<(Id, Gone)>> {
        let text = match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(error).with_context(|| format!("can't read {}", path.display())),
        };
        let line = |line: &str| {
            let (id, name) = line.split_once(' ')?;
            let gone = Gone::ALL.into_iter().find(|(_, known)| *known == name)?.0;
            Some((Id::parse(id)?, gone))
        };
        Ok(text.lines().filter_map(line).collect())
    }
}
