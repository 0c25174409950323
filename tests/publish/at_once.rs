//! Several commands working in one site or one letter's folder at the same time.

use crate::command::run;
use crate::folder::Folder;
use crate::generated;
use open_letter::files::Site;
use open_letter::files::lock::{Lock, Patience, Work};
use std::process::{Child, Command, Stdio};

const LOCKS: [&str; 2] = [".open-letter.lock", ".open-letter.holder"];

fn start(folder: &Folder, arguments: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_open-letter"))
        .args(arguments)
        .current_dir(folder.beside(""))
        .env("SOURCE_DATE_EPOCH", "1700000000")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Two letters: x with that table, and y.
fn letters(table: &str) -> Folder {
    let folder = Folder::new().signatories(table);
    std::fs::create_dir(folder.beside("y")).unwrap();
    std::fs::write(folder.beside("y/letter.md"), "---\nlang: en\ntitle: Another\n---\n\nText.\n").unwrap();
    std::fs::write(folder.beside("y/signatories.csv"), "name\nGrace\n").unwrap();
    folder
}

const BASE: &str = "https://letters.example/";

/// Asserts that a command succeeds, or names the process that blocked it.
#[track_caller]
fn is_done_or_says_why(child: Child) {
    let output = child.wait_with_output().unwrap();
    let reported = String::from_utf8(output.stderr).unwrap();
    assert!(
        output.status.success() || output.status.code() == Some(1) && reported.contains(" is working in "),
        "{:?}: {reported}",
        output.status
    );
}

#[track_caller]
fn no_lock_is_left(folder: &Folder) {
    for name in LOCKS {
        for within in ["site", "x", "y"] {
            assert!(!folder.beside(within).join(name).exists(), "{within}/{name}");
        }
    }
}

#[test]
fn thirty_times_two_publishes_at_once_leave_a_whole_site() {
    let tables = [generated::table(1, 700), generated::table(2, 700), generated::table(3, 20)];
    let whole: Vec<_> = tables
        .iter()
        .map(|table| {
            let folder = letters(table);
            let done = start(&folder, &["publish", "x", "y", "--out", "site", "--base-url", BASE]).wait_with_output();
            assert!(done.unwrap().status.success());
            folder.site_files()
        })
        .collect();
    let mut folder = letters(&tables[0]);
    for round in 0..30 {
        folder = folder.signatories(&tables[round % 3]);
        let one = start(&folder, &["publish", "x", "y", "--out", "site", "--base-url", BASE]);
        let other = start(&folder, &["publish", "y", "x", "--out", "site", "--base-url", BASE]);
        is_done_or_says_why(one);
        is_done_or_says_why(other);
        let (there, expected) = (folder.site_files(), &whole[round % 3]);
        let names = |files: &[(String, Vec<u8>)]| files.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
        assert_eq!(names(&there), names(expected), "round {round}");
        assert!(there == *expected, "round {round}: a file is not what it should be");
        no_lock_is_left(&folder);
    }
}

#[test]
fn of_two_imports_at_once_neither_is_lost() {
    for round in 0..10 {
        let folder = letters("id,name\n");
        for name in ["a", "b"] {
            let rows = (0..200).map(|row| format!("{name} {row} {round}\n")).collect::<Vec<_>>().concat();
            std::fs::write(folder.beside(&format!("{name}.csv")), format!("Name\n{rows}")).unwrap();
        }
        let import = |file| start(&folder, &["import", file, "--into", "x", "--map", "name=Name"]);
        let (one, other) = (import("a.csv"), import("b.csv"));
        let publishing = start(&folder, &["publish", "x", "--out", "site"]);
        for child in [one, other, publishing] {
            is_done_or_says_why(child);
        }
        let table = std::fs::read_to_string(folder.path().join("signatories.csv")).unwrap();
        assert_eq!(table.lines().count(), 401, "round {round}");
        no_lock_is_left(&folder);
    }
}

/// The message of a command that this process blocks.
#[track_caller]
fn refused(folder: &Folder, arguments: &[&str], work: &str, within: &str) {
    let output = run(folder, arguments);
    let reported = String::from_utf8(output.stderr).unwrap();
    let place = std::fs::canonicalize(folder.beside("")).unwrap().join(within).display().to_string();
    let reported = reported.replace(&place, within);
    let (process, end) = (std::process::id(), ": wait until it has ended, or end it, and try again\n");
    let begin = format!("error: open-letter {work} (process {process}) is working in {within}, since 2");
    assert!(reported.starts_with(&begin) && reported.ends_with(end), "{reported}");
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn who_holds_the_lock_is_named_to_whoever_waits() {
    let folder = letters("name\nAda\n");
    let site = Site::open(&folder.out()).unwrap();
    let lock = site.lock(Patience::Short).unwrap();
    refused(&folder, &["publish", "x", "--out", "site"], "publish", "site");
    assert!(!folder.out().join("letters").exists(), "and nothing is written");
    drop(lock);
    let import = ["import", "a.csv", "--into", "x", "--map", "name=Name"];
    std::fs::write(folder.beside("a.csv"), "Name\nBob\n").unwrap();
    let lock = Lock::of_letter(&folder.path(), Work::Import, Patience::Short).unwrap();
    refused(&folder, &["publish", "x", "--out", "site"], "import", "x");
    refused(&folder, &import, "import", "x");
    drop(lock);
    assert!(run(&folder, &import).status.success());
    assert!(run(&folder, &["publish", "x", "--out", "site"]).status.success());
    no_lock_is_left(&folder);
}

#[test]
fn a_killed_holder_is_in_nobodys_way() {
    let folder = letters(&generated::table(1, 20_000));
    let mut child = start(&folder, &["publish", "x", "--out", "site"]);
    let holder = folder.out().join(LOCKS[1]);
    while !holder.exists() {
        assert!(child.try_wait().unwrap().is_none(), "it ended before it could be killed");
        std::thread::yield_now();
    }
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(holder.exists(), "it left its lock behind");
    let folder = folder.signatories("name\nAda\n");
    let output = run(&folder, &["publish", "x", "--out", "site"]);
    assert!(output.status.success(), "{output:?}");
    no_lock_is_left(&folder);
}

#[test]
fn what_a_killed_run_left_anywhere_is_gone_after_the_next() {
    let folder = letters("name\nAda\n");
    folder.publish();
    let left = ["site", "site/letters/x", "site/letters/gone/fr", "x", "x/.open-letter"];
    for within in left {
        std::fs::create_dir_all(folder.beside(within)).unwrap();
        std::fs::write(folder.beside(within).join(".open-letter-a1B2c3"), "Ada").unwrap();
    }
    folder.publish();
    for within in left {
        assert!(!folder.beside(within).join(".open-letter-a1B2c3").exists(), "{within}");
    }
}

#[test]
fn a_lock_is_no_way_into_other_files() {
    let folder = letters("name\nAda\n");
    std::fs::write(folder.beside("precious"), "text").unwrap();
    #[cfg(unix)]
    for name in LOCKS {
        let link = folder.path().join(name);
        std::os::unix::fs::symlink(folder.beside("precious"), &link).unwrap();
        run(&folder, &["publish", "x", "--out", "site"]);
        let _ = std::fs::remove_file(link);
        assert_eq!(std::fs::read_to_string(folder.beside("precious")).unwrap(), "text");
    }
}

#[cfg(unix)]
#[test]
fn a_letter_that_nobody_may_write_into_is_published() {
    use std::os::unix::fs::PermissionsExt;
    let folder = letters("name\nAda\n");
    let set = |mode| std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(mode)).unwrap();
    set(0o555);
    let published = folder.publish();
    set(0o755);
    assert_eq!(published.id.as_deref(), Some("x"));
}
