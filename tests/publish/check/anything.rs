//! Whatever a letter contains, a check ends and reports each finding on one line.

use super::{FRONT, TODAY};
use crate::folder::Folder;
use open_letter::check::check_on;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{Config, RngAlgorithm, RngSeed, TestRunner};
use serde_json::json;
use std::path::Path;

/// Texts that checks look for, and texts that could be cut inside a character.
const PIECES: &[&str] = &[
    "“",
    "”",
    "„",
    "«",
    "»",
    "‹",
    "›",
    "‘",
    "’",
    "‚",
    "\"",
    "'",
    "(",
    ")",
    "[",
    "]",
    "「",
    "」",
    "*",
    "**",
    "_",
    "__",
    "](",
    "#",
    "##",
    "<b>",
    "</",
    "<a href=x>",
    "&amp;",
    "&#8217;",
    "&",
    ";",
    ":-)",
    "•",
    " ",
    "\n",
    "\n\n",
    "a",
    "Ada",
    "ADA",
    "1)",
    "été",
    "Ã©",
    "Հայրեն",
    "مح",
    "\u{200d}",
    "\u{200b}",
    "\u{202e}",
    "\u{fe0f}",
    "Аda",
    "山田",
    "🙂",
    "👩\u{200d}💻",
    "\u{301}",
    "�",
    "https://",
    "http://a.org",
    "www.a.org",
    "mailto:",
    "a@b.org",
    "example.org",
    "@",
    ".",
    ",",
    "-",
    "\u{1b}[31m",
    "\0",
];

fn pieces() -> impl Strategy<Value = String> {
    vec(select(PIECES), 0..12).prop_map(|pieces| pieces.concat())
}

/// Runs this many cases, the same ones each time.
fn always<S: Strategy>(strategy: &S, claim: impl Fn(S::Value)) {
    let config = Config {
        cases: 128,
        rng_algorithm: RngAlgorithm::ChaCha,
        rng_seed: RngSeed::Fixed(6),
        failure_persistence: None,
        ..Config::default()
    };
    let run = TestRunner::new(config).run(strategy, |value| {
        claim(value);
        Ok(())
    });
    run.unwrap();
}

#[track_caller]
fn is_reported_in_lines(path: &Path) {
    for finding in check_on(path, TODAY).findings {
        let reported = finding.to_string();
        assert!(!reported.contains(|char: char| char.is_control() || char == '\u{202e}'), "{reported:?}");
    }
}

#[test]
fn a_document_with_anything_in_it_is_checked_to_its_end() {
    always(&(pieces(), pieces(), select(&["en", "fr", "de", "sv", "ar", "he", "hy"][..])), |(one, two, lang)| {
        let document = json!({
            "version": 1, "lang": lang, "title": format!("T{one}"), "summary": two, &one: 1,
            "body": [format!("B{one}"), ["C", { "link": two, "text": one }], { "list": [format!("D{two}")] }],
            "addressees": [{ "members": [{ "name": format!("E{one}") }] }],
            "signatories": [{ "name": format!("F{one}"), "kind": "person" }, { "name": format!("G{two}"), "url": one }],
            "contact": two
        });
        let folder = Folder::new().file("letter.json", document.to_string());
        is_reported_in_lines(&folder.path().join("letter.json"));
    });
}

#[test]
fn a_folder_with_anything_in_it_is_checked_to_its_end() {
    always(&(pieces(), pieces()), |(one, two)| {
        let french = format!("---\ntitle: Une lettre\n---\n\n{two}\n\n{one}");
        let folder = Folder::new().letter(FRONT, &format!("{one}\n\n{two}")).file("letter.fr.md", french);
        is_reported_in_lines(&folder.signatories(&format!("name\n{one}\n{two}\n")).path());
    });
}

#[test]
fn a_stylesheet_with_anything_in_it_is_checked_to_its_end() {
    const PIECES: &[&str] = &[
        "--open-letter-text",
        "--open-letter-background",
        "--open-letter-x",
        "--x",
        ":",
        ";",
        "{",
        "}",
        "(",
        ")",
        "[",
        "]",
        "#",
        "#fff",
        "#12",
        "var(--x)",
        "var(--open-letter-text)",
        "light-dark(",
        ",",
        "@media",
        "dark",
        "red",
        "\"",
        "\\",
        "/*",
        "*/",
        "\n",
    ];
    always(&vec(select(PIECES), 0..40), |pieces| {
        let folder = Folder::new().file("style.css", pieces.concat());
        is_reported_in_lines(&folder.path().join("style.css"));
    });
}
