//! Waiting for changes of the coordinator's files.
//!
//! The files are looked at, not listened to: what a system tells of a folder differs from one to the next, is told of
//! reading too, and is not told at all in many a shared folder, network or container. To look at the few files of a
//! letter four times a second costs nothing that can be measured, and nobody notices it: no file is opened.

use crate::source::letter_folder::is_source;
use std::ffi::OsString;
use std::fs::{self, Metadata};
use std::path::PathBuf;
use std::time::{Duration, Instant, SystemTime};

/// How often the files are looked at. Editors write a file in several steps: only what is the same twice is read.
const EVERY: Duration = Duration::from_millis(250);

/// Folders that are being watched.
#[derive(Debug)]
pub struct Watch {
    folders: Vec<PathBuf>,
    seen: Vec<Vec<State>>,
}

/// A file, as far as can be told without reading it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct State {
    name: OsString,
    length: u64,
    modified: Option<SystemTime>,
    /// What changes with the content even where an older time is given to the file: of Unix, the time of the last
    /// change of any kind, and the number of the file.
    changed: (i64, i64, u64),
}

impl Watch {
    /// Watches the folders of letters: whatever changes in their sources from now on is told. The time of reading is no
    /// change, nor is what publishing and importing remember.
    #[must_use]
    pub fn start(folders: &[PathBuf]) -> Watch {
        let mut watch = Watch { folders: folders.to_vec(), seen: Vec::new() };
        watch.seen = watch.look();
        watch
    }

    /// Waits for a change, and for the end of it.
    pub fn wait(&mut self) {
        while !self.waits_for(Duration::MAX) {}
    }

    /// The same, so long at most. Whether anything has changed.
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

    /// The sources of each folder. A folder that is not there has none, and may come back.
    fn look(&self) -> Vec<Vec<State>> {
        let states = |folder: &PathBuf| {
            let entries = fs::read_dir(folder).into_iter().flatten().flatten();
            let sources = entries.filter(|entry| entry.file_name().to_str().is_some_and(is_source));
            // What a link leads to is looked at.
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
