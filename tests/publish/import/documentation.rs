//! The page on importing matches the command.

use crate::command::run;
use crate::folder::Folder;
use open_letter::import::{
    NO, NO_PHRASES, ORGANISATION, ORGANISATION_PHRASES, PERSON, PERSON_PHRASES, PRESETS, TARGETS, YES, YES_PHRASES,
};

const PAGE: &str = include_str!("../../../docs/importing.md");

#[test]
fn all_targets_and_systems_are_on_the_page() {
    let systems = PRESETS.iter().map(|preset| preset.name);
    for word in TARGETS.into_iter().chain(systems) {
        assert!(PAGE.contains(&format!("`{word}`")), "{word}");
    }
}

/// With `UPDATE=1` the test writes the words into the page; otherwise it compares them.
#[test]
fn all_words_are_on_the_page() {
    let lists = [
        ("Yes", YES),
        ("Yes, in several words", YES_PHRASES),
        ("No", NO),
        ("No, in several words", NO_PHRASES),
        ("Person", PERSON),
        ("Person, in several words", PERSON_PHRASES),
        ("Organisation", ORGANISATION),
        ("Organisation, in several words", ORGANISATION_PHRASES),
    ];
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
