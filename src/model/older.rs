//! Words for readers that know fewer kinds of blocks (natively): widgets of 0.1.0, and programs of other people.
//!
//! They drop an object that they don't know, but show its `text` if it has one. So each item that holds blocks also
//! carries their words. A rule and the place of the signatories need none: without them, all sentences are still there,
//! in the same order.

use serde_json::{Value, json};

/// Adds the words of each item with blocks in a body. Lists within such an item need none.
pub fn add_words(body: &mut Value) {
    for block in body.as_array_mut().into_iter().flatten() {
        for item in block.get_mut("list").and_then(Value::as_array_mut).into_iter().flatten() {
            let Some(blocks) = item.get("item") else { continue };
            let mut words = Vec::new();
            add_blocks(blocks, &mut words);
            item["text"] = Value::Array(words);
        }
    }
}

/// Each block begins a line, with the mark of its kind.
fn add_blocks(blocks: &Value, words: &mut Vec<Value>) {
    for block in blocks.as_array().into_iter().flatten() {
        if let Some(heading) = block.get("heading") {
            add_line("", &json!({ "strong": heading }), words);
        } else if let Some(paragraphs) = block.get("quote") {
            paragraphs.as_array().into_iter().flatten().for_each(|spans| add_line("", spans, words));
        } else if let Some(items) = block.get("list") {
            let start = block.get("start").and_then(Value::as_u64).unwrap_or(1);
            for (item, number) in items.as_array().into_iter().flatten().zip(start..) {
                let mark = if block.get("ordered").is_some() { format!("{number}. ") } else { "– ".to_string() };
                match item.get("item") {
                    Some(blocks) => {
                        add_line(&mark, &Value::Null, words);
                        add_blocks(blocks, words);
                    }
                    None => add_line(&mark, item, words),
                }
            }
        } else if block.get("rule").is_none() {
            add_line("", block, words);
        }
    }
}

fn add_line(mark: &str, spans: &Value, words: &mut Vec<Value>) {
    let begin = if words.is_empty() { "" } else { "\n" };
    if !begin.is_empty() || !mark.is_empty() {
        words.push(Value::String([begin, mark].concat()));
    }
    match spans {
        Value::Null => {}
        Value::Array(spans) => words.extend(spans.iter().cloned()),
        span => words.push(span.clone()),
    }
}
