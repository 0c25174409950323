//! Each message, by the JSON that causes it.

use super::reports;
use serde_json::{Value, json};

const LINK: &str = "give a URL that begins with https:, http: or mailto:, or one relative to the letter";
const SPAN: &str =
    r#"write a text, {"strong": …}, {"em": …}, {"link": …, "text": …}, {"footnote": …}, or a list of those"#;
const WHOLE: &str = "write a whole number from 0, without quotation marks or separators";

/// Asserts that each JSON causes exactly the message beside it.
#[track_caller]
fn table(rows: &[(Value, &str)]) {
    for (members, message) in rows {
        reports(members.clone(), &[message]);
    }
}

#[test]
fn texts() {
    table(&[
        (json!({ "id": 5 }), "id is a number, not a string: give the name of the letter's folder"),
        (json!({ "summary": [] }), "summary is a list, not a string: give the summary as a text"),
        (json!({ "salutation": {} }), "salutation is an object, not a string: give the salutation as a text"),
        (json!({ "closing": true }), "closing is a boolean, not a string: give the closing as a text"),
        (json!({ "summary": "a\u{7}b" }), "summary contains control characters: remove them"),
        (json!({ "id": "a\nb" }), "id has a line break in it: write it in one line"),
    ]);
}

#[test]
fn words_and_days() {
    table(&[
        (json!({ "status": "closd" }), "status is “closd”: write open, closed, delivered or answered"),
        (json!({ "status": 1 }), "status is a number, not a string: write open, closed, delivered or answered"),
        (json!({ "date": "7 September 2023" }), "date is “7 September 2023”: write the day as 2023-09-07"),
        (json!({ "date": 2023 }), "date is a number, not a string: write the day as 2023-09-07"),
    ]);
}

#[test]
fn updates() {
    table(&[
        (json!({ "updates": {} }), "updates is an object, not a list: give the updates as a list"),
        (json!({ "updates": [{}] }), "updates[0].text is missing: write what happened"),
        (json!({ "updates": [{ "text": "" }] }), "updates[0].text is empty: write what happened"),
        (
            json!({ "updates": [{ "text": "a" }, { "text": "b", "date": "now" }] }),
            "updates[1].date is “now”: write the day as 2023-09-07",
        ),
    ]);
}

#[test]
fn addressees() {
    let group = |member: Value| json!({ "addressees": [{ "members": [{ "name": "A" }, member] }] });
    table(&[
        (json!({ "addressees": "A" }), "addressees is a string, not a list: give the groups of addressees as a list"),
        (json!({ "addressees": [{}] }), "addressees[0].members is missing: give the addressees as a list"),
        (
            json!({ "addressees": [{ "members": "A" }] }),
            "addressees[0].members is a string, not a list: give the addressees as a list",
        ),
        (
            json!({ "addressees": [{ "heading": 1, "members": [{ "name": "A" }] }] }),
            "addressees[0].heading is a number, not a string: write the text above the group",
        ),
        (group(json!({})), "addressees[0].members[1].name is missing: give the person's or body's name"),
        (group(json!({ "name": " " })), "addressees[0].members[1].name is empty: give the person's or body's name"),
        (
            group(json!({ "name": "B", "office": [] })),
            "addressees[0].members[1].office is a list, not a string: give the office as a text",
        ),
        (
            group(json!({ "name": "B", "organisation": 1 })),
            "addressees[0].members[1].organisation is a number, not a string: give the organisation's name",
        ),
    ]);
}

#[test]
fn blocks() {
    table(&[
        (json!({ "body": [] }), "body has no text: write at least one paragraph"),
        (json!({ "body": ["A", " "] }), "body[1] is empty: write its text, or leave it out"),
        (json!({ "body": ["A", { "heading": "" }] }), "body[1].heading is empty: write its text, or leave it out"),
        (
            json!({ "body": ["A", { "quote": "B" }] }),
            "body[1].quote is a string, not a list: give the quotation's paragraphs as a list",
        ),
        (
            json!({ "body": ["A", { "quote": ["B", ""] }] }),
            "body[1].quote[1] is empty: write its text, or leave it out",
        ),
        (json!({ "body": ["A", { "list": 5 }] }), "body[1].list is a number, not a list: give the items as a list"),
        (
            json!({ "body": ["A", { "list": ["B"], "ordered": "yes" }] }),
            "body[1].ordered is a string, not a boolean: write true or false, without quotation marks",
        ),
        (json!({ "body": ["A", { "image": "b.png" }] }), &format!("body[1] is not a span: {SPAN}")),
        (json!({ "body": ["A", 5] }), &format!("body[1] is a number, not a span: {SPAN}")),
        (
            json!({ "body": ["A", ["B", { "em": [true] }]] }),
            &format!("body[1][1].em[0] is a boolean, not a span: {SPAN}"),
        ),
        (json!({ "body": ["A\u{0}"] }), "body[0] contains control characters: remove them"),
    ]);
}

