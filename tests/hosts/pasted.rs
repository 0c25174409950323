//! Every snippet, pasted into the text of a page and converted by what hosts really use: each text of the letter must be
//! there once, inside the letter.

use crate::converters::{Converter, QUICK, SLOW, faults};
use crate::project::Project;
use crate::tried;
use open_letter::files::Site;
use open_letter::publish::Publisher;
use std::path::PathBuf;

/// What Markdown, MDX, shortcodes, templates and editors could read otherwise.
const LETTER: &str = r#"---
lang: en
title: "A *letter* of [gallery] & {braces}"
summary: "What it asks: `code`, ~~none~~ and $5 or $6"
addressees:
  - { heading: "To:", members: ["Ada_of_Lovelace, Minister <of> {{ State }}"] }
salutation: |
  Dear one,
  dear _all_,
closing: "Yours, {% now %} 1 * 2 * 3"
---

The first paragraph has a \*star\*, a \_line\_, an {expression} and a [link](https://a.example/b_c_d?e=[f]).

## What \#we ask

> A quoted paragraph.
>
> Another quoted paragraph.

1. The first demand
2. The second demand

The last paragraph is here, by a@b.example.
"#;

/// The forms, and what the documentation calls them.
const NAMES: [(&str, &str); 6] = [
    ("", "whole text"),
    ("element", "element"),
    ("tag", "single script"),
    ("pinned", "pinned script"),
    ("iframe", "frame"),
    ("badge", "badge"),
];

/// Texts of the letter, which its snippet has in it.
const TEXTS: [&str; 14] = [
    "A *letter* of [gallery] & {braces}",
    "What it asks: `code`, ~~none~~ and $5 or $6",
    "Ada_of_Lovelace",
    "Minister <of> {{ State }}",
    "dear _all_,",
    "The first paragraph has a *star*, a _line_, an {expression} and a link.",
    "What #we ask",
    "Another quoted paragraph.",
    "The first demand",
    "The second demand",
    "The last paragraph is here, by a@b.example.",
    "Yours, {% now %} 1 * 2 * 3",
    "Founder of [it]",
    "2 signatures",
];

/// Publishes the letter as `letters/x/` of a site, whose folder it returns.
pub fn published(project: &Project) -> PathBuf {
    let folder = project.path("x");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("letter.md"), LETTER).unwrap();
    std::fs::write(folder.join("signatories.csv"), "name,initiator\nFounder of [it],true\nOther,\n").unwrap();
    let site = Site::open(&project.path("site")).unwrap();
    std::fs::write(site.root().join("integrity.json"), r#"{"open-letter-1.2.3.js": "sha384-A"}"#).unwrap();
    let published = Publisher::new(&site, Some("https://letters.example/")).unwrap().publish(&folder).unwrap();
    assert!(published.id.is_some(), "{:?}", published.findings);
    site.root().to_path_buf()
}

/// The snippets of the letter: the name of the form, the code, and the texts that it has.
fn snippets(name: &str) -> Vec<(&'static str, String, &'static [&'static str])> {
    let site = published(&Project::bare(name));
    let read = |form: &str| std::fs::read_to_string(site.join(format!("letters/x/snippet{form}.html"))).unwrap();
    let texts = |form: &str| -> &'static [&'static str] {
        match form {
            "" => &TEXTS,
            "badge" => &["2 signatures"],
            "element" => &["A *letter* of [gallery] & {braces}"],
            _ => &[],
        }
    };
    NAMES.iter().map(|(form, name)| (*name, read(format!(".{form}").trim_end_matches('.')), texts(form))).collect()
}

/// Pastes every form into the converters, and writes down what passes.
#[track_caller]
fn pass(name: &str, converters: &[Converter]) {
    let mut pages = Vec::new();
    for converter in converters {
        for (form, code, texts) in snippets(name) {
            pages.push((*converter, form, converter.convert(&code), texts));
        }
    }
    let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_string()).collect::<Vec<_>>();
    let looked: Vec<_> = pages.iter().map(|(_, _, html, known)| (html.clone(), texts(known))).collect();
    let faults = faults(&looked);
    for (number, converter) in converters.iter().enumerate() {
        let of = |index: usize| number * NAMES.len() + index;
        let forms = |index: usize| (NAMES[index].1.to_string(), faults[of(index)].is_empty());
        tried::record(converter.name, &converter.version(), &(0..NAMES.len()).map(forms).collect::<Vec<_>>());
    }
    for ((converter, form, html, _), faults) in pages.iter().zip(&faults) {
        // React moves a script with `async`: the documentation says so.
        let is_moved = converter.name == "MDX" && matches!(*form, "single script" | "pinned script");
        let known: &[&str] = if is_moved { &["it was moved"] } else { &[] };
        assert_eq!(faults, known, "{form} in {}\n{html}", converter.name);
    }
}

#[test]
fn each_paragraph_is_there_once_after_every_converter() {
    pass("pasted", &QUICK);
}

#[test]
#[ignore = "needs what `make hosts` installs"]
fn each_paragraph_is_there_once_in_hugo_jekyll_and_wordpress() {
    pass("pasted-slow", &SLOW);
}

#[test]
fn a_letter_around_which_a_paragraph_is_made_is_found_out() {
    let code = "<!--\nA letter\n-->\n<open-letter src=\"https://a.example/letter.json\">\n<article><p>Text.</p>\n</article>\n\
                </open-letter>\n";
    let html = QUICK[2].convert(code);
    assert_ne!(faults(&[(html, vec!["Text.".to_string()])]), [Vec::<String>::new()]);
}

/// What is pasted is one line, whatever the form.
#[test]
fn each_snippet_is_one_line() {
    for (form, code, _) in snippets("pasted-lines") {
        assert_eq!(code.trim_end().lines().count(), 1, "{form}");
        assert!(!code.contains("<!--"), "{form}");
    }
}
