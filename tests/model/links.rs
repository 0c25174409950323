//! Links: http, https and mailto, or none.

use super::{letter, tells};
use serde_json::json;

#[test]
fn links_that_run_something_are_dropped_and_told() {
    for (link, scheme) in [
        ("javascript:alert(1)", "javascript"),
        ("JaVaScRiPt:alert(1)", "javascript"),
        (" \u{1}javascript:alert(1)", "javascript"),
        ("data:text/html,<script>", "data"),
        ("vbscript:x", "vbscript"),
        ("blob:https://a.example/1", "blob"),
        ("file:///etc/passwd", "file"),
        ("tel:112", "tel"),
    ] {
        let read = letter(json!({ "url": link }));
        assert_eq!(read.url, None, "{link}");
        let message = format!(
            "url is a {scheme}: link, which is dropped: give a URL that begins with https:, http: or mailto:, or one \
             relative to the letter"
        );
        let told: Vec<String> = super::read(super::document(json!({ "url": link })))
            .unwrap()
            .problems
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(told.last(), Some(&message), "{link:?}");
    }
}

#[test]
fn a_scheme_with_a_break_in_it_is_none() {
    for link in ["JaVa\nscript:alert(1)", "java\tscript:alert(1)", "java\rscript:alert(1)"] {
        tells(json!({ "url": link }), &["url contains control characters or bidirectional overrides: remove them"]);
        let url = letter(json!({ "url": link })).url.unwrap();
        assert!(
            url.as_str().to_lowercase().starts_with("java script:"),
            "no browser runs a scheme with a space: {url:?}"
        );
    }
}

#[test]
fn a_dropped_link_leaves_its_words() {
    let read = letter(json!({ "body": [["see ", { "link": "javascript:x", "text": ["this ", { "em": "page" }] }]] }));
    let open_letter::model::Block::Paragraph(spans) = &read.body[0] else { panic!("is a paragraph") };
    assert_eq!(spans.plain(), "see this page");
    assert!(!format!("{spans:?}").contains("Link"), "{spans:?}");
}

#[test]
fn links_that_lead_somewhere_stay() {
    for (link, resolved) in [
        ("https://a.example/b?c#d", "https://a.example/b?c#d"),
        ("HTTP://a.example/", "HTTP://a.example/"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        (" https://a.example/ ", "https://a.example/"),
        ("count.json", "https://letters.example/count.json"),
        ("./a b", "https://letters.example/./a b"),
    ] {
        tells(json!({ "url": link }), &[]);
        assert_eq!(letter(json!({ "url": link })).url.unwrap().as_str(), resolved);
    }
}

#[test]
fn an_empty_link_is_none() {
    tells(json!({ "url": " ", "sign": null }), &[]);
    assert_eq!(letter(json!({ "url": " " })).url, None);
}