#[test]
fn signatories() {
    let with = |key: &str, value: Value| json!({ "signatories": [{ "name": "A", key: value }] });
    table(&[
        (json!({ "signatories": {} }), "signatories is an object, not a list: give the signatories as a list"),
        (json!({ "signatories": [{}] }), "signatories[0].name is missing: give the signatory's name"),
        (
            json!({ "signatories": [{ "name": 5 }] }),
            "signatories[0].name is a number, not a string: give the signatory's name",
        ),
        (
            with("id", json!(true)),
            "signatories[0].id is a boolean, not a string: give a short public text, unique in the letter",
        ),
        (with("kind", json!("Person")), r#"signatories[0].kind is “Person”: write "person" or "organisation""#),
        (
            with("initiator", json!("true")),
            "signatories[0].initiator is a string, not a boolean: write true or false, without quotation marks",
        ),
        (with("role", json!(1)), "signatories[0].role is a number, not a string: give the role as a text"),
        (
            with("organisation", json!(1)),
            "signatories[0].organisation is a number, not a string: give the organisation's name",
        ),
        (with("note", json!(1)), "signatories[0].note is a number, not a string: give the note as a text"),
        (with("country", json!(1)), "signatories[0].country is a number, not a string: give a country code or name"),
        (
            with("lang", json!("English!")),
            "signatories[0].lang is “English!”: write a language tag such as en or fr-CA",
        ),
        (with("signed", json!("2023-02-29")), "signatories[0].signed is “2023-02-29”: write the day as 2023-09-07"),
        (with("comment", json!([])), "signatories[0].comment is a list, not a string: give the comment as a text"),
        (with("url", json!("ftp://a/")), &format!("signatories[0].url is a ftp: link, which is dropped: {LINK}")),
        (with("logo", json!(1)), &format!("signatories[0].logo is a number, not a string: {LINK}")),
    ]);
}

#[test]
fn signatures() {
    let with = |key: &str, value: Value| json!({ "signatures": { key: value } });
    let pointer = "give a JSON Pointer such as /data/count";
    table(&[
        (with("count", json!(-1)), &format!("signatures.count is negative: {WHOLE}")),
        (with("count", json!(1.5)), &format!("signatures.count is not a whole number: {WHOLE}")),
        (with("count", json!(1e300)), &format!("signatures.count is too large to be exact: {WHOLE}")),
        (with("goal", json!("1,000")), &format!("signatures.goal is a string, not a number: {WHOLE}")),
        (
            with("src", json!("javascript:x")),
            &format!("signatures.src is a javascript: link, which is dropped: {LINK}"),
        ),
        (
            with("src", json!({ "pointer": "/a" })),
            "signatures.src.url is missing: give the URL of the document with the count",
        ),
        (
            with("src", json!({ "url": "a.json", "pointer": "a" })),
            &format!("signatures.src.pointer does not begin with /: {pointer}"),
        ),
        (
            with("src", json!({ "url": "a.json", "pointer": 1 })),
            &format!("signatures.src.pointer is a number, not a string: {pointer}"),
        ),
        (with("stream", json!("https://[")), &format!("signatures.stream is not a URL: {LINK}")),
        (json!({ "signatures": 22 }), "signatures is a number, not an object: give count, goal and src as an object"),
        (with("src", json!({ "url": "a.json" })), &format!("signatures.src.pointer is missing: {pointer}")),
    ]);
}

#[test]
fn signing_and_translations() {
    let translation = "give the language of the translation, such as fr";
    table(&[
        (json!({ "sign": {} }), "sign.url is missing: give the URL of the page where one signs"),
        (json!({ "sign": "https://a.example/" }), "sign.url is missing: give the URL of the page where one signs"),
        (
            json!({ "sign": { "url": "https://a.example/", "label": 1 } }),
            "sign.label is a number, not a string: give the link's words as a text",
        ),
        (json!({ "translations": "fr" }), "translations is a string, not a list: give the translations as a list"),
        (
            json!({ "translations": [{ "lang": "fr" }] }),
            "translations[0].src is missing: give the URL of the translation's letter.json",
        ),
        (
            json!({ "translations": [{ "lang": "français", "src": "letter.fr.json" }] }),
            &format!("translations[0].lang is “français”: {translation}"),
        ),
        (
            json!({ "translations": [{ "src": "letter.fr.json" }] }),
            &format!("translations[0].lang is missing: {translation}"),
        ),
    ]);
}

#[test]
fn problems_are_reported_in_the_order_of_reading_and_all_of_them() {
    reports(
        json!({ "date": "soon", "url": "data:x", "signatories": [{ "name": "" }, { "name": "A", "kind": "b" }] }),
        &[
            "signatories[0].name is empty: give the signatory's name",
            r#"signatories[1].kind is “b”: write "person" or "organisation""#,
            "date is “soon”: write the day as 2023-09-07",
            &format!("url is a data: link, which is dropped: {LINK}"),
        ],
    );
}
