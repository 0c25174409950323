//! The words that the loader's builder of first views accepts: those that the views write, and no other.

use crate::attributes::holds;
use open_letter::model::{Json, Letter};
use open_letter::view::first_view;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt::Write;

/// A letter that has everything that a view can show.
const WHOLE: &str = r#"{
    "version": 1, "id": "whole", "lang": "en", "title": "Title", "summary": "SUMMARY", "date": "2026-11-30",
    "url": "https://a.example/", "status": "STATUS",
    "updates": [{ "date": "2026-11-30", "text": "SUMMARY", "url": "https://a.example/" }],
    "addressees": [{ "heading": "To", "members": [{ "name": "A", "office": "B", "organisation": "C" } MORE] }],
    "salutation": "Dear all", "closing": "Yours",
    "body": [
        ["a ", { "strong": "b" }, { "em": "c" }, { "link": "https://a.example/", "text": "d" }, { "footnote": 1 }],
        { "heading": "Heading" }, { "quote": ["Quote"] }, { "list": ["1"], "ordered": true, "start": 3 }, { "rule": true },
        { "list": [{ "item": ["2", { "list": ["3"] }] }] }, { "list": ["4"], "ordered": true, "footnotes": true },
        { "signatories": true }, "5"
    ],
    "signatories": [
        { "id": "1", "name": "A", "kind": "organisation", "initiator": true, "note": "n", "url": "https://a.example/",
          "logo": "https://a.example/a.png", "verified": true },
        { "id": "2", "name": "B", "kind": "person", "role": "r", "organisation": "o", "country": "US", "lang": "fr",
          "signed": "2026-11-30", "comment": "c", "group": "Group" }
    ],
    "signatures": { "count": 2, "goal": 100, "src": "count.json" }, ROLL
    "sign": { "url": "https://a.example/", "label": "Sign" },
    "withdraw": "mailto:a@a.example", "contact": "mailto:a@a.example", "privacy": "https://a.example/",
    "translations": [
        { "lang": "en", "title": "Title", "src": "letter.json" }, { "lang": "ar", "title": "A", "src": "letter.ar.json" }
    ]
}"#;

#[derive(Default)]
struct Words {
    tags: BTreeSet<String>,
    attributes: BTreeSet<String>,
    /// Of classes and parts.
    names: BTreeSet<String>,
}

impl Words {
    fn collect(&mut self, tree: &Value) {
        let Value::Array(items) = tree else { return };
        let (Some(Value::String(tag)), Some(Value::Object(attributes))) = (items.first(), items.get(1)) else {
            panic!("no element: {tree}");
        };
        self.tags.insert(tag.clone());
        for (name, value) in attributes {
            let value = value.as_str().unwrap_or_else(|| panic!("{name} is no text in {tree}"));
            let words = || value.split(' ').map(str::to_string);
            match name.as_str() {
                "class" | "part" => self.names.extend(words()),
                // The builder sets it itself.
                "referrerpolicy" => continue,
                _ => {}
            }
            if name != "show" {
                self.attributes.insert(name.clone());
            }
        }
        items.iter().skip(2).for_each(|item| self.collect(item));
    }
}

/// A `long` letter has folds.
fn letter(status: &str, roll: &str, long: bool) -> Letter {
    let (summary, more) =
        if long { ("A long summary. ".repeat(20), ", { \"name\": \"D\" }".repeat(9)) } else { <_>::default() };
    let text =
        WHOLE.replace("STATUS", status).replace("ROLL", roll).replace("SUMMARY", &summary).replace("MORE", &more);
    Letter::read(&Json::parse(&text).unwrap(), &|reference| Some(reference.to_string())).unwrap().letter
}

#[test]
fn the_builder_knows_the_words_that_the_views_write() {
    let mut words = Words::default();
    for status in ["open", "closed", "delivered", "answered"] {
        for roll in ["", r#""roll": "https://a.example/roll/index.json","#] {
            for long in [false, true] {
                words.collect(&first_view(&letter(status, roll, long)));
            }
        }
    }
    // Headings of all levels, whatever the letter has; a note where a letter is cut; new names.
    words.tags.extend((1..=6).map(|level| format!("h{level}")));
    words.names.extend(["notice", "new", "cut"].map(str::to_string));
    // The words of the attribute `show` come first; a source comes last, since some browsers load it at once.
    let show = ["title", "summary", "date", "addressees", "body", "count", "sign", "roll", "share", "languages"];
    let others = words.names.into_iter().filter(|name| !show.contains(&name.as_str()));
    let names: Vec<String> = show.map(str::to_string).into_iter().chain(others).collect();
    let mut attributes: Vec<String> = words.attributes.into_iter().collect();
    attributes.sort_by_key(|name| name == "src");
    let mut made = "// Made from the views by a test: UPDATE=1 cargo test --test hosts first_view\n\n".to_string();
    for (name, about, words) in [
        ("TAGS", "The elements of a first view.", words.tags.into_iter().collect::<Vec<_>>()),
        ("ATTRIBUTES", "Their attributes.", attributes),
        ("NAMES", "Their classes and parts. The first ten are the words of the attribute `show`.", names),
    ] {
        writeln!(made, "/** {about} */\nexport const {name} = \"{}\".split(\" \");", words.join(" ")).unwrap();
    }
    holds("src/embed/loader/first_view/words.js", None, &made);
}
