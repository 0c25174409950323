//! Lists within lists, lists that go on, rules, and the appendix, in Markdown.

use crate::markdown::{body, reports_lines as reports};
use serde_json::{Value, json};

#[test]
fn a_list_stands_within_an_item() {
    assert_eq!(
        body("- a\n  1. b\n  2. c\n     - d\n- e"),
        json!([{
            "list": [
                {
                    "item": [
                        "a",
                        { "list": ["b", { "item": ["c", { "list": ["d"] }] }], "ordered": true }
                    ],
                    "text": ["a", "\n1. ", "b", "\n2. ", "\n", "c", "\n– ", "d"]
                },
                "e"
            ]
        }])
    );
}

#[test]
fn an_item_has_several_blocks() {
    assert_eq!(
        body("1. a\n\n   b **c**\n\n   > d\n2. e"),
        json!([{
            "list": [
                {
                    "item": ["a", ["b ", { "strong": "c" }], { "quote": ["d"] }],
                    "text": ["a", "\n", "b ", { "strong": "c" }, "\n", "d"]
                },
                "e"
            ],
            "ordered": true
        }])
    );
}

#[test]
fn numbers_go_on_after_a_paragraph() {
    assert_eq!(
        body("1. a\n2. b\n\nText.\n\n3. c\n4. d\n\n0. e"),
        json!([
            { "list": ["a", "b"], "ordered": true },
            "Text.",
            { "list": ["c", "d", "e"], "ordered": true, "start": 3 }
        ])
    );
    assert_eq!(body("0. e\n1. f"), json!([{ "list": ["e", "f"], "ordered": true, "start": 0 }]));
}

#[test]
fn lists_are_six_deep_and_no_deeper() {
    let nested = |depth: usize| {
        let lines: Vec<String> = (0..depth).map(|at| format!("{}- {at}", "  ".repeat(at))).collect();
        lines.join("\n")
    };
    reports(&nested(6), &[]);
    reports(&nested(7), &["12: has lists in one another more than 6 deep: use fewer"]);
    reports(&nested(60), &["12: has lists in one another more than 6 deep: use fewer"]);
}

/// Widgets of 0.1.0 read 32 levels.
#[test]
fn the_deepest_list_is_read_by_older_widgets() {
    fn levels(value: &Value) -> usize {
        match value {
            Value::Array(items) => 1 + items.iter().map(levels).max().unwrap_or_default(),
            Value::Object(members) => 1 + members.values().map(levels).max().unwrap_or_default(),
            _ => 0,
        }
    }
    let nested: Vec<String> = (0..6).map(|at| format!("{}- {at} *a **b** c*", "  ".repeat(at))).collect();
    let body = body(&nested.join("\n"));
    let levels = 1 + levels(&body);
    assert!(levels <= 32, "{levels} levels");
}

#[test]
fn a_line_across_is_a_rule() {
    for rule in ["---", "***", "* * *", "___"] {
        assert_eq!(body(&format!("One.\n\n{rule}\n\nTwo.")), json!(["One.", { "rule": true }, "Two."]));
    }
    assert_eq!(body("One\n---\n\nTwo."), json!([{ "heading": "One" }, "Two."]));
}

#[test]
fn what_is_below_the_signatories_is_the_appendix() {
    assert_eq!(
        body("One.\n\n[signatories]\n\n## Appendix\n\nTwo.\\[signatories]"),
        json!(["One.", { "signatories": true }, { "heading": "Appendix" }, "Two.[signatories]"])
    );
}

#[test]
fn the_place_of_the_signatories_is_a_line_between_paragraphs() {
    reports(
        "One.\n[signatories]\nTwo.",
        &["7: has [signatories] among other lines: leave an empty line before and after it"],
    );
    reports("[signatories]\n\nTwo.", &["6: has no text above [signatories]: write the letter there"]);
    reports(
        "One.\n\n[signatories]",
        &["8: has no text below [signatories]: write the appendix there, or leave the line out"],
    );
    reports(
        "One.\n\n[signatories]\n\nTwo.\n\n[Signatories]\n\nThree.",
        &["12: has [signatories] a second time: the names are shown once, leave it out"],
    );
    reports(
        "> [signatories]\n\nOne.",
        &["6: has [signatories] within a quotation: write it after that, at the margin"],
    );
}
