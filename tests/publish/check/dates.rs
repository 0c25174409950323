//! Days.

use super::{FRONT, has_findings};
use crate::folder::Folder;
use open_letter::check::check_on;

fn dated(date: &str, updates: &[&str]) -> Folder {
    let items: Vec<String> = updates.iter().map(|date| format!("\n  - text: News\n    date: {date}")).collect();
    let updates = if items.is_empty() { String::new() } else { format!("\nupdates:{}", items.concat()) };
    Folder::new().letter(&format!("{}{updates}", FRONT.replace("2023-09-07", date)), "Text.")
}

#[test]
fn days_in_order_are_left_alone() {
    has_findings(&dated("2026-11-23", &[]), &[]);
    has_findings(&dated("2023-09-07", &["2023-09-07", "2023-09-19", "2026-11-23"]), &[]);
    has_findings(&dated("2023-09-07", &["2026-11-23", "2023-09-19", "2023-09-19", "2023-09-07"]), &[]);
}

#[test]
fn days_to_come_are_reported() {
    has_findings(
        &dated("2026-11-24", &[]),
        &[
            "letter.md:5: warning: date is 2026-11-24, which is in the future: write the day on which the letter is made public",
        ],
    );
    has_findings(
        &dated("2023-09-07", &["2027-01-01"]),
        &["letter.md:8: warning: the date of an update is 2027-01-01, which is in the future: write when it happened"],
    );
}

#[test]
fn updates_follow_the_letter_and_one_another() {
    has_findings(
        &dated("2023-09-07", &["2023-09-01"]),
        &[
            "letter.md:8: warning: the date of an update is 2023-09-01, before the letter's own date 2023-09-07: correct one of the two",
        ],
    );
    has_findings(
        &dated("2023-09-07", &["2023-09-10", "2023-09-20", "2023-09-15"]),
        &[
            "letter.md:12: warning: the date of an update breaks the order of the days: put the updates in order, the newest first",
        ],
    );
}

#[test]
fn signatures_to_come_are_reported_one_by_one_and_early_ones_together() {
    let signed = |rows: &str| Folder::new().letter(FRONT, "Text.").signatories(&format!("name,signed\n{rows}"));
    has_findings(&signed("A,2023-09-07\nB,2026-11-23\nC,\n"), &[]);
    has_findings(
        &signed("A,2026-11-24\nB,2027-01-01\n"),
        &[
            "signatories.csv:2: warning: signed is 2026-11-24, which is in the future: write the day of signing",
            "signatories.csv:3: warning: signed is 2027-01-01, which is in the future: write the day of signing",
        ],
    );
    has_findings(
        &signed("A,2023-09-08\nB,2023-09-01\nC,2023-08-31\nD,2023-08-30\n"),
        &[
            "signatories.csv:3: hint: signed is 2023-09-01, before the letter's own date 2023-09-07, as are 2 more: correct \
             it, if nobody signed a draft",
        ],
    );
}

#[test]
fn the_day_is_that_of_the_place_where_it_begins_first() {
    let today = |epoch: &str| {
        let folder = dated("2026-11-24", &[]);
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_open-letter"))
            .args(["check", "x"])
            .current_dir(folder.beside(""))
            .env("SOURCE_DATE_EPOCH", epoch)
            .output()
            .unwrap();
        output.status.code()
    };
    // 2026-11-23, 9:59:59 and 10:00:00 UTC.
    assert_eq!((today("1795427999"), today("1795428000")), (Some(1), Some(0)));
    assert_eq!(today("noon"), Some(1));
    let folder = dated("2026-11-24", &[]);
    let later = open_letter::model::Date { day: 24, ..super::TODAY };
    assert_eq!(check_on(&folder.path(), later).findings, []);
}
