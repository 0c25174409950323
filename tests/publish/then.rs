//! `--then`: a program that carries the site to where it is served.

use crate::folder::Folder;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

fn publish(folder: &Folder, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_open-letter"));
    command.args(["publish", "x", "--out", "site"]).args(arguments).current_dir(folder.beside(""));
    command
}

#[test]
fn a_program_follows_with_all_its_arguments_and_no_shell() {
    let folder = Folder::new();
    let then = ["--then", "sh", "-c", "printf '%s,' \"$0\" \"$@\" > said", "--verbose", "a b", "$HOME", "--out"];
    let output = publish(&folder, &then).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    assert_eq!(std::fs::read_to_string(folder.beside("said")).unwrap(), "--verbose,a b,$HOME,--out,");
    assert!(folder.out().join("letters/x/count.json").exists());
}

#[test]
fn a_program_that_fails_fails_the_command() {
    let folder = Folder::new();
    for (program, said) in [
        (&["false"][..], "--then: false ended with exit status: 1"),
        (&["open-letter-none"], "--then: can't start open-letter-none"),
    ] {
        let output = publish(&folder, &[&["--then"], program].concat()).output().unwrap();
        assert!(!output.status.success());
        let said_there = String::from_utf8(output.stderr).unwrap();
        assert!(said_there.contains(said), "{said_there}");
    }
}

/// Waits for a line that has this text.
fn until(lines: &mut impl Iterator<Item = std::io::Result<String>>, wanted: &str) {
    assert!(lines.any(|line| line.is_ok_and(|line| line.contains(wanted))), "the command never said {wanted:?}");
}

fn end(mut command: Child) {
    command.kill().unwrap();
    command.wait().unwrap();
}

#[test]
fn it_follows_each_change_of_a_watched_folder() {
    let folder = Folder::new();
    let then = "cat site/letters/x/count.json >> counts; test ! -e broken";
    let mut command = publish(&folder, &["--watch", "--then", "sh", "-c", then])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(command.stdout.take().unwrap()).lines();
    let mut errors = BufReader::new(command.stderr.take().unwrap()).lines();
    until(&mut lines, "watching for changes");
    let counts = || std::fs::read_to_string(folder.beside("counts")).unwrap();
    assert_eq!(counts().matches("\"count\"").count(), 1, "once at the beginning");
    std::fs::write(folder.beside("broken"), "").unwrap();
    std::fs::write(folder.path().join("signatories.csv"), "name\nAda\nBob\n").unwrap();
    until(&mut errors, "--then: sh ended with exit status: 1; trying again in 30 s");
    assert!(counts().contains("\"count\": 2"), "{}", counts());
    // What failed is run again with the next change, or after a while.
    std::fs::remove_file(folder.beside("broken")).unwrap();
    std::fs::write(folder.path().join("signatories.csv"), "name\nAda\nBob\nCy\n").unwrap();
    until(&mut lines, "x: 3 signatures");
    for _ in 0..600 {
        if counts().contains("\"count\": 3") {
            return end(command);
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    end(command);
    panic!("it did not follow: {}", counts());
}
