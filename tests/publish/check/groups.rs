//! Groups that the front matter lists.

use super::{FRONT, has_findings};
use crate::folder::Folder;

fn listed(groups: &str) -> Folder {
    Folder::new()
        .signatories("name,group,hidden\nAda Example,Professors,\nBo Example,,\nCe Exemple,Judges,true\n")
        .letter(&format!("{FRONT}\ngroups: {groups}"), "Text.")
}

fn hint(place: &str, name: &str) -> String {
    let remedy = "write it as in the table, or leave it out";
    format!("{place}: hint: a group is “{name}”, which no row of signatories.csv has in its column group: {remedy}")
}

fn misspelt(place: &str, name: &str) -> String {
    let fault = "which no row of signatories.csv has in its column group";
    format!("{place}: warning: a group is “{name}”, {fault}: did you mean “Professors”?")
}

#[test]
fn a_misspelt_group_is_reported_with_the_one_that_is_meant() {
    for name in ["Profesors", "professors"] {
        has_findings(&listed(&format!("[{name}]")), &[&misspelt("letter.md:6", name)]);
    }
}

#[test]
fn a_group_that_nobody_is_in_is_a_hint() {
    has_findings(&listed("[Professors]"), &[]);
    has_findings(&listed("[Professors, Students]"), &[&hint("letter.md:6", "Students")]);
    has_findings(&listed("\n  - Judges"), &[&hint("letter.md:7", "Judges")]);
}

#[test]
fn the_headings_of_a_translation_are_compared_too() {
    let folder = listed("[Professors]").file(
        "letter.fr.md",
        "---\nlang: fr\ntitle: Une lettre\nsummary: Sommaire.\ngroups: {Professeurs: Professeures et professeurs}\n---\n\nTexte.\n",
    );
    has_findings(&folder, &[&misspelt("letter.fr.md:5", "Professeurs")]);
}

#[test]
fn groups_may_be_listed_before_anybody_has_signed() {
    has_findings(&listed("[Students]").signatories("name,group\n"), &[]);
}
