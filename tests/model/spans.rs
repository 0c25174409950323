//! Nested emphasis and links.

use super::{document, letter, read};
use open_letter::model::{Block, Json, MAX_SPAN_DEPTH, Span, Spans};
use serde_json::{Value, json};

fn nested(depth: usize) -> Value {
    (0..depth).fold(json!("the words"), |inner, at| {
        let key = if at % 2 == 0 { "em" } else { "strong" };
        json!({ key: ["a ", inner] })
    })
}

fn paragraph(span: Value) -> Spans {
    match letter(json!({ "body": [span] })).body.remove(0) {
        Block::Paragraph(spans) => spans,
        other => panic!("is no paragraph: {other:?}"),
    }
}

fn depth(spans: &Spans) -> usize {
    let inner = |span: &Span| match span {
        Span::Text(_) | Span::Footnote { .. } => 0,
        Span::Strong { strong: spans } | Span::Em { em: spans } | Span::Link { text: spans, .. } => 1 + depth(spans),
    };
    spans.0.iter().map(inner).max().unwrap_or_default()
}

#[test]
fn eight_levels_are_kept() {
    let reading = read(document(json!({ "body": [nested(MAX_SPAN_DEPTH)] }))).unwrap();
    assert_eq!(reading.problems, []);
    assert_eq!(depth(&paragraph(nested(MAX_SPAN_DEPTH))), 8);
}

#[test]
fn deeper_levels_are_reported_once_and_keep_their_words() {
    for levels in [9, 12, 40] {
        let reading = read(document(json!({ "body": [nested(levels)] }))).unwrap();
        let messages: Vec<String> = reading.problems.iter().map(ToString::to_string).collect();
        assert_eq!(messages.len(), 1, "{messages:?}");
        assert!(messages[0].ends_with(" is nested too deeply: nest spans at most 8 deep"), "{messages:?}");
        let spans = paragraph(nested(levels));
        assert_eq!(depth(&spans), 8);
        assert_eq!(spans.plain(), format!("{}the words", "a ".repeat(levels)));
    }
}

#[test]
fn json_nested_ten_thousand_deep_is_an_error_and_not_the_end() {
    let deep = format!("{}1{}", "[".repeat(10_000), "]".repeat(10_000));
    let error = Json::parse(&deep).unwrap_err().to_string();
    assert_eq!(error, "recursion limit exceeded at line 1 column 128");
}

#[test]
fn lists_within_lists_are_one_run_of_spans() {
    assert_eq!(paragraph(json!(["a", ["b", ["c", { "em": ["d"] }]]])).plain(), "abcd");
}

#[test]
fn a_single_span_stands_for_itself() {
    assert_eq!(serde_json::to_value(paragraph(json!(["a"]))).unwrap(), json!("a"));
    assert_eq!(serde_json::to_value(paragraph(json!([{ "em": ["a"] }]))).unwrap(), json!({ "em": "a" }));
    assert_eq!(
        serde_json::to_value(paragraph(json!(["a", { "strong": "b" }]))).unwrap(),
        json!(["a", { "strong": "b" }])
    );
}
