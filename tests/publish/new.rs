//! `open-letter new`: a folder to begin with.

use open_letter::files::Site;
use open_letter::source::{COLUMNS, key_paths};
use open_letter::{check, new};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A starter in a folder with that name.
fn starter(name: &str) -> (TempDir, PathBuf) {
    let temp = tempfile::tempdir().unwrap();
    let folder = temp.path().join(name);
    new::write(&folder).unwrap();
    (temp, folder)
}

/// Asserts that the check finds only addresses for examples. Returns its summary.
#[track_caller]
fn clean(folder: &Path) -> String {
    let checked = check::check(folder);
    crate::check::is_in_order(&checked);
    checked.summary.unwrap()
}

/// The letter with every key in use that the starter only explains.
fn complete(letter: &str) -> String {
    let used = |line: &str| match line.strip_prefix('#') {
        Some(rest) if !rest.starts_with(' ') || rest.starts_with("  ") => rest.to_string(),
        _ => line.to_string(),
    };
    letter.lines().map(|line| used(line) + "\n").collect()
}

/// The paths of the keys in front matter, found by their indentation.
fn keys(letter: &str) -> BTreeSet<String> {
    let front = letter.split("---\n").nth(1).unwrap();
    let mut open: Vec<(usize, &str)> = Vec::new();
    let mut paths = BTreeSet::new();
    for line in front.lines().filter(|line| !line.starts_with('#')) {
        let bare = line.trim_start_matches([' ', '-']);
        let Some((key, _)) = bare.split_once(':') else { continue };
        open.retain(|(indent, _)| *indent < line.len() - bare.len());
        open.push((line.len() - bare.len(), key));
        paths.insert(open.iter().map(|(_, key)| *key).collect::<Vec<_>>().join("."));
    }
    paths
}

#[test]
fn a_new_letter_is_published_as_it_is() {
    let (temp, folder) = starter("my-letter");
    assert_eq!(clean(&folder), "“Keep the river open to everyone”, 2 addressees, 1 signatory, in en");
    let site = Site::open(&temp.path().join("site")).unwrap();
    let published = open_letter::publish::Publisher::new(&site, None).unwrap().publish(&folder).unwrap();
    assert_eq!(published.findings, []);
    assert!(temp.path().join("site/letters/my-letter/letter.json").exists());
}

#[test]
fn each_key_is_explained_and_can_be_put_to_use() {
    let (_temp, folder) = starter("my-letter");
    let path = folder.join("letter.md");
    let letter = complete(&fs::read_to_string(&path).unwrap());
    let keys = keys(&letter);
    for key in key_paths() {
        // An addressee outside a group has the same keys as one inside.
        let within = key.replacen("addressees.", "addressees.members.", 1);
        assert!(keys.contains(&key) || keys.contains(&within), "the starter does not mention {key}: {keys:#?}");
    }
    // Nobody is in the groups of the example.
    fs::write(path, letter.replace("\ngroups: ", "\n#groups: ")).unwrap();
    clean(&folder);
}

#[test]
fn each_column_is_there_and_explained() {
    let (_temp, folder) = starter("my-letter");
    let letter = fs::read_to_string(folder.join("letter.md")).unwrap();
    let table = fs::read_to_string(folder.join("signatories.csv")).unwrap();
    assert_eq!(table.lines().next().unwrap(), COLUMNS.join(","));
    for column in COLUMNS {
        let explained = letter.lines().any(|line| line.split_whitespace().take(2).eq(["#", column]));
        assert!(explained, "the starter does not explain the column {column}");
    }
}

#[test]
fn all_that_markdown_can_say_is_shown() {
    let (_temp, folder) = starter("my-letter");
    let letter = fs::read_to_string(folder.join("letter.md")).unwrap();
    for mark in ["## ", "\n- ", "\n1. ", "\n> ", "](https://", "**strong**", "*stressed*"] {
        assert!(letter.contains(mark), "{mark}");
    }
}

#[track_caller]
fn is_refused(name: &str, why: &str) {
    let temp = tempfile::tempdir().unwrap();
    let error = new::write(&temp.path().join(name)).unwrap_err();
    assert_eq!(error.to_string(), why);
    assert_eq!(fs::read_dir(temp.path()).unwrap().count(), 0, "nothing is made");
}

#[test]
fn a_name_that_can_be_no_address_is_reported_with_one_that_can() {
    const RULE: &str = "small letters a to z, digits and hyphens";
    is_refused(
        "Ma lettre à Zoë",
        &format!("“Ma lettre à Zoë” can't be part of a web address: use {RULE}, such as ma-lettre-a-zoe"),
    );
    is_refused("письмо", &format!("“письмо” can't be part of a web address: use {RULE}"));
}

#[test]
fn nothing_is_ever_overwritten() {
    for file in ["letter.md", "letter.fr.md", "signatories.csv"] {
        let temp = tempfile::tempdir().unwrap();
        let folder = temp.path().join("my-letter");
        fs::create_dir(&folder).unwrap();
        fs::write(folder.join(file), "mine").unwrap();
        let error = new::write(&folder).unwrap_err().to_string();
        assert!(error.ends_with("is there already, and nothing is ever overwritten: name another folder"), "{error}");
        assert_eq!(fs::read_to_string(folder.join(file)).unwrap(), "mine");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
        fs::rename(folder.join(file), folder.join("letters-to-me.md")).unwrap();
        new::write(&folder).unwrap();
    }
}
