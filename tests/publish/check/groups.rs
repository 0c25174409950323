//! Groups of the letter that the table doesn't have.

use super::{FRONT, has_findings};
use crate::folder::Folder;

#[track_caller]
fn listing(groups: &str, expected: &[&str]) {
    let letter = Folder::new().letter(&format!("{FRONT}\ngroups: {groups}"), "Text.");
    has_findings(&letter.signatories("name,group\nAda,Professors\nGrace,Teachers\n"), expected);
}

#[test]
fn a_misspelt_group_is_reported_with_the_one_that_is_meant() {
    let fault = "which no row of signatories.csv has in its column group";
    for name in ["Profesors", "professors"] {
        let message = format!("letter.md:6: warning: groups has “{name}”, {fault}: did you mean “Professors”?");
        listing(&format!("[{name}, Teachers]"), &[&message]);
    }
    let message =
        format!("letter.md:6: hint: groups has “Students”, {fault}: write it as in the table, or leave it out");
    listing("[Professors, Students]", &[&message]);
}

#[test]
fn groups_of_the_table_and_groups_to_come_are_left_alone() {
    listing("[Teachers, Professors]", &[]);
    listing("[Teachers]", &[]);
    has_findings(&Folder::new().letter(&format!("{FRONT}\ngroups: [Professors]"), "Text."), &[]);
}
