//! Publishing that is killed, at any moment.

use crate::folder::Folder;
use crate::generated;
use crate::reader::Reader;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

fn command(folder: &Folder) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_open-letter"));
    command.args(["publish", "x", "--out", "site"]).current_dir(folder.beside(""));
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// The roll that is published, read as readers do.
fn names(folder: &Folder) -> Vec<String> {
    let rows = Reader::open(&folder.out().join("letters/x/roll")).walk(false);
    rows.into_iter().map(|signatory| signatory.name).collect()
}

/// All files of the site; of those that have a time in them only the names.
fn site(folder: &Folder) -> Vec<(String, Vec<u8>)> {
    let timed = |path: &str| {
        path.ends_with("count.json") || std::path::Path::new(path).extension().is_some_and(|end| end == "xml")
    };
    let file = |(path, bytes): (String, Vec<u8>)| {
        let bytes = if timed(&path) { Vec::new() } else { bytes };
        (path, bytes)
    };
    folder.site_files().into_iter().map(file).collect()
}

#[test]
fn a_kill_at_any_moment_leaves_a_whole_roll_and_the_next_run_cleans_up() {
    const KILLS: u32 = 12;
    let tables = [
        generated::table(1, 3000),
        generated::table(2, 3000),
        [generated::table(2, 3000), "x,Zo Zu,person,,,,,,,\n".into()].concat(),
    ];
    let mut folder = Folder::new();
    let mut scratch = Vec::new();
    let mut lasted = Duration::ZERO;
    for table in &tables {
        let whole = Folder::new().signatories(table);
        let begun = Instant::now();
        assert!(command(&whole).status().unwrap().success());
        lasted = lasted.max(begun.elapsed());
        scratch.push((names(&whole), site(&whole)));
    }
    folder = folder.signatories(&tables[0]);
    assert!(command(&folder).status().unwrap().success());
    let mut before = 0;
    for kill in 0..KILLS {
        let next = (kill as usize + 1) % tables.len();
        folder = folder.signatories(&tables[next]);
        let mut child = command(&folder).spawn().unwrap();
        std::thread::sleep(lasted * (kill + 1) / KILLS);
        // SIGKILL on Unix.
        child.kill().unwrap();
        child.wait().unwrap();
        let found = names(&folder);
        assert!(found == scratch[before].0 || found == scratch[next].0, "neither the old roll nor the new");
        assert!(command(&folder).status().unwrap().success());
        assert!(site(&folder) == scratch[next].1, "something is left, or missing");
        before = next;
    }
}
