//! What the page on importing says.

use crate::command::run;
use crate::folder::Folder;
use open_letter::import::{NO, ORGANISATION, PERSON, PRESETS, TARGETS, YES};

const PAGE: &str = include_str!("../../../src/publish/import/README.md");

#[test]
fn all_targets_systems_and_words_are_on_the_page() {
    let systems = PRESETS.iter().map(|preset| preset.name);
    for word in TARGETS.into_iter().chain(systems) {
        assert!(PAGE.contains(&format!("`{word}`")), "{word}");
    }
    for words in [YES, NO, PERSON, ORGANISATION] {
        assert!(PAGE.contains(&format!("`{words}`")), "{words}");
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
