//! Compares a translation's blocks with the letter's.

use super::{FRONT, has_findings};
use crate::folder::Folder;

const ONE: &str = "The first paragraph says in a few words what the letter is about and to whom it is written.";
const TWO: &str = "The second is short.";
const THREE: &str = "The third paragraph, which is by far the longest of all, goes on and on about what happened, who was there and \
                     saw it, and what should be done about it by those who can, before it is too late for everybody.";
const FOUR: &str = "The fourth paragraph thanks those who have read as far as this, and signs off.";

const UN: &str = "Le premier paragraphe dit en quelques mots de quoi parle la lettre et à qui elle est adressée.";
const DEUX: &str = "Le deuxième est court.";
const TROIS: &str = "Le troisième paragraphe, qui est de loin le plus long de tous, raconte longuement ce qui s’est passé, qui était \
                     là et l’a vu, et ce que devraient faire ceux qui le peuvent, avant qu’il ne soit trop tard pour tous.";
const QUATRE: &str = "Le quatrième paragraphe remercie ceux qui ont lu jusqu’ici, et conclut.";

/// Asserts the findings about a translation. Its first block is on line 6, the letter's on line 8.
#[track_caller]
fn reports(original: &[&str], french: &[&str], expected: &[&str]) {
    let folder = Folder::new().letter(FRONT, &original.join("\n\n"));
    let french = format!("---\ntitle: Une lettre\nsummary: Sommaire.\n---\n\n{}\n", french.join("\n\n"));
    let expected: Vec<String> = expected.iter().map(|finding| format!("letter.fr.md:{finding}")).collect();
    has_findings(&folder.file("letter.fr.md", french), &expected.iter().map(String::as_str).collect::<Vec<_>>());
}

#[test]
fn blocks_that_stand_for_each_other_are_left_alone() {
    reports(&[ONE, TWO, THREE, FOUR], &[UN, DEUX, TROIS, QUATRE], &[]);
    reports(&["## What", ONE, "- a\n- b", "> c", "1. d"], &["## Quoi", UN, "- à\n- bé", "> cé", "1. dé"], &[]);
}

#[test]
fn a_paragraph_that_is_missing_is_reported_at_its_place() {
    reports(
        &[ONE, TWO, THREE, FOUR],
        &[UN, DEUX, QUATRE],
        &["10: warning: has nothing for a paragraph, in line 12 of letter.md: translate it"],
    );
    reports(
        &[ONE, TWO, THREE, FOUR],
        &[UN, DEUX, TROIS],
        &["10: warning: has nothing for a paragraph, in line 14 of letter.md: translate it"],
    );
    reports(&["## What", ONE], &[UN], &["6: warning: has nothing for a heading, in line 8 of letter.md: translate it"]);
}

#[test]
fn a_paragraph_more_is_reported() {
    reports(
        &[ONE, TWO, FOUR],
        &[UN, DEUX, TROIS, QUATRE],
        &["10: warning: has a paragraph that is not in letter.md: leave it out, or write it there too"],
    );
}

#[test]
fn paragraphs_that_were_joined_or_parted_are_reported() {
    reports(
        &[ONE, TWO, THREE, FOUR],
        &[UN, DEUX, &format!("{TROIS} {QUATRE}")],
        &["10: warning: is one paragraph, and the original has two, in line 12 of letter.md and line 14: split it too"],
    );
    reports(
        &[&format!("{ONE} {THREE}"), TWO, FOUR],
        &[UN, TROIS, DEUX, QUATRE],
        &["6: warning: is two paragraphs with line 8, and the original has one, in line 8 of letter.md: join them"],
    );
}

#[test]
fn blocks_of_other_kinds_or_lengths_are_reported() {
    reports(
        &["## What", ONE],
        &["Quoi", UN],
        &["6: warning: has a paragraph for a heading, in line 8 of letter.md: make it a heading too"],
    );
    reports(
        &["- a\n- b\n- c", "> d\n>\n> e"],
        &["- à\n- bé", "> dé"],
        &[
            "6: warning: has a list of 2 items, and line 8 of letter.md one of 3: translate each",
            "9: warning: has a quotation of 1 paragraphs, and line 12 of letter.md one of 2: translate each",
        ],
    );
    reports(
        &["1. a"],
        &["- à"],
        &["6: warning: has a list for a numbered list, in line 8 of letter.md: make it a numbered list too"],
    );
}
