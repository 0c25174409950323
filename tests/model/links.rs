//! Links: only http, https and mailto.

use super::{letter, reports};
use open_letter::model::{Link, as_written};
use serde_json::json;

#[test]
fn links_that_run_something_are_dropped_and_reported() {
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
        let messages: Vec<String> = super::read(super::document(json!({ "url": link })))
            .unwrap()
            .problems
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(messages.last(), Some(&message), "{link:?}");
    }
}

/// Characters that some URL parsers ignore before, in or after a scheme; browsers differ.
const WHITE: &str =
    "\u{a0}\u{1680}\u{2003}\u{2028}\u{202f}\u{205f}\u{3000}\u{feff}\u{ad}\u{200b}\u{2060}\u{e0001}\u{1f}\u{85}";

#[test]
fn a_scheme_with_anything_in_it_or_around_it_is_none() {
    for char in WHITE.chars().chain("\t\n\r \0%".chars()) {
        for link in ["{}javascript:alert(1)", "java{}script:alert(1)", "javascript{}:alert(1)", "{}{}JavaScript{}:x"] {
            let link = link.replace("{}", &char.to_string());
            let read = super::read(super::document(json!({ "url": link }))).unwrap();
            assert_eq!(read.letter.url, None, "{link:?}");
            assert!(read.problems.iter().any(|problem| problem.path == "url"), "{link:?} is not reported");
        }
    }
}

#[test]
fn what_resolving_makes_of_an_address_is_judged_too() {
    for (resolved, fault) in [
        ("javascript:alert(1)", "is a javascript: link, which is dropped"),
        ("\u{a0}javascript:alert(1)", "is not a URL"),
        ("https://canada.ca@elsewhere.example/", "has a user's name in it, which is dropped"),
    ] {
        let link = Link::of("letter.json", &|_| Some(resolved.to_string()));
        assert_eq!(link, Err(fault.to_string()), "{resolved:?}");
    }
}

#[test]
fn an_address_that_names_a_user_is_dropped() {
    for link in [
        "https://canada.ca@elsewhere.example/",
        "http://user:password@a.example",
        "//user@a.example/b",
        "https://@a.example",
        "https:/user@a.example",
        "https:user@a.example",
        "HTTPS:\\\\user@a.example",
        "\\/user@a.example",
    ] {
        reports(
            json!({ "url": link }),
            &[
                "url has a user's name in it, which is dropped: give a URL that begins with https:, http: or mailto:, or \
               one relative to the letter",
            ],
        );
        assert_eq!(letter(json!({ "url": link })).url, None);
    }
    for link in [
        "https://a.example/@user",
        "https://a.example/?to=https://b@c/",
        "mailto:a@b.example",
        "//a.example/@b",
        "a//b@c",
    ] {
        assert!(letter(json!({ "url": link })).url.is_some(), "{link}");
    }
}

#[test]
fn a_relative_address_has_no_colon_where_a_scheme_would_be() {
    for link in ["a b:c", "%6aavascript:x", ":x", "հայ:x", "java\u{ad}script:/x"] {
        reports(
            json!({ "url": link }),
            &["url is not a URL: give a URL that begins with https:, http: or mailto:, or one relative to the letter"],
        );
    }
    for link in ["a/b:c", "./b:c", "?a=b:c", "#b:c", "../a:b/c"] {
        assert!(letter(json!({ "url": link })).url.is_some(), "{link}");
    }
}

#[test]
fn an_address_of_a_source_file_stays_as_it_is_written_and_is_judged_by_what_it_means() {
    for link in [
        "count.json",
        "../y/",
        "/sign",
        "//a.example/b",
        "https://հայրեն.հայ/բառ",
        "HTTP://a.example",
        "mailto:a@b.example",
    ] {
        assert_eq!(as_written(link).as_deref(), Some(link));
    }
    for link in
        ["https://", "https://[", "https://a.example:port/", "https:\\\\user@a.example/", "javascript:x", "data:,x"]
    {
        assert_eq!(as_written(link), None, "{link}");
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
        reports(json!({ "url": link }), &[]);
        assert_eq!(letter(json!({ "url": link })).url.unwrap().as_str(), resolved);
    }
}

#[test]
fn an_empty_link_is_none() {
    reports(json!({ "url": " ", "sign": null }), &[]);
    assert_eq!(letter(json!({ "url": " " })).url, None);
}
