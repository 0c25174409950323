//! Text read in the wrong encoding.

use super::{has_findings, text};
use crate::folder::Folder;

#[test]
fn names_of_all_languages_are_left_alone() {
    for paragraph in [
        "São Tomé, Ångström, Ñandú, Rißšek, Đà Nẵng, Ærø, Ḥasan, Àà Ãã Ââ.",
        "Հայրեն, مُحَمَّد, Київ, Ελλάδα, 日本, “marks” – and dashes…",
    ] {
        has_findings(&text("en", paragraph), &[]);
    }
}

#[test]
fn utf_8_that_was_read_as_windows_1252_is_reported_with_what_it_was() {
    has_findings(&text("en", "A word of RenÃ©e’s."), &[]);
    has_findings(
        &text("en", "A word of RenÃ©e and donâ€™t."),
        &[
            "letter.md:8: warning: has “RenÃ©e”, which was UTF-8 and read as something else: write Renée, and look at the others",
        ],
    );
    has_findings(
        &Folder::new().letter(super::FRONT, "Text.").signatories("name\nStÃ©phane Bergeron\nMÃ¼ller\nO�Brien\n"),
        &[
            "signatories.csv:2: warning: name has “StÃ©phane”, which was UTF-8 and read as something else: write Stéphane, and \
             look at the others",
            "signatories.csv:3: warning: name has “MÃ¼ller”, which was UTF-8 and read as something else: write Müller, and \
             look at the others",
            "signatories.csv:4: warning: name has �, where a letter was lost: write it again, or export the file as UTF-8",
        ],
    );
}
