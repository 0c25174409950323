//! A letter and its translations.

use super::{FRONT, has_findings};
use crate::folder::Folder;

const ORIGINAL: &str = "salutation: Dear minister of all things,\nclosing: With all our regards,\nsign:\n  url: https://hayren.org/\n  \
                        label: Add your name\nupdates:\n  - text: It was handed over.\n  - text: It was answered.";

const FRENCH: &str = "title: Une lettre\nsummary: Ce qu’elle demande.\nsalutation: Monsieur le ministre,\nclosing: Respectueusement,\n\
                      sign:\n  label: Signer\nupdates:\n  - text: Elle a été remise.\n  - text: Elle a eu une réponse.";

fn bilingual(original: &str, french: &str) -> Folder {
    Folder::new()
        .letter(&format!("{FRONT}\n{original}"), "A text.")
        .file("letter.fr.md", format!("---\n{french}\n---\n\nUn texte.\n"))
}

#[test]
fn a_whole_translation_is_left_alone() {
    has_findings(&bilingual(ORIGINAL, FRENCH), &[]);
}

#[test]
fn what_a_translation_lacks_is_reported_with_the_line_of_the_original() {
    has_findings(
        &bilingual(ORIGINAL, "title: Une lettre\nupdates:\n  - text: Elle a été remise."),
        &[
            "letter.fr.md:1: warning: summary is missing: translate the text in line 4 of letter.md",
            "letter.fr.md:1: warning: salutation is missing: translate the text in line 6 of letter.md",
            "letter.fr.md:1: warning: closing is missing: translate the text in line 7 of letter.md",
            "letter.fr.md:1: hint: sign.label is missing, so readers see the usual words: translate that in line 10 of \
             letter.md, if it matters",
            "letter.fr.md:3: warning: an update is missing: translate the text in line 13 of letter.md",
        ],
    );
}

#[test]
fn what_was_left_in_the_original_language_is_reported() {
    let french = FRENCH
        .replace("Monsieur le ministre,", "Dear minister of all things,")
        .replace("Elle a été remise", "It was handed over");
    has_findings(
        &bilingual(ORIGINAL, &french),
        &[
            "letter.fr.md:4: warning: salutation has “Dear minister of all things,” as in line 6 of letter.md: translate it",
            "letter.fr.md:9: warning: the text of an update has “It was handed over.” as in line 12 of letter.md: translate it",
        ],
    );
}

#[test]
fn names_and_the_same_language_may_stay_as_they_are() {
    has_findings(
        &bilingual(
            "closing: Hayren Partners for Humanity",
            "title: A letter\nsummary: De quoi il s’agit.\nclosing: Hayren Partners for Humanity",
        ),
        &[],
    );
    let folder = Folder::new().letter(FRONT, "This is a text of several words.").file(
        "letter.en-GB.md",
        "---\ntitle: A letter\nsummary: What it asks for.\n---\n\nThis is a text of several words.\n",
    );
    has_findings(&folder, &[]);
}

#[test]
fn a_paragraph_that_was_not_translated_is_reported() {
    let folder = bilingual("", "title: Une lettre\nsummary: Sommaire.");
    let folder = folder.letter(FRONT, "One text of many words here.\n\nAnother text of words.");
    has_findings(
        &folder.file("letter.fr.md", "---\ntitle: Une lettre\nsummary: Sommaire.\n---\n\nUn texte de plusieurs mots.\n\nAnother text of words.\n"),
        &["letter.fr.md:8: warning: has “Another text of words.” as in line 10 of letter.md: translate it"],
    );
}

#[test]
fn addressees_that_are_taken_over_are_a_hint_where_they_have_words() {
    let french = "title: Une lettre\nsummary: Sommaire.";
    has_findings(
        &bilingual("addressees:\n  - A, Minister", french),
        &[
            "letter.fr.md:1: hint: addressees are taken from line 6 of letter.md, headings and offices in its language: \
             translate them here",
        ],
    );
    has_findings(&bilingual("addressees:\n  - A, Minister", &format!("{french}\naddressees:\n  - A, Ministre")), &[]);
    has_findings(
        &bilingual("addressees:\n  - A, Minister\n  - B, Chair", &format!("{french}\naddressees:\n  - A, Ministre")),
        &["letter.fr.md:4: warning: addressees are 1, and 2 in line 6 of letter.md: translate them all"],
    );
}

#[test]
fn what_is_taken_over_is_judged_once() {
    has_findings(
        &bilingual(
            "addressees:\n  - The “A, Minister\nimage: http://hayren.org/a.jpg",
            "title: Une lettre\nsummary: Sommaire.",
        ),
        &[
            "letter.md:7: warning: the name of an addressee has “A without a closing ”: write it where the \
             quotation ends",
            "letter.md:8: warning: image is loaded by http, which pages that came by https refuse: write https:",
            "letter.fr.md:1: hint: addressees are taken from line 6 of letter.md, headings and offices in its language: \
             translate them here",
        ],
    );
}

#[test]
fn another_date_is_a_hint() {
    has_findings(
        &bilingual("", "title: Une lettre\nsummary: Sommaire.\ndate: 2023-09-08"),
        &["letter.fr.md:4: hint: date differs from line 5 of letter.md: leave it out here, if the date is the same"],
    );
}

#[test]
fn a_word_before_the_names_needs_no_translation() {
    for (own, french) in [("A text.\n\nSigned,", "Un texte."), ("A text.", "Un texte.\n\nSigné par")] {
        let folder = Folder::new()
            .letter(FRONT, own)
            .file("letter.fr.md", format!("---\ntitle: Une lettre\nsummary: De quoi il s’agit.\n---\n\n{french}\n"));
        has_findings(&folder, &[]);
    }
}
