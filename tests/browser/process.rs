//! A process and everything that it starts, ended together.
//!
//! Killing a driver leaves its browser running. So each driver gets a process group of its own, which is ended as a
//! whole: on drop, and on Ctrl-C through [`end_all`].

use rustix::process::{Pid, Signal, kill_process_group};
use std::fs::File;
use std::io;
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Child, Command};
use std::sync::{Mutex, PoisonError};
use tempfile::TempDir;
use tokio::runtime::Runtime;
use tokio::signal::unix::{SignalKind, signal};

/// The groups that run now, and the folder of each.
static GROUPS: Mutex<Vec<(Pid, PathBuf)>> = Mutex::new(Vec::new());

/// A running process, with a folder for all files that it writes. Dropping it ends it with its children and removes the
/// folder.
#[must_use = "dropping it ends the process"]
pub struct Process {
    pub child: Child,
    group: Pid,
    folder: TempDir,
}

impl Process {
    /// Starts `command`; its temporary files, profiles and output go into its folder.
    pub fn start(mut command: Command) -> io::Result<Process> {
        let folder = tempfile::Builder::new().prefix("open-letter-browser-").tempdir()?;
        let log = File::create(folder.path().join("log"))?;
        command.process_group(0).stderr(log);
        for variable in ["TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"] {
            command.env(variable, folder.path());
        }
        let child = command.spawn()?;
        let group = Pid::from_child(&child);
        groups(|groups| groups.push((group, folder.path().to_path_buf())));
        Ok(Process { child, group, folder })
    }

    /// Its error output so far.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.folder.path().join("log")).unwrap_or_default()
    }

    /// Whether it has exited.
    pub fn ended(&mut self) -> bool {
        !matches!(self.child.try_wait(), Ok(None))
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        end(self.group);
        groups(|groups| groups.retain(|(group, _)| *group != self.group));
        let _ = self.child.wait();
    }
}

/// Ends every process that is still running, for exits that drop nothing.
pub fn end_all() {
    groups(|groups| {
        for (group, folder) in groups.drain(..) {
            end(group);
            let _ = std::fs::remove_dir_all(folder);
        }
    });
}

/// Makes Ctrl-C and SIGTERM end this process with all others.
pub fn end_all_when_interrupted(runtime: &Runtime) -> io::Result<()> {
    let mut terminated = runtime.block_on(async { signal(SignalKind::terminate()) })?;
    runtime.spawn(async move {
        tokio::select! {
            _ = tokio::signal::ctrl_c() => (),
            _ = terminated.recv() => (),
        }
        end_all();
        std::process::exit(130);
    });
    Ok(())
}

fn end(group: Pid) {
    // It may have exited already: then there is nothing to do.
    let _ = kill_process_group(group, Signal::KILL);
}

fn groups(change: impl FnOnce(&mut Vec<(Pid, PathBuf)>)) {
    change(&mut GROUPS.lock().unwrap_or_else(PoisonError::into_inner));
}
