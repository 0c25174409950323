//! Whether the coordinator changed a letter's folder.

use crate::source::COLLECTED;
use crate::source::letter_folder::is_source;
use std::path::Path;
use std::time::SystemTime;

/// The source files of a folder, with their lengths and times, without what the collector writes itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources(Vec<(String, u64, Option<SystemTime>)>);

impl Sources {
    /// The files as they are now.
    pub fn of(folder: &Path) -> Sources {
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
        let mut files: Vec<_> = entries
            .filter_map(|entry| {
                let name = entry.file_name().into_string().ok()?;
                let found = entry.metadata().ok()?;
                (is_source(&name) && name != COLLECTED).then(|| (name, found.len(), found.modified().ok()))
            })
            .collect();
        files.sort();
        Sources(files)
    }
}
