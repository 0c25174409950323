//! Letters that repeat a part many times.

use super::page::{Shown, render_letter};
use open_letter::model::{Json, Letter, Unreadable, limits};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// A letter that repeats a part many times.
pub fn heaps() -> impl Strategy<Value = String> {
    let item = select(
        &[
            "1",
            "\"a\"",
            "null",
            "{}",
            "[]",
            "[[[[\"a\"]]]]",
            r#"{"em":"a"}"#,
            r#"{"strong":["a",{"em":"b"}]}"#,
            r#"{"heading":"a"}"#,
            r#"{"quote":["a","b"]}"#,
            r#"{"list":["a","b"]}"#,
            r#"{"list":[{"item":["a",{"list":["b"],"ordered":true,"start":3}]}]}"#,
            r#"{"list":["a","b"],"footnotes":true}"#,
            r#"{"footnote":1}"#,
            r#"{"rule":true}"#,
            r#"{"signatories":true}"#,
            r#"{"link":"https://a.example","text":"a"}"#,
            r#"{"link":"javascript:x","text":"a"}"#,
            r#"{"name":"a","logo":"b","url":"c"}"#,
            r#"{"name":1}"#,
            r#"{"members":[{"name":"a"}]}"#,
            r#"{"text":"a"}"#,
            r#"{"lang":"fr","src":"a"}"#,
            "\"\\u0000\"",
            "\"\u{202e}\"",
        ][..],
    );
    let member =
        select(&["body", "signatories", "addressees", "updates", "translations", "summary", "title", "sign"][..]);
    (vec((item, 1_usize..40_000), 1..4), member).prop_map(|(items, member)| {
        let item = |(item, times): &(&str, usize)| vec![*item; (*times).min(1_500_000 / item.len())].join(",");
        let list: Vec<String> = items.iter().map(item).collect();
        let title = if member == "title" { "" } else { "\"title\":\"a\"," };
        let body = if member == "body" { "" } else { "\"body\":[\"a\"]," };
        format!("{{\"version\":1,\"lang\":\"en\",{title}{body}\"{member}\":[{}]}}", list.join(","))
    })
}

/// Reads and renders a document, and measures the result.
///
/// # Errors
///
/// If it is too large.
pub fn inspect(document: &str) -> Result<Shown, String> {
    let (letter, problems) = read(document);
    if problems > limits::PROBLEMS + 1 {
        return Err(format!("{problems} problems are reported"));
    }
    let Some(letter) = letter else { return Ok(Shown::Notice) };
    let html = render_letter(letter);
    if html.len() > 8_000_000 {
        return Err(format!("{} bytes have become {}", document.len(), html.len()));
    }
    Ok(Shown::Letter)
}

/// The letter, and the number of reported problems; no letter if the widget refuses the document.
pub fn read(document: &str) -> (Option<Letter>, usize) {
    assert!(document.len() < limits::LETTER_BYTES as usize, "{}", document.len());
    let json = Json::parse(document).expect("JSON");
    if json.values(limits::VALUES + 1) > limits::VALUES {
        return (None, 0);
    }
    match Letter::read(&json, &|reference| Some(format!("https://letters.example/{reference}"))) {
        Ok(reading) => (Some(reading.letter), reading.problems.len()),
        Err(Unreadable::NotALetter(problems)) => (None, problems.len()),
        Err(_) => (None, 0),
    }
}
