//! Pipes, devices and huge files in place of a letter's file: the command never waits for one.

#![cfg(unix)]

use crate::command::run;
use crate::folder::Folder;
use std::path::Path;
use std::process::Command;

fn pipe(path: &Path) {
    let _ = std::fs::remove_file(path);
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

const NO_FILE: &str = "it is a pipe, a socket or a device, and no file";

#[test]
fn a_pipe_in_a_letters_folder_is_reported_and_not_read() {
    for name in ["letter.md", "letter.fr.md", "signatories.csv"] {
        let folder = Folder::new();
        pipe(&folder.path().join(name));
        for command in [&["check", "x"][..], &["publish", "x", "--out", "site"]] {
            let output = run(&folder, command);
            let reported = String::from_utf8(output.stderr).unwrap();
            assert!(reported.contains(&format!("x/{name}: can't be read ({NO_FILE}): write this file")), "{reported}");
            assert_eq!(output.status.code(), Some(1));
        }
    }
}

#[test]
fn a_device_is_not_read_to_its_end() {
    let folder = Folder::new();
    std::fs::remove_file(folder.path().join("letter.md")).unwrap();
    std::os::unix::fs::symlink("/dev/zero", folder.path().join("letter.md")).unwrap();
    assert_eq!(
        folder.findings(),
        [format!("x/letter.md: can't be read ({NO_FILE}): write this file, or name another folder")]
    );
}

#[test]
fn a_pipe_in_the_site_is_not_read() {
    for name in ["letter.json", "count.json", "index.html", "feed.xml"] {
        let folder = Folder::new();
        folder.publish();
        pipe(&folder.out().join("letters/x").join(name));
        let output = run(&folder, &["publish", "x", "--out", "site"]);
        let reported = String::from_utf8(output.stderr).unwrap();
        assert!(reported.starts_with("error: can't read ") && reported.contains(NO_FILE), "{reported}");
    }
}

#[test]
fn a_pipe_instead_of_an_export_or_a_memory_is_not_read() {
    for (name, expected) in
        [("export.csv", "can't read export.csv"), ("x/.open-letter/key", "can't read x/.open-letter/key")]
    {
        let folder = Folder::new();
        std::fs::write(folder.beside("export.csv"), "Name\nAda\n").unwrap();
        std::fs::create_dir(folder.path().join(".open-letter")).unwrap();
        pipe(&folder.beside(name));
        let output = run(&folder, &["import", "export.csv", "--into", "x", "--map", "name=Name"]);
        assert_eq!(String::from_utf8(output.stderr).unwrap(), format!("error: {expected}: {NO_FILE}\n"));
    }
    let folder = Folder::new();
    std::fs::create_dir(folder.path().join(".open-letter")).unwrap();
    for name in ["published", "titles"] {
        pipe(&folder.path().join(".open-letter").join(name));
    }
    assert!(run(&folder, &["publish", "x", "--out", "site"]).status.success());
}

#[test]
fn a_text_of_hundreds_of_megabytes_is_not_read() {
    let folder = Folder::new();
    std::fs::File::create(folder.path().join("letter.md")).unwrap().set_len(400_000_000).unwrap();
    let expected = "x/letter.md: can't be read (it has more than 20 MB): write this file, or name another folder";
    assert_eq!(folder.findings(), [expected]);
}
