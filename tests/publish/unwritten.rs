//! Publishing that fails to write: the old publication stays, whole.
#![cfg(unix)]

use crate::folder::Folder;
use crate::generated;
use std::process::{Command, Output};

/// Publishes on a disk where no file can have more than this many bytes.
fn publish(folder: &Folder, most: usize) -> Output {
    let limit = format!("trap '' XFSZ; ulimit -f {}; exec \"$0\" publish x --out site", most / 512);
    let mut command = Command::new("sh");
    command.args(["-c", &limit, env!("CARGO_BIN_EXE_open-letter")]).current_dir(folder.beside(""));
    command.output().unwrap()
}

/// The files that a reader can reach: all except roll files that the index does not name.
fn seen(folder: &Folder) -> Vec<(String, Vec<u8>)> {
    let hashed = |path: &str| path.contains("/roll/") && !path.ends_with("index.json");
    folder.site_files().into_iter().filter(|(path, _)| !hashed(path)).collect()
}

#[track_caller]
fn fails(output: &Output, expected: &str) {
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.code() == Some(1) && error.contains(expected), "{:?}: {error}", output.status);
}

#[test]
fn a_full_disk_leaves_the_old_letter() {
    let folder = Folder::new();
    assert!(publish(&folder, 1 << 20).status.success());
    let before = seen(&folder);
    let folder = folder.letter("lang: en\ntitle: Another title", "Another text.").signatories("name\nAda\nBob\n");
    // The page exceeds the limit; all other files fit.
    fails(&publish(&folder, 8 << 10), "index.html: File too large");
    assert_eq!(seen(&folder), before);
    assert!(publish(&folder, 1 << 20).status.success());
    assert!(folder.site_text("letters/x/index.html").contains("Another title"));
}

#[test]
fn a_full_disk_leaves_the_old_roll_and_its_pages() {
    let csv = generated::table(1, 1500);
    let folder = Folder::new().signatories(&csv);
    assert!(publish(&folder, 1 << 20).status.success());
    let before = seen(&folder);
    let folder = folder.signatories(&csv.replace("Basta!", &"Basta! ".repeat(9)));
    // Pages of names are larger in HTML than in JSON.
    let largest = |end: &str| {
        let files = folder.site_files().into_iter().filter(|(path, _)| path.ends_with(end));
        files.map(|(_, bytes)| bytes.len()).max().unwrap()
    };
    fails(&publish(&folder, usize::midpoint(largest(".json"), largest(".html"))), ".html: File too large");
    assert_eq!(seen(&folder), before);
    assert!(publish(&folder, 1 << 20).status.success());
    assert_ne!(seen(&folder), before);
}

#[test]
fn input_that_has_vanished_leaves_the_old_letter() {
    let folder = Folder::new();
    assert!(publish(&folder, 1 << 20).status.success());
    let before = seen(&folder);
    std::fs::remove_dir_all(folder.path()).unwrap();
    fails(&publish(&folder, 1 << 20), "x/letter.md: can't be read (No such file or directory");
    assert_eq!(seen(&folder), before);
}

#[test]
fn a_file_in_a_folders_place_is_reported() {
    let folder = Folder::new();
    std::fs::create_dir(folder.out()).unwrap();
    std::fs::write(folder.out().join("letters"), "").unwrap();
    fails(&publish(&folder, 1 << 20), "site/letters/x/");
}
