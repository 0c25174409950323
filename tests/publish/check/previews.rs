//! Hints about previews of a shared letter, and about its addressees.

use super::{FRONT, has_findings};
use crate::folder::Folder;

#[test]
fn what_is_missing_is_a_hint() {
    has_findings(
        &Folder::new(),
        &[
            "letter.md:1: hint: summary is missing: say in a sentence or two what the letter asks for, which is shown where it \
             is shared",
            "letter.md:1: hint: date is missing: write the day of the letter, such as 2023-09-07",
        ],
    );
}

#[test]
fn what_is_long_is_a_hint() {
    let front = |title: usize, summary: usize| {
        let front = FRONT.replace("A letter", &"Ա".repeat(title)).replace("What it asks for.", &"s".repeat(summary));
        Folder::new().letter(&front, "Text.")
    };
    has_findings(&front(110, 600), &[]);
    has_findings(
        &front(111, 601),
        &[
            "letter.md:3: hint: title is 111 characters long, of which previews show 110 at most: say it in fewer words",
            "letter.md:4: hint: summary is 601 characters long, of which previews show some 200: say it in fewer words",
        ],
    );
}

#[test]
fn an_addressee_without_an_office_is_a_hint() {
    let addressed = |lines: &str| Folder::new().letter(&format!("{FRONT}\naddressees:\n{lines}"), "Text.");
    has_findings(&addressed("  - A. Joly, Minister\n  - name: B\n    organisation: Ministry"), &[]);
    has_findings(
        &addressed("  - A. Joly, Minister\n  - heading: 'To:'\n    members:\n      - Robert Rae"),
        &["letter.md:10: hint: an addressee has no office: write it after the name, as in Robert Rae, Minister, \
             unless it is a body"],
    );
}

#[test]
fn bodies_groups_and_offices_within_names_need_no_office() {
    for name in [
        "Members of Parliament",
        "Ministry of Waters",
        "City Council of Vell",
        "President Ada Example",
        "The Governor",
        "All members",
        "Madame la présidente du conseil",
        "An den Rat der Stadt Vell",
        "Bundesministerium für Umwelt",
        "Городская дума",
        "市人民政府",
        "السادة أعضاء المجلس",
        "Greenpeace",
    ] {
        let folder = Folder::new().letter(&format!("{FRONT}\naddressees:\n  - name: {name}"), "Text.");
        has_findings(&folder, &[]);
    }
}
