//! The values that the model reads from JSON, and each of its messages, word for word.

mod attributes;
mod blocks;
mod counts;
mod dates;
mod emails;
mod groups;
mod languages;
mod letters;
mod lines;
mod links;
mod messages;
mod schema;
mod sign_forms;
mod spans;
mod timestamps;

use open_letter::model::{Json, Letter, Reading, Unreadable};
use serde_json::{Value, json};

/// The smallest valid letter, with further members.
#[track_caller]
fn document(members: Value) -> Value {
    let mut document = json!({ "version": 1, "lang": "en", "title": "A letter", "body": ["Text."] });
    let (Value::Object(document_members), Value::Object(members)) = (&mut document, members) else {
        panic!("give the members as an object")
    };
    document_members.extend(members);
    document
}

/// Reads a document, with links resolved against an address under `https://letters.example/`.
fn read(document: Value) -> Result<Reading, Unreadable> {
    Letter::read(&Json::from(document), &|reference| match reference {
        "https://[" => None,
        _ if reference.contains(':') => Some(reference.to_string()),
        _ => Some(format!("https://letters.example/{reference}")),
    })
}

/// The letter, whatever problems it has.
#[track_caller]
fn letter(members: Value) -> Letter {
    read(document(members)).expect("a letter").letter
}

/// Asserts that a document is a letter with exactly these problems.
#[track_caller]
fn reports(members: Value, expected: &[&str]) {
    let reading = read(document(members)).expect("a letter");
    let messages: Vec<String> = reading.problems.iter().map(ToString::to_string).collect();
    assert_eq!(messages, expected);
}

/// Asserts that a document is not a letter, and for this reason.
#[track_caller]
fn refuses(document: Value, expected: &[&str]) {
    match read(document) {
        Err(Unreadable::NotALetter(problems)) => {
            assert_eq!(problems.iter().map(ToString::to_string).collect::<Vec<_>>(), expected);
        }
        other => panic!("is not a refusal: {other:?}"),
    }
}
