//! Validates the HTML that publishing writes against the rules of the HTML standard (<https://html-validate.org>).
//!
//! The W3C's own validator (Nu) agrees, except that it does not know `part` yet. It needs Java, so it is run by hand.

use crate::generated;
use crate::project::Project;
use open_letter::files::Site;
use open_letter::publish::Publisher;
use std::path::Path;

const RULES: &str = r#"{ "root": true, "extends": ["html-validate:standard"] }"#;

/// A letter with every feature.
const LETTER: &str = "---
lang: en
title: A letter
summary: What it is about.
date: 2026-03-01
image: photo.jpg
updates:
  - { date: 2026-03-02, text: It was heard of., url: https://example.org/ }
addressees:
  - { heading: \"To:\", members: [\"Ada, Minister\"] }
salutation: Dear all,
closing: Yours.
signatures: { goal: 1000 }
sign:
  form:
    to: collect https://letters.example/collect
    ask: [name, email, kind, { field: organisation, required: organisation }, role, country, postcode, comment, public, { field: news, text: Tell me. }, consent]
withdraw: mailto:a@example.org
privacy: https://example.org/privacy
---

A paragraph with **strong**, *emphasised* and [linked](https://example.org/) text.

## What we ask

> Quoted.

1. One
2. Two
";

/// Publishes the letter with its translations and that table.
fn publish(folder: &Path, table: &str, site: &Site, base_url: Option<&str>) {
    std::fs::create_dir_all(folder).unwrap();
    std::fs::write(folder.join("letter.md"), LETTER).unwrap();
    for (tag, title) in [("fr", "Une lettre"), ("ar", "رسالة")] {
        let text = format!("---\ntitle: {title}\n---\n\nTexte.\n");
        std::fs::write(folder.join(format!("letter.{tag}.md")), text).unwrap();
    }
    std::fs::write(folder.join("signatories.csv"), table).unwrap();
    let published = Publisher::new(site, base_url).unwrap().without_collected(true).publish(folder).unwrap();
    assert!(published.id.is_some(), "{:?}", published.findings);
}

/// Every HTML file below the folder.
fn pages(folder: &Path) -> Vec<String> {
    let mut pages = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            pages.extend(self::pages(&path));
        } else if path.extension().is_some_and(|end| end == "html") {
            pages.push(path.to_string_lossy().into_owned());
        }
    }
    pages
}

#[test]
fn every_page_and_snippet_is_valid() {
    let project = Project::new("published");
    project.write(".htmlvalidate.json", RULES);
    let site = Site::open(&project.path("site")).unwrap();
    std::fs::write(site.root().join("open-letter.js"), "").unwrap();
    std::fs::write(
        site.root().join("integrity.json"),
        concat!("{\"open-letter-", env!("CARGO_PKG_VERSION"), ".js\": \"sha384-A\"}"),
    )
    .unwrap();
    let (base, short) = (Some("https://letters.example"), generated::table(1, 60).replacen("verified", "logo", 1));
    publish(&project.path("short"), &short.replace(",true\n", ",logo.svg\n"), &site, base);
    publish(&project.path("long"), &generated::table(1, 1200), &site, base);
    let alone = Site::open(&project.path("alone")).unwrap();
    publish(&project.path("without-widget"), "name\n", &alone, None);

    let (frames, pages): (Vec<String>, Vec<String>) =
        [pages(site.root()), pages(alone.root())].concat().into_iter().partition(|page| page.contains(".iframe."));
    assert!(pages.len() > 40 && frames.len() == 9, "{} pages, {} frames", pages.len(), frames.len());
    project.run("html-validate", &pages.iter().map(String::as_str).collect::<Vec<_>>()).unwrap();
    // A frame as wide as its container: the standard allows only whole numbers, but every editor and browser accepts
    // per cent.
    let without_width =
        r#"{ "root": true, "extends": ["html-validate:standard"], "rules": { "attribute-allowed-values": "off" } }"#;
    project.write(".htmlvalidate.json", without_width);
    project.run("html-validate", &frames.iter().map(String::as_str).collect::<Vec<_>>()).unwrap();
}
