//! Footnotes: marks, notes and the ways between them.

use crate::{holds, shown, small};
use open_letter::model::{Json, Letter};
use scraper::{Html, Selector};
use serde_json::{Value, json};
use std::collections::BTreeSet;

fn letter(id: &str, lang: &str, body: Value) -> Letter {
    let document = json!({ "version": 1, "id": id, "lang": lang, "title": "A", "body": body });
    Letter::read(&Json::from(document), &|reference| Some(reference.to_string())).unwrap().letter
}

/// The text of each element with that selector.
fn texts(html: &str, selector: &str) -> Vec<String> {
    let (html, selector) = (Html::parse_fragment(html), Selector::parse(selector).unwrap());
    html.select(&selector).map(|one| one.text().collect()).collect()
}

fn attributes(html: &str, selector: &str, name: &str) -> Vec<String> {
    let (html, selector) = (Html::parse_fragment(html), Selector::parse(selector).unwrap());
    html.select(&selector).filter_map(|one| one.attr(name).map(String::from)).collect()
}

#[test]
fn a_mark_leads_to_its_note_and_the_note_back_to_each_mark() {
    let html = shown(
        letter(
            "a",
            "en",
            json!([
                ["One", { "footnote": 1 }, { "footnote": 2 }, " and ", { "footnote": 1 }],
                { "list": ["First.", { "item": ["Second.", "More."] }], "footnotes": true }
            ]),
        ),
        &[],
    );
    holds(
        &html,
        &[
            r##"One<sup><a href="#note-a-en-1" rel="noopener" referrerpolicy="strict-origin-when-cross-origin" id="mark-a-en-1-1" role="doc-noteref" aria-label="Footnote 1">1</a></sup><sup>, <a href="#note-a-en-2""##,
            r#"<section part="footnotes"><ol aria-label="Footnotes"><li id="note-a-en-1">First."#,
            r#"role="doc-backlink" aria-label="Back to the text 1">↑1</a></small>"#,
            r#"<p part="paragraph">More."#,
        ],
    );
    assert_eq!(texts(&html, "sup a"), ["1", "2", "1"]);
    assert_eq!(texts(&html, "small a"), ["↑1", "↑2", "↑"]);
    assert_eq!(texts(&html, "li > p:last-child small a"), ["↑"], "it is in the last paragraph");
    let targets: BTreeSet<String> = attributes(&html, "a[href^='#']", "href").into_iter().collect();
    let ids: BTreeSet<String> = attributes(&html, "[id]", "id").into_iter().map(|id| format!("#{id}")).collect();
    assert_eq!(targets, ids);
}

#[test]
fn a_mark_in_a_link_or_without_a_note_leads_nowhere() {
    let html = shown(
        letter(
            "a",
            "en",
            json!([
                [{ "link": "https://a.example/", "text": ["b", { "footnote": 1 }] }, { "footnote": 2, "text": "[2]" }],
                { "list": ["First."], "footnotes": true }
            ]),
        ),
        &[],
    );
    assert_eq!(attributes(&html, "a", "href"), ["https://a.example/"]);
    holds(&html, &["b<sup>1</sup></a>[2]"]);
}

#[test]
fn ids_of_two_letters_differ_and_contain_nothing_foreign() {
    let body = json!([["One", { "footnote": 1 }], { "list": ["First."], "footnotes": true }]);
    let ids = |id: &str, lang: &str| attributes(&shown(letter(id, lang, body.clone()), &[]), "[id]", "id");
    assert_eq!(ids("a", "en"), ["mark-a-en-1-1", "note-a-en-1"]);
    assert_eq!(ids("b", "en"), ["mark-b-en-1-1", "note-b-en-1"]);
    assert_eq!(ids("a", "fr-CA"), ["mark-a-fr-CA-1-1", "note-a-fr-CA-1"]);
    assert_eq!(ids("a b\"<'é#", "en"), ["mark-ab-en-1-1", "note-ab-en-1"]);
    assert_eq!(ids(&"x".repeat(5000), "en")[1].len(), "note--en-1".len() + 100);
}

#[test]
fn a_letter_without_notes_has_no_place_for_them() {
    let html = shown(small(), &[]);
    assert!(!html.contains("footnotes") && !html.contains("appendix"), "{html}");
}

#[test]
fn the_appendix_stands_after_the_names_and_belongs_to_the_text() {
    let mut letter = small();
    letter.body.extend(self::letter("a", "en", json!(["x", { "signatories": true }, { "rule": true }, "Last."])).body);
    let html = shown(letter.clone(), &[]);
    let place = |text: &str| html.find(text).unwrap_or_else(|| panic!("has no {text}:\n{html}"));
    assert!(
        place("part=\"roll\"") < place("<section class=\"appendix\"><hr><p part=\"paragraph\">Last.</p></section>")
    );
    assert!(!shown(letter.clone(), &[("show", "roll")]).contains("Last."));
    assert!(shown(letter, &[("show", "body")]).contains("Last."));
}

#[test]
fn a_list_begins_with_its_number() {
    let body = json!([{ "list": ["a", { "item": ["b", { "list": ["c"] }] }], "ordered": true, "start": 3 }]);
    holds(
        &shown(letter("a", "en", body), &[]),
        &[
            r#"<ol part="list" start="3"><li>a</li><li><p part="paragraph">b</p><ul part="list"><li>c</li></ul></li></ol>"#,
        ],
    );
}
