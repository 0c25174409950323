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
    /// Hidden.
    Hidden,
    /// Shown again.
    Shown,
    /// With changed words, at this second since 1970: the name of an older backup must not be shown.
    Changed(i64),
}

impl Gone {
    const ALL: [(Gone, &str); 5] = [
        (Gone::Withdrawn, "withdrawn"),
        (Gone::Invalidated, "invalidated"),
        (Gone::Restored, "restored"),
        (Gone::Hidden, "hidden"),
        (Gone::Shown, "shown"),
    ];

    fn written(self) -> String {
        match self {
            Gone::Changed(at) => format!("changed {at}"),
            _ => {
                Gone::ALL.into_iter().find(|(gone, _)| *gone == self).map_or("withdrawn", |(_, name)| name).to_string()
            }
        }
    }

    fn read(written: &str) -> Option<Gone> {
        match written.strip_prefix("changed ") {
            Some(at) => at.parse().ok().map(Gone::Changed),
            None => Gone::ALL.into_iter().find(|(_, name)| *name == written).map(|(gone, _)| gone),
        }
    }
}

/// Gives a file the owner of another, as far as that is allowed. What a command makes as root is the collector's too.
pub fn give_to_owner_of(other: &Path, file: &Path) {
    #[cfg(unix)]
    if let Ok(owner) = std::fs::metadata(other) {
        use std::os::unix::fs::{MetadataExt, chown};
        // Only root may give files away, and to others than root this changes nothing.
        let _ = chown(file, Some(owner.uid()), Some(owner.gid()));
    }
    #[cfg(not(unix))]
    let _ = (other, file);
}

/// The file.
#[derive(Debug)]
pub struct Withdrawn {
    path: PathBuf,
    database: PathBuf,
    file: Option<File>,
}

impl Withdrawn {
    /// The file of a database. It is made with the first line, and belongs to whom the database belongs to.
    #[must_use]
    pub fn of(path: &Path, database: &Path) -> Withdrawn {
        Withdrawn { path: path.to_path_buf(), database: database.to_path_buf(), file: None }
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
                give_to_owner_of(&self.database, &self.path);
                // A line that was broken off must not join the next one.
                file.write_all(b"\n").with_context(cannot)?;
                none.insert(file)
            }
        };
        let mut lines = String::new();
        for (id, gone) in gone {
            let _ = writeln!(lines, "{id} {}", gone.written());
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
            let (id, gone) = line.split_once(' ')?;
            Some((Id::parse(id)?, Gone::read(gone)?))
        };
        Ok(text.lines().filter_map(line).collect())
    }
}
