//! The contents of the page on importing.

use crate::command::run;
use crate::folder::Folder;
use open_letter::import::{NO, ORGANISATION, PERSON, PRESETS, TARGETS, YES};

const PAGE: &str = include_str!("../../../docs/importing.md");

#[test]
fn all_targets_and_systems_are_on_the_page() {
    let systems = PRESETS.iter().map(|preset| preset.name);
    for word in TARGETS.into_iter().chain(systems) {
        assert!(PAGE.contains(&format!("`{word}`")), "{word}");
    }
}

/// `UPDATE=1` writes the words into the page; otherwise the test compares them.
#[test]
fn all_words_are_on_the_page() {
    let lists = [("Yes", YES), ("No", NO), ("Person", PERSON), ("Organisation", ORGANISATION)];
    let lists = lists.map(|(name, words)| format!("{name}: `{words}`\n")).join("\n");
    let (before, rest) = PAGE.split_once("<!-- words -->\n").unwrap();
    let (_, after) = rest.split_once("<!-- /words -->\n").unwrap();
    let wanted = format!("{before}<!-- words -->\n{lists}<!-- /words -->\n{after}");
    if std::env::var_os("UPDATE").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/importing.md");
        std::fs::write(path, &wanted).unwrap();
    } else {
        assert!(PAGE == wanted, "run UPDATE=1 cargo test --test publish documentation");
    }
}

#[test]
fn all_options_are_on_the_page_and_all_systems_in_the_help() {
    let help = String::from_utf8(run(&Folder::new(), &["import", "--help"]).stdout).unwrap();
    let words = help.split(|char: char| !(char.is_ascii_lowercase() || char == '-'));
    let options: Vec<&str> =
        words.filter(|word| word.starts_with("--") && word.len() > 2 && *word != "--help").collect();
    assert!(options.len() > 15, "{help}");
    for option in options {
        assert!(PAGE.contains(option), "{option}");
    }
    for preset in &PRESETS {
        assert!(help.contains(preset.name), "{}", preset.name);
    }
}
