//! The whole document.

use super::{document, letter, read, refuses, reports};
use open_letter::model::{CountSource, Kind, Status, Unreadable, to_json};
use serde_json::{Value, json};

#[test]
fn the_least_letter_has_four_members() {
    reports(json!({}), &[]);
}

#[test]
fn each_required_member_is_reported_when_missing() {
    refuses(
        json!({}),
        &[
            "version is missing: write 1",
            "lang is missing: give the language of the text, such as en or fr-CA",
            "title is missing: give the letter's title",
            "body is not a list: give the letter's paragraphs as a list",
        ],
    );
}

#[test]
fn each_required_member_is_reported_when_useless() {
    refuses(
        json!({ "version": "1", "lang": "english!", "title": " ", "body": null }),
        &[
            "version is not a number: write 1",
            "lang is not a language tag: give the language of the text, such as en or fr-CA",
            "title is empty: give the letter's title",
            "body is not a list: give the letter's paragraphs as a list",
        ],
    );
}

#[test]
fn what_is_no_object_is_no_letter() {
    let remedy = "give the letter as a JSON object with version, lang, title and body";
    for (document, kind) in [
        (json!([]), "a list"),
        (json!("letter"), "a string"),
        (json!(22), "a number"),
        (json!(true), "a boolean"),
        (json!(null), "null"),
    ] {
        refuses(document, &[&format!("the letter is {kind}, not an object: {remedy}")]);
    }
}

#[test]
fn a_later_version_is_distinguished_from_no_letter() {
    assert_eq!(read(document(json!({ "version": 2 }))).unwrap_err(), Unreadable::Version(2));
    refuses(document(json!({ "version": 1.5 })), &["version is not a whole number: write 1"]);
}

#[test]
fn unknown_members_are_ignored_at_every_depth() {
    reports(
        json!({
            "$schema": "letter.schema.json", "theme": 3, "rolls": { "src": "roll.json" },
            "addressees": [{ "members": [{ "name": "A", "title": 1 }], "x": [] }],
            "signatories": [{ "name": "B", "shoe": 43 }],
            "signatures": { "count": 1, "yesterday": 0 },
            "body": [{ "heading": "C", "level": 3 }, [{ "em": "D", "color": "red" }]],
        }),
        &[],
    );
}

#[test]
fn null_is_as_good_as_absent() {
    let nulls = [
        "id",
        "summary",
        "date",
        "url",
        "image",
        "status",
        "updates",
        "addressees",
        "salutation",
        "closing",
        "signatories",
        "signatures",
        "roll",
        "sign",
        "withdraw",
        "contact",
        "privacy",
        "translations",
    ];
    reports(Value::Object(nulls.iter().map(|key| ((*key).to_string(), Value::Null)).collect()), &[]);
}

#[test]
fn a_whole_letter_is_read_whole() {
    let whole = json!({
        "version": 1, "id": "x", "lang": "fr-CA", "title": "Lettre", "summary": "Sommaire", "date": "2023-09-07",
        "url": "https://letters.example/x/", "image": "https://letters.example/x.jpg", "status": "delivered",
        "updates": [{ "date": "2023-09-19", "text": "Remise", "url": "https://news.example/" }],
        "addressees": [{ "heading": "À :", "members": [{ "name": "A", "office": "B", "organisation": "C" }] }],
        "salutation": "Madame,",
        "body": [
            "Un  paragraphe.",
            ["avec ", { "strong": "force" }, { "em": ["et ", { "link": "https://a.example/", "text": "lien" }] }],
            { "heading": "Titre" }, { "quote": ["a", ["b", { "em": "c" }]] },
            { "list": ["d", "e"], "ordered": true }, { "list": ["f"] }
        ],
        "closing": "Salutations",
        "signatories": [
            { "id": "1", "name": "N", "kind": "organisation", "initiator": true, "note": "o", "url": "https://n.example/",
              "logo": "https://n.example/logo.svg" },
            { "id": "2", "name": "P", "kind": "person", "role": "r", "organisation": "s", "country": "CA", "lang": "hy",
              "signed": "2023-09-07", "comment": "c", "verified": true },
            { "name": "Q" }
        ],
        "signatures": { "count": 22, "goal": 100, "src": "https://letters.example/count.json",
                        "stream": "https://letters.example/stream" },
        "sign": { "url": "https://sign.example/", "label": "Signer" },
        "withdraw": "mailto:a@letters.example", "contact": "mailto:b@letters.example",
        "privacy": "https://letters.example/privacy",
        "translations": [{ "lang": "fr-CA", "title": "Lettre", "src": "https://letters.example/x/letter.json" }]
    });
    let reading = read(whole.clone()).expect("a letter");
    assert_eq!(reading.problems, []);
    assert_eq!(reading.letter.status, Status::Delivered);
    assert_eq!(reading.letter.signatories[1].kind, Some(Kind::Person));
    assert!(!reading.letter.is_open());

    let written = to_json(&reading.letter);
    assert_eq!(written, whole, "what was read is written again");
    let order = written.as_object().unwrap().keys().take(4).map(String::as_str).collect::<Vec<_>>();
    assert_eq!(order, ["version", "id", "lang", "title"]);
}

#[test]
fn the_count_is_the_published_one_or_else_that_of_the_names() {
    let names = json!([{ "name": "A" }, { "name": "B" }]);
    assert_eq!(letter(json!({ "signatories": names, "signatures": { "count": 22 } })).count(), Some(22));
    assert_eq!(letter(json!({ "signatories": names })).count(), Some(2));
    assert_eq!(letter(json!({})).count(), None);
    assert_eq!(letter(json!({ "signatures": { "count": 0 } })).count(), Some(0));
}

#[test]
fn a_count_can_stand_in_any_json() {
    let read = letter(json!({ "signatures": { "src": { "url": "https://x.example/api", "pointer": "/data/0" } } }));
    let Some(CountSource::Foreign { url, pointer }) = read.signatures.src else { panic!("is foreign") };
    assert_eq!((url.as_str(), pointer.as_str()), ("https://x.example/api", "/data/0"));
}

#[test]
fn an_id_that_two_share_is_left_to_the_first_and_no_name_is_lost() {
    let twice = json!({ "signatories": [{ "id": "7", "name": "A" }, { "id": 7, "name": "B" }, { "name": "C" }] });
    reports(twice.clone(), &["signatories has the id “7” twice: give each signatory an id of its own, or none"]);
    let ids: Vec<_> = letter(twice).signatories.into_iter().map(|one| (one.name, one.id)).collect();
    assert_eq!(ids, [("A".into(), Some("7".into())), ("B".into(), None), ("C".into(), None)]);
}

#[test]
fn what_can_not_be_read_is_left_out_and_the_rest_stays() {
    let read = letter(json!({
        "signatories": [{ "name": "A" }, { "name": "" }, { "name": "B", "kind": "dog" }],
        "addressees": [{ "members": [] }, { "members": [{ "name": "C" }, {}] }],
    }));
    assert_eq!(read.signatories.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["A", "B"]);
    assert_eq!(read.signatories[1].kind, None);
    assert_eq!(read.addressees.len(), 1);
    assert_eq!(read.addressees[0].members.len(), 1);
}
