//! Groups that the front matter lists.

use super::{FRONT, has_findings};
use crate::folder::Folder;

fn listed(groups: &str) -> Folder {
    Folder::new()
        .signatories("name,group,hidden\nAda Example,Professors,\nBo Example,,\nCe Exemple,Judges,true\n")
        .letter(&format!("{FRONT}\ngroups: {groups}"), "Text.")
}

#[test]
fn a_group_that_nobody_is_in_is_a_hint() {
    has_findings(&listed("[Professors]"), &[]);
    has_findings(
        &listed("[Professors, Students, professors]"),
        &[
            "letter.md:6: hint: a group is “Students”, which no row of signatories.csv has: write it as the column group has \
             it, or leave it out",
            "letter.md:6: hint: a group is “professors”, which no row of signatories.csv has: the table has “Professors”, so \
             write it in the same way",
        ],
    );
    let hidden = "which no row of signatories.csv has: write it as the column group has it, or leave it out";
    has_findings(&listed("\n  - Judges"), &[&format!("letter.md:7: hint: a group is “Judges”, {hidden}")]);
}

#[test]
fn the_headings_of_a_translation_are_compared_too() {
    let folder = listed("[Professors]").file(
        "letter.fr.md",
        "---\nlang: fr\ntitle: Une lettre\nsummary: Sommaire.\ngroups: {Professeurs: Professeures et professeurs}\n---\n\nTexte.\n",
    );
    has_findings(
        &folder,
        &[
            "letter.fr.md:5: hint: a group is “Professeurs”, which no row of signatories.csv has: write it as the column group \
           has it, or leave it out",
        ],
    );
}

#[test]
fn groups_may_be_listed_before_anybody_has_signed() {
    has_findings(&listed("[Students]").signatories("name,group\n"), &[]);
}
