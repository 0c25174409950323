//! A disk that becomes full, at any point of the work.

#![cfg(unix)]

use crate::folder::Folder;
use crate::generated;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

/// Runs the command with a limit of this many blocks of 512 bytes per file. Writing more fails, as on a full disk.
fn run_within(blocks: u32, folder: &Folder, arguments: &[&str]) -> Output {
    let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
    let mut command = Command::new("sh");
    command.args(["-c", &script, env!("CARGO_BIN_EXE_open-letter")]).args(arguments);
    command.current_dir(folder.beside("")).env("SOURCE_DATE_EPOCH", "1700000000").output().unwrap()
}

/// Every path inside the folder.
fn paths(folder: &Path) -> Vec<String> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        paths.push(entry.path().display().to_string());
        paths.extend(self::paths(&entry.path()));
    }
    paths.sort();
    paths
}

#[track_caller]
fn nothing_is_left(folder: &Folder) {
    let left: Vec<String> = paths(&folder.beside("")).into_iter().filter(|path| is_left(path)).collect();
    assert!(left.is_empty(), "{left:?}");
}

fn is_left(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.starts_with(".open-letter-") || name.starts_with(".open-letter.")
}

/// From nothing to enough for everything.
const BLOCKS: [u32; 12] = [0, 1, 2, 3, 5, 8, 16, 32, 48, 64, 96, 4096];

#[test]
fn a_disk_that_fills_up_leaves_the_old_publication_and_nothing_else() {
    let (old, new) = (generated::table(1, 1500), generated::table(2, 1500));
    for before in [Some(&old), None] {
        let mut failed = 0;
        for blocks in BLOCKS {
            let folder = Folder::new();
            let folder = match before {
                Some(table) => {
                    let folder = folder.signatories(table);
                    assert!(run_within(4096, &folder, &["publish", "x", "--out", "site"]).status.success());
                    folder
                }
                None => folder,
            };
            let folder = folder.signatories(&new);
            let (files, everything) = (folder.site_files(), paths(&folder.out()));
            let output = run_within(blocks, &folder, &["publish", "x", "--out", "site"]);
            nothing_is_left(&folder);
            assert_eq!(fs::read_to_string(folder.path().join("signatories.csv")).unwrap(), new);
            if output.status.success() {
                continue;
            }
            failed += 1;
            let reported = String::from_utf8(output.stderr).unwrap();
            assert!(reported.starts_with("error: can't write "), "{blocks} blocks: {reported}");
            assert!(folder.site_files() == files, "{blocks} blocks: the site is not as it was");
            assert_eq!(paths(&folder.out()), everything, "{blocks} blocks");
        }
        assert!(failed > 4, "only {failed} of the disks were too small");
    }
}

#[test]
fn an_import_that_can_not_be_written_leaves_the_table_and_nothing_else() {
    let mut failed = 0;
    for blocks in BLOCKS {
        let folder = Folder::new().signatories("id,name\n1,Ada\n");
        let rows = (0..3000).map(|row| format!("Name {row}\n")).collect::<Vec<_>>().concat();
        fs::write(folder.beside("export.csv"), format!("Name\n{rows}")).unwrap();
        let output = run_within(blocks, &folder, &["import", "export.csv", "--into", "x", "--map", "name=Name"]);
        nothing_is_left(&folder);
        let table = fs::read_to_string(folder.path().join("signatories.csv")).unwrap();
        let reported = String::from_utf8(output.stderr).unwrap();
        if output.status.success() {
            assert_eq!(table.lines().count(), 3002);
        } else if table.lines().count() == 3002 {
            // The table is written first; then the larger memory may not fit.
            assert!(reported.contains(" could not save whom it added"), "{reported}");
        } else {
            assert_eq!((table.as_str(), reported.starts_with("error: can't write ")), ("id,name\n1,Ada\n", true));
        }
        failed += usize::from(!output.status.success());
    }
    assert!(failed > 4, "only {failed} of the disks were too small");
}

#[test]
fn a_starter_is_written_whole_or_not_at_all() {
    let folder = Folder::new();
    let output = run_within(1, &folder, &["new", "my-letter"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(!folder.beside("my-letter").exists());
    assert!(run_within(4096, &folder, &["new", "my-letter"]).status.success());
}
