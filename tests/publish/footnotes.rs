//! Footnotes in Markdown.

use crate::markdown::{body, reports_lines as reports};
use serde_json::{Value, json};

fn mark(number: u64) -> Value {
    json!({ "footnote": number, "text": format!("[{number}]") })
}

#[test]
fn marks_and_notes_are_numbered_in_the_order_of_the_first_marks() {
    assert_eq!(
        body("One.[^b] Two.[^a] Three.[^B]\n\n[^a]: Note *a*.\n[^b]: Note b.\n\nFour.[^a]"),
        json!([
            ["One.", mark(1), " Two.", mark(2), " Three.", mark(1)],
            ["Four.", mark(2)],
            { "list": ["Note b.", ["Note ", { "em": "a" }, "."]], "ordered": true, "footnotes": true }
        ])
    );
}

#[test]
fn labels_can_be_words_of_any_language() {
    assert_eq!(
        body("One.[^see note] Two.[^ծան] Three.[^\"<x>]\n\n[^see note]: a\n[^ծան]: b\n[^\"<x>]: c"),
        json!([
            ["One.", mark(1), " Two.", mark(2), " Three.", mark(3)],
            { "list": ["a", "b", "c"], "ordered": true, "footnotes": true }
        ])
    );
}

#[test]
fn a_note_can_have_several_blocks_and_refer_to_notes() {
    assert_eq!(
        body("One.[^1]\n\n[^2]: Two.\n\n[^1]: Text.[^2]\n\n    More:\n\n    - a\n    - b\n\nThree."),
        json!([
            ["One.", mark(1)],
            "Three.",
            {
                "list": [
                    {
                        "item": [["Text.", mark(2)], "More:", { "list": ["a", "b"] }],
                        "text": ["Text.", mark(2), "\n", "More:", "\n– ", "a", "\n– ", "b"]
                    },
                    "Two."
                ],
                "ordered": true,
                "footnotes": true
            }
        ])
    );
}

#[test]
fn marks_stand_wherever_text_does() {
    assert_eq!(
        body("## Head[^1]\n\n> Quote[^1]\n\n- Item **strong[^1]**\n\n  [^1]: Within a list.\n- Next"),
        json!([
            { "heading": ["Head", mark(1)] },
            { "quote": [["Quote", mark(1)]] },
            { "list": [["Item ", { "strong": ["strong", mark(1)] }], "Next"] },
            { "list": ["Within a list."], "ordered": true, "footnotes": true }
        ])
    );
}

#[test]
fn a_mark_without_a_note_is_an_error_with_its_line() {
    let remedy = |mark| {
        format!(
            "has the footnote {mark} without its text: write {mark}: and the text on a line of its own, or \\{mark} if \
             readers are to see the signs"
        )
    };
    reports(
        "One.\nTwo.[^1]\n\nThree.[^x y]",
        &[&format!("7: {}", remedy("[^1]")), &format!("9: {}", remedy("[^x y]"))],
    );
    assert_eq!(body("One.\\[^1] and [^] and [^\n1]"), json!(["One.[^1] and [^] and [^ 1]"]));
}

#[test]
fn a_note_without_a_mark_is_an_error_with_its_line() {
    reports(
        "One.[^1]\n\n[^1]: Note.\n\n[^2]: Lost.",
        &["10: has the footnote [^2], and no sentence refers to it: write [^2] where it belongs, or leave it out"],
    );
}

#[test]
fn a_note_is_written_once_and_has_a_text() {
    reports(
        "One.[^1] Two.[^2]\n\n[^1]: Note.\n\n[^1]: Again.\n\n[^2]:\n\nThree.",
        &[
            "10: has a second text for the footnote [^1]: give it another name",
            "12: has no text for the footnote [^2]: write it after the colon",
        ],
    );
}

#[test]
fn a_thousand_marks_of_a_note_are_kept() {
    let body = body(&format!("{}\n\n[^1]: Note.", "Word.[^1] ".repeat(1000)));
    let marks = body[0].as_array().unwrap().iter().filter(|span| **span == mark(1)).count();
    assert_eq!((marks, body[1]["list"].clone()), (1000, json!(["Note."])));
}
