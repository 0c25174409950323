//! Streams with faults: they cost neither battery nor memory, and requests continue without them.

use crate::answer::{Answer, Body};
use crate::page::{Page, small_letter};
use serde_json::json;
use std::time::Duration;

/// How long the test watches them, by a real clock, because the server decides when they end.
const WATCHED: Duration = Duration::from_secs(20);

/// Each kind of faulty stream, and the most requests for it in that time.
fn kinds() -> Vec<(&'static str, Answer, usize)> {
    let message = "retry: 0\ndata: {\"count\": 4}\n\n";
    let whole = |text: &str| Answer::stream_of(Body::Whole(text.as_bytes().into()));
    let again = |text: &str, apart| Answer::stream_of(Body::Repeated(text.as_bytes().into(), apart));
    vec![
        ("closes-at-once", whole("retry: 0\n\n"), 3),
        ("closes-after-a-message", whole(message), 3),
        ("is-cut-off", Answer::stream_of(Body::Cut(message.as_bytes().into())), 3),
        ("is-no-stream", Answer::json(&json!({ "count": 4 })), 3),
        ("is-gone", Answer::status(410), 3),
        // Firefox asks again by itself where a connection was reset, ten times.
        ("is-reset", Answer::stream_of(Body::Reset), 33),
        ("says-nonsense", again("retry: 0\ndata: {nonsense}\n\n", 500), 3),
        ("floods-messages", again(&message.repeat(100), 1), 1),
        ("floods-comments", again(&":\n".repeat(10_000), 1), 1),
        ("never-ends-a-line", again(&"data: x".repeat(10_000), 1), 1),
        ("never-ends-a-message", again(&"data: xxxxxxxxxx\n".repeat(1000), 1), 1),
    ]
}

fn path(kind: &str, file: &str) -> String {
    format!("/letters/{kind}/{file}")
}

pub async fn no_stream_costs_battery_or_memory(page: Page) {
    let mut body = String::new();
    for (kind, stream, _) in kinds() {
        let mut letter = small_letter();
        letter["signatures"] = json!({ "count": 3, "src": "count.json", "stream": "stream" });
        page.files.answer(&path(kind, "letter.json"), Answer::json(&letter));
        page.files.answer(&path(kind, "count.json"), Answer::json(&json!({ "count": 4 })));
        page.files.answer(&path(kind, "stream"), stream);
        let src = path(kind, "letter.json");
        let letter = ["<open-letter src=\"{files}", &src, "\" refresh=\"10\" show=\"count\"></open-letter>"];
        body += &letter.concat();
    }
    page.open_body(&body).await;
    page.until_ready(kinds().len()).await;
    tokio::time::sleep(WATCHED).await;
    for (kind, _, most) in kinds() {
        let asked = page.files.count(&path(kind, "stream"));
        assert!((1..=most).contains(&asked), "the stream that {kind} was asked for {asked} times in {WATCHED:?}");
        let polled = page.files.count(&path(kind, "count.json"));
        assert!((2..=4).contains(&polled), "beside the stream that {kind} there were {polled} requests");
    }
    let all = format!(
        "[...document.querySelectorAll('open-letter')].filter(({{ count }}) => count === 4).length === {}",
        kinds().len()
    );
    page.until(&all).await;
    let bytes = page.number("recorded.memories[0].buffer.byteLength").await;
    assert!(bytes < 48_000_000, "the module has {bytes} bytes");
    let warnings = page.get("recorded.warnings.filter(line => line.includes('closed for good')).length").await;
    assert_eq!(warnings, json!(4));
}

pub async fn one_message_a_second_is_looked_at_and_it_is_the_newest(page: Page) {
    let mut letter = small_letter();
    letter["signatures"]["stream"] = json!(page.files.url("/stream"));
    page.files.answer("/letters/busy.json", Answer::json(&letter));
    let messages: Vec<_> = (0..50).map(|more| json!({ "count": 11 + more })).collect();
    page.files.answer("/stream", Answer::stream(&messages));
    page.open_clocked("<open-letter src=\"{files}/letters/busy.json\"></open-letter>").await;
    page.until("letter()?.count > 10").await;
    page.quiet().await;
    page.pass(1).await;
    page.until("letter().count === 60").await;
    assert!(page.number("events('count').length").await <= 3, "not one event for each of the fifty");
}

pub async fn a_page_that_is_shown_again_and_again_opens_no_bad_stream_anew(page: Page) {
    let mut letter = small_letter();
    letter["signatures"]["stream"] = json!(page.files.url("/stream"));
    page.files.answer("/letters/bad.json", Answer::json(&letter));
    page.files.answer("/stream", Answer::stream_of(Body::Whole(b"retry: 0\n\n".as_slice().into())));
    page.open_clocked("<open-letter src=\"{files}/letters/bad.json\"></open-letter>").await;
    page.until_served("the stream is asked for", |files| files.count("/stream") == 1).await;
    page.quiet().await;
    for _ in 0..20 {
        page.run("clock.show(false); clock.show(true)").await;
    }
    page.quiet().await;
    assert_eq!(page.files.count("/stream"), 1);
}
