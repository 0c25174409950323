//! `letter.schema.json`: up to date, and consistent with the model.

use super::document;
use jsonschema::Validator;
use open_letter::model;
use open_letter::source::Source;
use serde_json::{Value, json};
use std::path::Path;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/model/letter.schema.json");

fn validator() -> Validator {
    jsonschema::validator_for(&model::schema()).expect("the schema is one")
}

#[test]
fn the_file_is_current() {
    let current = format!("{:#}\n", model::schema());
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(FILE, &current).unwrap();
    }
    let written = std::fs::read_to_string(FILE).unwrap_or_default();
    assert!(written == current, "{FILE} is not what the model gives: run UPDATE=1 cargo test --test model schema");
}

#[test]
fn published_letters_fit() {
    let mut texts = 0;
    for letters in ["letters", "tests/letters/folders"] {
        for folder in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(letters)).unwrap() {
            let (source, findings) = Source::read(&folder.unwrap().path(), Some("https://letters.example/"));
            assert_eq!(findings, []);
            for text in source.unwrap().texts {
                let letter = model::to_json(&text.letter);
                let faults: Vec<String> = validator().iter_errors(&letter).map(|error| error.to_string()).collect();
                assert_eq!(faults, Vec::<String>::new(), "{}, {}", letter["id"], text.file);
                texts += 1;
            }
        }
    }
    assert!(texts >= 7, "only {texts}");
}

/// A letter's members with a form that also asks for that, and sends that.
fn sign_form(ask: Value, send: Value) -> Value {
    let kind = json!({ "field": "kind" });
    let form = json!({ "action": "https://a.example/", "by": "status", "ask": [{ "field": "name" }, kind, ask],
        "send": send, "confirms": true });
    json!({ "sign": { "url": "sign/", "form": form } })
}

#[test]
fn what_the_model_accepts_fits() {
    for members in [
        json!({}),
        json!({ "$schema": "letter.schema.json", "anything": [1] }),
        json!({ "summary": null, "date": null, "signatories": null, "signatures": null, "sign": null }),
        json!({ "body": ["a", ["b", { "em": ["c", { "link": "https://d.example/", "text": "d" }] }]] }),
        json!({ "body": [{ "heading": "a" }, { "quote": ["b"] }, { "list": ["c"], "ordered": true }, { "list": ["d"] }] }),
        json!({ "signatories": [{ "name": "A", "kind": "person", "url": null, "initiator": null }] }),
        json!({ "signatures": { "src": { "url": "a.json", "pointer": "/a" } } }),
        json!({ "status": "answered", "updates": [{ "text": "a" }], "roll": null }),
        json!({ "roll": "roll/index.json" }),
        json!({ "sign": { "url": "sign/", "form": null } }),
        sign_form(json!({ "field": "email", "required": true, "max": null }), json!(null)),
        sign_form(
            json!({ "field": "email", "required": "organisation" }),
            json!({ "as": "form", "also": { "a": "" } }),
        ),
        sign_form(
            json!({ "field": "email" }),
            json!({ "as": "json", "body": { "a": ["{name}"] }, "fails": "/errors" }),
        ),
    ] {
        let document = document(members);
        assert_eq!(super::read(document.clone()).map(|read| read.problems), Ok(vec![]), "the model accepts it");
        let faults: Vec<String> = validator().iter_errors(&document).map(|error| error.to_string()).collect();
        assert_eq!(faults, Vec::<String>::new(), "{document}");
    }
}

#[test]
fn what_the_model_refuses_does_not_fit() {
    let without = |key: &str| {
        let mut document = document(json!({}));
        document.as_object_mut().unwrap().remove(key);
        document
    };
    let refused: Vec<Value> = vec![
        json!([]),
        without("version"),
        without("lang"),
        without("title"),
        without("body"),
        document(json!({ "version": 2 })),
        document(json!({ "title": 5 })),
        document(json!({ "body": null })),
        document(json!({ "body": [5] })),
        document(json!({ "body": [{ "list": "a" }] })),
        document(json!({ "status": "lost" })),
        document(json!({ "signatories": [{ "kind": "person" }] })),
        document(json!({ "signatories": [{ "name": "A", "kind": "dog" }] })),
        document(json!({ "signatures": { "count": -1 } })),
        document(json!({ "signatures": { "count": "22" } })),
        document(json!({ "addressees": [{ "heading": "To:" }] })),
        document(json!({ "translations": [{ "lang": "fr" }] })),
        document(json!({ "sign": { "label": "Sign" } })),
        document(json!({ "sign": { "url": "sign/", "form": { "ask": [] } } })),
        document(sign_form(json!({ "field": "dog" }), json!(null))),
        document(sign_form(json!({ "field": "email", "required": "person" }), json!(null))),
        document(sign_form(json!({ "field": "email" }), json!({ "as": "dog" }))),
    ];
    for document in refused {
        assert!(!validator().is_valid(&document), "{document}");
    }
}

/// Asserts that a part of the schema accepts the first value and refuses the second.
#[track_caller]
fn defines(name: &str, fits: &[Value], does_not: &[Value]) {
    let mut schema = model::schema();
    let keys = ["properties", "required", "type", "title", "description"];
    schema.as_object_mut().unwrap().retain(|key, _| !keys.contains(&key.as_str()));
    schema["$ref"] = json!(format!("#/$defs/{name}"));
    let validator = jsonschema::validator_for(&schema).expect("the schema is one");
    for (document, expected) in fits.iter().map(|fits| (fits, true)).chain(does_not.iter().map(|not| (not, false))) {
        assert_eq!(validator.is_valid(document), expected, "{document}");
    }
}

#[test]
fn the_files_of_a_roll_are_defined() {
    let index = |version: u64| {
        json!({ "version": version, "count": 1, "organisations": 0, "persons": 1,
        "pages": [{ "src": "a.json", "count": 1 }], "names": [{ "from": "", "src": "b.json" }] })
    };
    defines("RollIndex", &[index(1)], &[index(2), json!({}), json!({ "version": 1 })]);
    defines(
        "RollFile",
        &[
            json!({ "pages": [{ "src": "a.json", "count": 1 }] }),
            json!({ "names": [{ "from": "", "src": "b.json" }] }),
            json!({ "signatories": [{ "name": "Ada" }] }),
        ],
        &[json!({ "pages": [{ "src": "a.json" }] }), json!({ "signatories": [{}] })],
    );
}
