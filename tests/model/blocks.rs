//! Blocks of the body, and marks of footnotes.

use super::{document, letter, read, reports};
use open_letter::model::limits::LIST_DEPTH;
use open_letter::model::{Block, Body, Item, List, Spans, to_json};
use serde_json::{Value, json};

/// Asserts that a body is read without problems and written as it was.
#[track_caller]
fn is_kept(body: Value) {
    let reading = read(document(json!({ "body": body }))).expect("a letter");
    assert_eq!(reading.problems, []);
    assert_eq!(to_json(&reading.letter)["body"], body);
}

fn lists(depth: usize) -> Value {
    (1..depth).fold(json!({ "list": ["the words"] }), |inner, _| json!({ "list": [{ "item": ["a", inner] }] }))
}

/// The number of lists in one another.
fn depth(block: &Block) -> usize {
    let of_item = |item: &Item| match item {
        Item::Spans(_) => 0,
        Item::Blocks { item } => item.iter().map(depth).max().unwrap_or_default(),
    };
    match block {
        Block::List(list) => 1 + list.list.iter().map(of_item).max().unwrap_or_default(),
        _ => 0,
    }
}

#[test]
fn each_block_is_written_as_it_was_read() {
    is_kept(json!([
        ["One.", { "footnote": 1, "text": "[1]" }],
        { "rule": true },
        { "list": ["a"], "ordered": true, "start": 3 },
        { "list": ["a"], "ordered": true, "start": 0 },
        { "list": [{ "item": ["a", { "quote": ["b"] }, { "heading": "c" }, { "rule": true }],
            "text": ["a", "\n", "b", "\n", { "strong": "c" }] }] },
        { "list": ["The note."], "ordered": true, "footnotes": true },
        { "signatories": true },
        "After the names."
    ]));
}

#[test]
fn a_letter_without_them_is_written_as_before() {
    let written = serde_json::to_value(&letter(json!({ "body": [{ "list": ["a"] }] })).body).unwrap();
    assert_eq!(written, json!([{ "list": ["a"], "ordered": false }]), "the hash of a signed text stays the same");
}

#[test]
fn six_lists_stand_in_one_another_and_deeper_ones_are_left_out() {
    let reading = read(document(json!({ "body": [lists(LIST_DEPTH)] }))).unwrap();
    assert_eq!(reading.problems, []);
    assert_eq!(depth(&reading.letter.body[0]), LIST_DEPTH);
    for levels in [7, 20, 30] {
        let reading = read(document(json!({ "body": [lists(levels)] }))).unwrap();
        let messages: Vec<String> = reading.problems.iter().map(ToString::to_string).collect();
        assert_eq!(messages.len(), 1, "{messages:?}");
        assert!(messages[0].ends_with(" is nested too deeply: nest lists at most 6 deep"), "{messages:?}");
        assert_eq!(depth(&reading.letter.body[0]), LIST_DEPTH);
    }
}

#[test]
fn items_of_all_levels_count_as_parts() {
    let items: Vec<Value> = (0..3_000).map(|at| json!({ "item": [format!("a{at}"), { "list": ["b"] }] })).collect();
    let letter = letter(json!({ "body": [{ "list": items }] }));
    assert!(letter.left_out.text);
    let Block::List(List { list, .. }) = &letter.body[0] else { panic!("is no list") };
    assert!(list.len() < 3_000, "{} items", list.len());
}

#[test]
fn what_an_item_can_not_hold_is_reported() {
    reports(
        json!({ "body": [{ "list": [{ "item": "a" }, { "item": [] , "text": "b" }, { "item": ["c"] }] }] }),
        &["body[0].list[0].item is a string, not a list: give the item's blocks as a list"],
    );
    let span = "is not a span: write a text, {\"strong\": …}, {\"em\": …}, {\"link\": …, \"text\": …}, {\"footnote\": …}, or a \
                list of those";
    reports(
        json!({ "body": [{ "list": [{ "item": ["a", { "signatories": true }] }] }] }),
        &[&format!("body[0].list[0].item[1] {span}")],
    );
}

#[test]
fn a_mark_is_a_number_from_one() {
    reports(
        json!({ "body": [["a", { "footnote": 0, "text": "b" }, { "footnote": "1", "text": "c" }]] }),
        &[
            "body[0][1].footnote is 0: count the notes from 1",
            "body[0][2].footnote is a string, not a number: write a whole number from 0, without quotation marks or \
             separators",
        ],
    );
    let Block::Paragraph(spans) = letter(json!({ "body": [["a", { "footnote": 0, "text": "b" }]] })).body.remove(0)
    else {
        panic!("is no paragraph")
    };
    assert_eq!(spans.plain(), "ab", "its words are kept");
}

#[test]
fn marks_are_no_part_of_the_plain_text() {
    let Block::Paragraph(spans) = letter(json!({ "body": [["a", { "footnote": 1 }, "b"]] })).body.remove(0) else {
        panic!("is no paragraph")
    };
    assert_eq!(spans.plain(), "ab");
}

#[test]
fn a_body_is_text_notes_and_appendix() {
    let letter = letter(json!({ "body": [
        "a", { "list": ["first"], "footnotes": true }, { "list": ["second"], "footnotes": true },
        { "signatories": true }, "b", { "signatories": true }, "c"
    ] }));
    let body = Body::of(&letter.body);
    assert_eq!((body.text.len(), body.notes.len(), body.appendix.len()), (3, 1, 3));
    let is = |item: &Item, text: &str| matches!(item, Item::Spans(spans) if *spans == Spans(vec![open_letter::model::Span::Text(text.into())]));
    assert!(is(&body.notes[0], "first"));
}
