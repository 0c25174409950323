//! Waiting for changes of the coordinator's files.

use anyhow::{Context, Result};
use notify_debouncer_mini::notify::{RecommendedWatcher, RecursiveMode};
use notify_debouncer_mini::{DebounceEventResult, Debouncer, new_debouncer};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// Editors write a file in several steps: only once nothing has changed for so long is it read.
const SETTLED: Duration = Duration::from_millis(200);

/// Folders that are being watched.
#[must_use = "what changes is told by `for_each`"]
pub struct Watch {
    changes: Receiver<DebounceEventResult>,
    _debouncer: Debouncer<RecommendedWatcher>,
}

impl Watch {
    /// Watches the folders: whatever changes from now on is told.
    ///
    /// # Errors
    /// If a folder can't be watched.
    pub fn start(folders: &[PathBuf]) -> Result<Watch> {
        let (sender, changes) = channel();
        let mut debouncer = new_debouncer(SETTLED, sender).context("this system can't watch folders")?;
        for folder in folders {
            let watching = debouncer.watcher().watch(folder, RecursiveMode::NonRecursive);
            watching.with_context(|| format!("can't watch {}", folder.display()))?;
        }
        Ok(Watch { changes, _debouncer: debouncer })
    }

    /// Calls `changed` after each change. It ends when the process does.
    pub fn for_each(self, mut changed: impl FnMut()) {
        for _ in &self.changes {
            changed();
        }
    }
}
