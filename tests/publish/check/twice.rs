//! Content that is both in front matter and in the text.

use super::{FRONT, findings, has_findings};
use crate::folder::Folder;

fn letter(lang: &str, date: &str, body: &str) -> Folder {
    let front = FRONT.replace("lang: en", &format!("lang: {lang}")).replace("2023-09-07", date);
    let members = "addressees:\n  - heading: To the attention of\n    members:\n      - Ada Example, Mayor of Springfield\n\
                   salutation: Dear Mayor,\nclosing: Yours sincerely,";
    let table = "name,role\nBo Example,Chair\nCe Exemple,\n";
    Folder::new().letter(&format!("{front}\n{members}"), body).signatories(table)
}

#[test]
fn what_appears_twice_is_reported() {
    let body = "A letter\n\n7 September 2023\n\nTo the Mayor of Springfield, Ada Example\n\n**Dear Mayor,**\n\nThe river is \
                closed.\n\nYours sincerely,\n\nBo Example, Chair\n\nCe Exemple";
    has_findings(
        &letter("en", "2023-09-07", body),
        &[
            "letter.md:14: warning: repeats the title “A letter”, which is shown anyway: leave it out here, it stands at the top of the file as title",
            "letter.md:16: warning: repeats the date “2023-09-07”, which is shown anyway: leave it out here, it stands at the top of the file as date",
            "letter.md:18: warning: repeats the addressee “Ada Example”, which is shown anyway: leave it out here, it stands at the top of the file as addressees",
            "letter.md:20: warning: repeats the salutation “Dear Mayor,”, which is shown anyway: leave it out here, it stands at the top of the file as salutation",
            "letter.md:24: warning: repeats the closing “Yours sincerely,”, which is shown anyway: leave it out here, it stands at the top of the file as closing",
            "letter.md:26: warning: repeats the signatory “Bo Example, Chair”, who is shown below the letter anyway: leave out here \
             those who are in signatories.csv",
        ],
    );
}

#[test]
fn a_salutation_within_the_first_paragraph_is_reported() {
    let reported =
        findings(&letter("en", "2023-09-07", "Dear Mayor, the river is closed.\n\nYours sincerely, Bo Example"));
    assert_eq!(reported.len(), 2, "{reported:?}");
}

#[test]
fn a_date_is_known_in_the_letter_s_language() {
    for (lang, date) in [
        ("en", "September 7, 2023"),
        ("en", "Springfield, 07.09.2023"),
        ("en", "2023-09-07"),
        ("de", "Berlin, den 7. September 2023"),
        ("fr", "Paris, le 7 septembre 2023"),
        ("ru", "7 сентября 2023 г."),
        ("hy", "7 սեպտեմբերի, 2023"),
        ("pl", "Warszawa, 7 września 2023"),
        ("fa", "۱۶ شهریور ۱۴۰۲"),
        ("ja", "東京、2023年9月7日"),
        ("ko", "서울, 2023년 9월 7일"),
    ] {
        let reported = findings(&letter(lang, "2023-09-07", &format!("{date}\n\nText.")));
        assert!(reported.iter().any(|reported| reported.contains("repeats the date")), "{lang} {date} {reported:?}");
    }
}

#[test]
fn a_text_that_only_names_them_is_left_alone() {
    for body in [
        "Ada Example must act.\n\nText.",
        "On 7 September 2023 the council met, and nobody of us was heard there.\n\nText.",
        "Dear to us is the river.\n\nText.",
        "The river is closed.\n\nBo Example knows.",
        "The river is closed.\n\nYours is the choice.",
        "Text.\n\n- Bo Example asked.\n- Ce Exemple",
    ] {
        assert_eq!(findings(&letter("en", "2023-09-07", body)), Vec::<String>::new(), "{body}");
    }
}
