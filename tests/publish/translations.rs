//! A letter in several languages.

use crate::folder::Folder;
use serde_json::json;

const ENGLISH: &str = "lang: en\ntitle: A letter\ndate: 2023-09-07\nstatus: closed\nimage: a.jpg\naddressees:\n  - A, Minister\n\
                       contact: mailto:a@a.example\nsignatures:\n  goal: 50\nsign:\n  url: https://sign.example/\n  \
                       label: Sign\nsalutation: Dear";

fn bilingual(french: &str) -> Folder {
    Folder::new().letter(ENGLISH, "Text.").file("letter.fr.md", format!("---\n{french}\n---\n\nTexte.\n"))
}

#[test]
fn a_translation_is_a_whole_letter_with_what_no_language_changes() {
    let folder = bilingual("title: Une lettre\nsalutation: Madame,");
    let published = folder.publish();
    assert_eq!(folder.shorten(&published.findings), Vec::<String>::new());
    let french = folder.site_json("letters/x/letter.fr.json");
    assert_eq!(
        french,
        json!({
            "version": 1, "id": "x", "lang": "fr", "title": "Une lettre", "date": "2023-09-07",
            "url": "https://letters.example/letters/x/fr/", "image": "a.jpg", "status": "closed",
            "addressees": [{ "members": [{ "name": "A", "office": "Minister" }] }],
            "salutation": "Madame,", "body": ["Texte."], "signatories": [{ "name": "Ada" }],
            "signatures": { "count": 1, "goal": 50, "src": "count.json" }, "sign": { "url": "https://sign.example/" },
            "contact": "mailto:a@a.example",
            "translations": [
                { "lang": "en", "title": "A letter", "src": "letter.json" },
                { "lang": "fr", "title": "Une lettre", "src": "letter.fr.json" }
            ]
        })
    );
    let english = folder.site_json("letters/x/letter.json");
    assert_eq!(english["translations"], french["translations"]);
    assert_eq!(english["url"], "https://letters.example/letters/x/");
    assert_eq!(english["sign"]["label"], "Sign");
}

#[test]
fn a_letter_in_one_language_lists_no_translations() {
    assert_eq!(Folder::new().published().get("translations"), None);
}

#[test]
fn a_translation_may_have_its_own_of_most_things() {
    let folder = bilingual("title: Une lettre\ndate: 2023-09-08\nsign:\n  label: Signer\naddressees:\n  - A, Ministre");
    folder.publish();
    let french = folder.site_json("letters/x/letter.fr.json");
    assert_eq!(french["date"], "2023-09-08");
    assert_eq!(french["sign"], json!({ "url": "https://sign.example/", "label": "Signer" }));
    assert_eq!(french["addressees"][0]["members"][0]["office"], "Ministre");
}

#[test]
fn the_files_name_gives_the_language() {
    bilingual("title: Une lettre\nlang: fr").reports(&[]);
    bilingual("title: Une lettre\nlang: en")
        .reports(&["x/letter.fr.md:3: lang is not fr, as the file is named: change one of the two"]);
    Folder::new().file("letter.french_text.md", "").reports(&[
        "x: has letter.french_text.md, which is not named by a language: rename it, such as letter.fr.md or letter.fr-CA.md",
    ]);
    Folder::new()
        .file("letter.en.md", "---\ntitle: Again\n---\nText.")
        .reports(&["x/letter.en.md: is in en, the language of letter.md: leave one of the two out"]);
    Folder::new()
        .file("letter.fr.md", "---\ntitle: A\n---\nT")
        .file("letter.FR.md", "---\ntitle: A\n---\nT")
        .reports(&["x: has fr in two files: keep one of the two"]);
}

#[test]
fn problems_are_reported_where_they_were_written_and_once() {
    let folder = Folder::new()
        .letter("lang: en\ntitle: A letter\ndate: soon\nsign:\n  url: ftp://a\nsignatures:\n  goal: x", "Text.")
        .file("letter.fr.md", "---\nsummary: Sommaire\nstatus: fini\n---\n\nTexte <b>\n")
        .signatories("name,kind\nAda,\n,person\n");
    folder.reports(&[
        "x/letter.md:4: date is “soon”: write the day as 2023-09-07",
        "x/letter.md:6: sign.url is a ftp: link, which is dropped: give a URL that begins with https:, http: or mailto:, \
         or one relative to the letter",
        "x/letter.md:8: signatures.goal is a text, not a number: write a whole number from 0, without quotation marks \
         or separators",
        "x/letter.fr.md:1: title is missing: give the letter's title",
        "x/letter.fr.md:3: status is “fini”: write open, closed, delivered or answered",
        "x/letter.fr.md:6: has the HTML <b>: write Markdown, or \\< where the sign itself is meant",
        "x/signatories.csv:3: name is empty: give the signatory's name",
    ]);
}

#[test]
fn what_all_languages_share_is_given_once() {
    bilingual("title: Une lettre\nid: y\nsignatures:\n  goal: 5").reports(&[
        "x/letter.fr.md:3: id is the same in all languages: leave it out here, it is in letter.md",
        "x/letter.fr.md:4: signatures is the same in all languages: leave it out here, it is in letter.md",
    ]);
}

#[test]
fn a_translation_that_is_gone_takes_its_files_along() {
    let folder = bilingual("title: Une lettre").signatories("name\nUnmistakable Person\n");
    folder.publish();
    std::fs::remove_file(folder.path().join("letter.fr.md")).unwrap();
    // Files that somebody else put there stay.
    std::fs::write(folder.out().join("letters/x/letter.mine.json"), "{}").unwrap();
    std::fs::write(folder.out().join("letters/x/letter.de.json"), r#"{"id":"another"}"#).unwrap();
    let removed = [
        "fr/index.html",
        "letter.fr.json",
        "letter.fr.view.json",
        "oembed.fr.json",
        "snippet.badge.fr.html",
        "snippet.element.fr.html",
        "snippet.fr.html",
        "snippet.iframe.fr.html",
    ];
    let removed = removed.iter().chain(&["snippet.tag.fr.html"]).map(|name| format!("letters/x/{name}"));
    assert_eq!(folder.publish().removed, removed.collect::<Vec<_>>());
    assert!(!folder.out().join("letters/x/fr").exists());
    assert!(folder.out().join("letters/x/letter.de.json").exists());
    assert!(folder.out().join("letters/x/letter.mine.json").exists());
    assert_eq!(folder.publish().removed, [""; 0]);
    let folder = folder.signatories("name\nAda\n");
    folder.publish();
    assert_eq!(having(&folder.out(), "Unmistakable"), [""; 0], "who withdraws is in no file");
}

#[test]
fn a_page_of_a_translation_that_somebody_else_wrote_stays() {
    let folder = bilingual("title: Une lettre");
    folder.publish();
    std::fs::remove_file(folder.path().join("letter.fr.md")).unwrap();
    std::fs::write(folder.out().join("letters/x/fr/index.html"), "theirs").unwrap();
    assert_eq!(folder.publish().removed.len(), 8);
    assert!(folder.out().join("letters/x/fr/index.html").exists());
}

/// The files below a folder that have this text in them.
fn having(folder: &std::path::Path, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(having(&path, text));
        } else if String::from_utf8_lossy(&std::fs::read(&path).unwrap()).contains(text) {
            found.push(path.display().to_string());
        }
    }
    found
}
