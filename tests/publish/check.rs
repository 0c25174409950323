//! `check` on folders and on documents.

mod anything;
mod blocks;
mod brackets;
mod colours;
mod corpus;
mod dates;
mod documents;
mod encoding;
mod groups;
mod language;
mod links;
mod markup;
mod names;
mod output;
mod previews;
mod quotations;
mod signed_text;
mod signing;
mod translations;
mod twice;
mod typed;

use crate::folder::Folder;
use open_letter::check::{Checked, check, check_on};
use open_letter::model::Date;
use open_letter::source::{Finding, Weight};

/// The day of the checks.
pub const TODAY: Date = Date { year: 2026, month: 11, day: 23 };

/// Front matter without findings, five lines long.
pub const FRONT: &str = "lang: en\ntitle: A letter\nsummary: What it asks for.\ndate: 2023-09-07";

/// The findings about a folder, in an editor's form.
pub fn findings(folder: &Folder) -> Vec<String> {
    folder.shorten(&check_on(&folder.path(), TODAY).findings)
}

/// Asserts the exact findings about a folder, each with its file: `letter.md:7: warning: …`.
#[track_caller]
pub fn has_findings(folder: &Folder, expected: &[&str]) {
    let expected: Vec<String> = expected.iter().map(|finding| format!("x/{finding}")).collect();
    assert_eq!(findings(folder), expected);
}

/// Asserts that the only findings are addresses for examples.
#[track_caller]
pub fn is_in_order(checked: &Checked) {
    let is_other =
        |finding: &&Finding| finding.weight != Weight::Hint || !finding.message.contains("an example address");
    let others: Vec<String> = checked.findings.iter().filter(is_other).map(ToString::to_string).collect();
    assert_eq!(others, Vec::<String>::new());
}

/// A folder with a letter in that language and with that text, which begins on line 8 of its file.
pub fn text(lang: &str, body: &str) -> Folder {
    Folder::new().letter(&FRONT.replace("lang: en", &format!("lang: {lang}")), body)
}

fn check_document(content: impl AsRef<[u8]>) -> (Vec<String>, Option<String>) {
    let folder = Folder::new().file("letter.json", content);
    let Checked { findings, summary } = check(&folder.path().join("letter.json"));
    (folder.shorten(&findings), summary)
}

#[track_caller]
fn reports(content: &str, expected: &[&str]) {
    assert_eq!(check_document(content), (expected.iter().map(ToString::to_string).collect(), None));
}

#[test]
fn a_folder_in_order_is_summed_up() {
    let folder = Folder::new().letter(&format!("{FRONT}\naddressees: ['A, Minister', 'B, Chair']"), "Text.").file(
        "letter.fr.md",
        "---\ntitle: Une lettre\nsummary: Sommaire.\naddressees: ['A, ministre', 'B, présidente']\n---\nTexte.",
    );
    let checked = check(&folder.path());
    assert_eq!(checked.findings, []);
    assert_eq!(checked.summary.as_deref(), Some("“A letter”, 2 addressees, 1 signatory, in en, fr"));
}

#[test]
fn a_folder_without_a_letter_is_reported() {
    let folder = Folder::new();
    std::fs::remove_file(folder.path().join("letter.md")).unwrap();
    folder.reports(&[
        "x/letter.md: can't be read (No such file or directory (os error 2)): write this file, or name another folder",
    ]);
    assert_eq!(check(&folder.path()).summary, None);
}

#[test]
fn a_document_in_order_is_summed_up() {
    let letter =
        r#"{"version": 1, "lang": "en", "title": "A letter", "body": ["Text."], "signatories": [{"name": "Ada"}]}"#;
    assert_eq!(check_document(letter), (vec![], Some("“A letter”, 0 addressees, 1 signatory".to_string())));
}

#[test]
fn what_is_not_json_is_reported_with_line_and_column() {
    reports(
        "{\n  \"version\": 1,\n  \"lang\" \"en\"\n}",
        &["x/letter.json:3:10: is not JSON (expected `:`): fix it there or just before"],
    );
    reports(
        "{\"version\": 1,",
        &["x/letter.json:1:14: is not JSON (EOF while parsing a value): fix it there or just before"],
    );
    reports("<!doctype html>", &["x/letter.json:1:1: is not JSON (expected value): fix it there or just before"]);
    reports("", &["x/letter.json:1:0: is not JSON (EOF while parsing a value): fix it there or just before"]);
    reports(
        &"[".repeat(10_000),
        &["x/letter.json:1:128: is not JSON (recursion limit exceeded): fix it there or just before"],
    );
    assert_eq!(
        check_document(b"{\n\"title\": \"\xff\"}").0,
        [
            "x/letter.json:2: is not UTF-8, so its letters are not certain: in the editor, choose Save As and the encoding UTF-8"
        ]
    );
}

#[test]
fn problems_of_a_document_are_all_reported_with_their_paths() {
    reports(
        r#"{"version": 1, "lang": "en", "body": ["Text."], "signatories": [{"name": ""}], "date": "soon"}"#,
        &[
            "x/letter.json:1:1: title is missing: give the letter's title",
            "x/letter.json:1:74: signatories[0].name is empty: give the signatory's name",
            "x/letter.json:1:88: date is “soon”: write the day as 2023-09-07",
        ],
    );
    reports(
        r#"{"version": 2}"#,
        &["x/letter.json:1:13: version is 2, which this release does not know: write 1, or take a newer release"],
    );
    reports(
        "[]",
        &[
            "x/letter.json:1:1: the letter is a list, not an object: give the letter as a JSON object with version, lang, title \
         and body",
        ],
    );
}
