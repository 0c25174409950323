//! Publishing that is killed at any moment.

use crate::folder::Folder;
use crate::generated;
use crate::reader::Reader;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const ROLL: &str = "letters/x/roll";

/// The letter's own files. Each must be whole or missing.
const LETTERS: [&str; 3] = ["letters/x/letter.json", "letters/x/letter.fr.json", "letters/x/count.json"];

fn command(folder: &Folder) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_open-letter"));
    command.args(["publish", "x", "--out", "site"]).current_dir(folder.beside(""));
    // So the time in the count is the same in each publication.
    command.env("SOURCE_DATE_EPOCH", "1700000000");
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// A letter in two languages, with that table.
fn letter(table: &str) -> Folder {
    let folder = Folder::new().file("letter.fr.md", "---\ntitle: Une lettre\n---\nTexte.\n");
    folder.signatories(table)
}

/// An uninterrupted publication.
struct Whole {
    files: Vec<(String, Vec<u8>)>,
    /// The names of the roll, read as the widget does; `None` if the letter itself holds all.
    names: Option<Vec<String>>,
    lasted: Duration,
}

impl Whole {
    fn of(table: &str) -> Whole {
        let folder = letter(table);
        let begun = Instant::now();
        assert!(command(&folder).status().unwrap().success());
        let lasted = begun.elapsed();
        Whole { files: folder.site_files(), names: names(&folder), lasted }
    }

    fn file(&self, path: &str) -> Option<&[u8]> {
        self.files.iter().find(|(name, _)| name == path).map(|(_, bytes)| bytes.as_slice())
    }
}

fn names(folder: &Folder) -> Option<Vec<String>> {
    let roll = folder.out().join(ROLL);
    let rows = roll.join("index.json").exists().then(|| Reader::open(&roll).walk(false))?;
    Some(rows.into_iter().map(|signatory| signatory.name).collect())
}

/// Publishes several tables into one site, and kills each run a little later than the previous one. Asserts that the
/// site is the old publication or the new one, and that the next run leaves only the new one.
fn kill_at_any_moment(tables: &[String], kills: u32, claim: impl Fn(&Folder, [&Whole; 2])) {
    let whole: Vec<Whole> = tables.iter().map(|table| Whole::of(table)).collect();
    let lasted = whole.iter().map(|whole| whole.lasted).max().unwrap_or_default();
    let mut folder = letter(&tables[0]);
    assert!(command(&folder).status().unwrap().success());
    let mut before = 0;
    for kill in 0..kills {
        let next = (kill as usize + 1) % tables.len();
        folder = folder.signatories(&tables[next]);
        let mut child = command(&folder).spawn().unwrap();
        std::thread::sleep(lasted * (kill + 1) / kills);
        // SIGKILL on Unix.
        child.kill().unwrap();
        child.wait().unwrap();
        for path in LETTERS {
            let served = folder.site_text(path).into_bytes();
            let is_of = |whole: &Whole| whole.file(path) == Some(&served);
            assert!(is_of(&whole[before]) || is_of(&whole[next]), "{path} is neither the old one nor the new");
        }
        claim(&folder, [&whole[before], &whole[next]]);
        assert!(command(&folder).status().unwrap().success());
        assert!(folder.site_files() == whole[next].files, "something is left, or missing");
        before = next;
    }
}

#[test]
fn a_kill_at_any_moment_leaves_a_whole_publication_and_the_next_run_cleans_up() {
    let tables = [
        generated::table(1, 3000),
        generated::table(2, 3000),
        [generated::table(2, 3000), "x,Zo Zu,person,,,,,,,\n".into()].concat(),
    ];
    kill_at_any_moment(&tables, 12, |folder, [old, new]| {
        let found = names(folder);
        assert!(found == old.names || found == new.names, "neither the old roll nor the new");
    });
}

#[test]
fn a_roll_that_becomes_short_is_gone_in_the_end_whenever_the_first_run_was_killed() {
    let tables = [generated::table(1, 3000), generated::table(2, 400)];
    kill_at_any_moment(&tables, 6, |_, _| {});
}

/// A killed run may have deleted any of the roll's files, depending on the order in which the folder lists them.
#[test]
fn whatever_a_killed_run_has_left_of_a_roll_the_next_one_deletes() {
    let names = |folder: &Folder| folder.site_files().into_iter().map(|(path, _)| path).collect::<Vec<_>>();
    let roll = |name: &str| name.contains("/roll/");
    for left in ["index.json", "a page", "everything but the index"] {
        let folder = letter(&generated::table(1, 1500));
        folder.publish();
        let files: Vec<String> = names(&folder).into_iter().filter(|name| roll(name)).collect();
        let (index, others): (Vec<&String>, Vec<&String>) = files.iter().partition(|name| name.ends_with("index.json"));
        let gone = match left {
            "index.json" => others,
            "a page" => files.iter().skip(1).collect(),
            _ => index,
        };
        for name in gone {
            std::fs::remove_file(folder.out().join(name)).unwrap();
        }
        let folder = folder.signatories(&generated::table(1, 400));
        folder.publish();
        assert!(!names(&folder).iter().any(|name| roll(name)), "{left} was left");
    }
}

/// An unfinished file may contain the name of a signatory who withdraws before the next run.
#[test]
fn files_that_were_never_finished_are_gone_after_the_next_run() {
    let folder = letter("name\nAda\nGrace\n");
    folder.publish();
    let unfinished = folder.out().join("letters/x/.open-letter-a1B2c3");
    std::fs::write(&unfinished, "{\"signatories\":[{\"name\":\"Ada\"").unwrap();
    let folder = folder.signatories("name\nGrace\n");
    folder.publish();
    assert!(!unfinished.exists());
}
