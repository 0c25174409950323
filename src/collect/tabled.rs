//! Who is in the coordinator's own table already, by the marks of `import`: nobody counts twice.

use crate::files::private_folder;
use crate::source::imported::{Known, Mark, Secret};
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

/// The marks of imported addresses, by letter's folder. They are read again after each import.
#[derive(Default)]
pub struct Tabled(Mutex<HashMap<PathBuf, Of>>);

struct Of {
    modified: Option<SystemTime>,
    secret: Secret,
    emails: HashSet<Mark>,
}

impl Tabled {
    /// Whether somebody with this address was imported into the letter of that folder.
    pub fn has(&self, folder: &Path, address: &str) -> bool {
        let modified =
            std::fs::metadata(private_folder::path(folder).join("imported")).and_then(|file| file.modified());
        let Ok(modified) = modified.map(Some) else { return false };
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.get(folder).is_none_or(|of| of.modified != modified) {
            let Some(of) = Of::read(folder, modified) else { return false };
            all.insert(folder.to_path_buf(), of);
        }
        // The mark as `import` makes it.
        let has = |of: &Of| of.emails.contains(&of.secret.mark("email", &[&address.trim().to_lowercase()]));
        all.get(folder).is_some_and(has)
    }
}

impl Of {
    fn read(folder: &Path, modified: Option<SystemTime>) -> Option<Of> {
        let secret = Secret::of(folder).ok()?;
        let known = Known::read(folder, &secret).ok()?;
        Some(Of { modified, emails: known.entries.iter().filter_map(|entry| entry.email).collect(), secret })
    }
}
