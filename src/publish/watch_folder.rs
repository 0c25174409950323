//! Waiting for changes of the coordinator's files.
//!
//! It polls the files instead of listening for events: systems report changes of a folder differently, also report
//! reading, and report nothing in many shared folders, networks or containers. Checking a letter's few files four times
//! a second costs nothing measurable: no file is opened.

use crate::source::letter_folder::is_source;
use std::ffi::OsString;
use std::fs::{self, Metadata};
use std::path::PathBuf;
use std::time::{Duration, Instant, SystemTime};

/// The pause between two checks. Editors write a file in several steps, so a file is read once two checks agree.
const EVERY: Duration = Duration::from_millis(250);

/// The watched folders.
#[derive(Debug)]
pub struct Watch {
    folders: Vec<PathBuf>,
    seen: Vec<Vec<State>>,
}

/// A file's state, as far as it is visible without reading.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct State {
    name: OsString,
    length: u64,
    modified: Option<SystemTime>,
    /// Changes with the content even if the file gets an older time: on Unix, the time of the last change of any kind,
    /// and the inode number.
    changed: (i64, i64, u64),
}

impl Watch {
    /// Watches the folders of letters for any change of their sources from now on. The time of reading is not a change,
    /// nor are the records of publishing and importing.
    #[must_use]
    pub fn start(folders: &[PathBuf]) -> Watch {
        let mut watch = Watch { folders: folders.to_vec(), seen: Vec::new() };
        watch.seen = watch.look();
        watch
    }

    /// Waits until something changes and the changes end, so long at most. Returns whether anything changed.
    pub fn waits_for(&mut self, limit: Duration) -> bool {
        let begun = Instant::now();
        let mut last = self.look();
        loop {
            std::thread::sleep(EVERY);
            let now = self.look();
            if now == last && now != self.seen {
                self.seen = now;
                return true;
            }
            if now == self.seen && begun.elapsed() >= limit {
                return false;
            }
            last = now;
        }
    }

    /// The sources of each folder. A missing folder has none, and may come back.
    fn look(&self) -> Vec<Vec<State>> {
        let states = |folder: &PathBuf| {
            let entries = fs::read_dir(folder).into_iter().flatten().flatten();
            let sources = entries.filter(|entry| entry.file_name().to_str().is_some_and(is_source));
            // Follows links.
            let state = |entry: fs::DirEntry| Some(State::of(entry.file_name(), &fs::metadata(entry.path()).ok()?));
            let mut states: Vec<State> = sources.filter_map(state).collect();
            states.sort();
            states
        };
        self.folders.iter().map(states).collect()
    }
}

impl State {
    fn of(name: OsString, found: &Metadata) -> State {
        #[cfg(unix)]
        let changed = {
            use std::os::unix::fs::MetadataExt;
            (found.ctime(), found.ctime_nsec(), found.ino())
        };
        #[cfg(not(unix))]
        let changed = (0, 0, 0);
        State { name, length: found.len(), modified: found.modified().ok(), changed }
    }
}
