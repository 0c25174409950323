//! Letters that differ as real ones do: which alarms `check` raises about them, and which of them are right.
//!
//! `tests/letters/corpus/` has a folder for each. `alarms.txt` lists what an editor would say about it, each line as
//! `check` prints it. Everything else that `check` says is a false alarm, and so is a fault of ours.

use super::TODAY;
use open_letter::check::check_on;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

fn folders() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/letters/corpus");
    let mut folders: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    folders
}

/// The alarms about a folder: the right ones, the false ones, those that are missing.
fn alarms(folder: &Path) -> [Vec<String>; 3] {
    let prefix = format!("{}/", folder.display());
    let found = check_on(folder, TODAY).findings;
    let found: Vec<String> = found.iter().map(|finding| finding.to_string().replace(&prefix, "")).collect();
    let expected = fs::read_to_string(folder.join("alarms.txt")).unwrap();
    let expected: Vec<String> = expected.lines().map(str::to_string).collect();
    let (right, wrong) = found.iter().cloned().partition(|alarm| expected.contains(alarm));
    let missing = expected.into_iter().filter(|alarm| !found.contains(alarm)).collect();
    [right, wrong, missing]
}

#[test]
fn no_letter_of_the_corpus_has_a_false_alarm() {
    let mut table = String::from("| letter | right | false | missing |\n|---|---|---|---|\n");
    let mut faults = String::new();
    let mut sums = [0, 0, 0];
    for folder in folders() {
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        let found = alarms(&folder);
        let counts = found.each_ref().map(Vec::len);
        for (sum, count) in sums.iter_mut().zip(counts) {
            *sum += count;
        }
        writeln!(table, "| {name} | {} | {} | {} |", counts[0], counts[1], counts[2]).unwrap();
        for (what, alarms) in ["", "false: ", "missing: "].into_iter().zip(found).skip(1) {
            for alarm in alarms {
                writeln!(faults, "{name}: {what}{alarm}").unwrap();
            }
        }
    }
    writeln!(table, "| all | {} | {} | {} |", sums[0], sums[1], sums[2]).unwrap();
    print!("{table}");
    assert_eq!(faults, "", "\n{table}");
    let guide = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("CONTRIBUTING.md")).unwrap();
    assert!(guide.contains(&table), "write this table into CONTRIBUTING.md:\n{table}");
}
