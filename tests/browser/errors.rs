//! Each failure of a letter: its code, its notice, a page that works on, and *Try again*.

use crate::answer::{Answer, Body};
use crate::origins::Files;
use crate::page::{Page, SMALL};
use serde_json::{Value, json};
use std::time::Duration;

/// The widget gives up after 20 seconds.
const TIMEOUT: Duration = Duration::from_secs(35);
/// The host's content around the letter.
const NEIGHBOUR: &str = "<p>A text of the host's.</p><button>0</button>";

async fn open(page: &Page, letter: &str) {
    let body = format!("<div id=\"neighbour\">{NEIGHBOUR}</div>{letter}<p>After it</p>");
    page.open_body(&body).await;
    page.run("document.querySelector('#neighbour button').onclick = ({ target }) => { target.textContent++; }").await;
}

/// A letter with this answer fails with this code; once the answer is good again, *Try again* loads it.
async fn fails(page: &Page, answer: Answer, code: &str) {
    fails_as(page, answer, &[code]).await;
}

async fn fails_as(page: &Page, answer: Answer, codes: &[&str]) {
    page.files.answer(SMALL, answer);
    open(page, &format!("<open-letter src=\"{{files}}{SMALL}\"></open-letter>")).await;
    let error = page.error().await;
    assert!(codes.iter().any(|code| error["code"] == *code), "{error} is none of {codes:?}");
    assert_eq!(error["url"], page.files.url(SMALL));
    assert_ne!(error["message"].as_str().unwrap_or_default(), "");
    page.until("shown(part('notice')?.querySelector('button'))").await;
    the_host_lives(page).await;
    page.files.restore(SMALL);
    page.run("part('notice').querySelector('button').click()").await;
    page.until_ready(1).await;
    assert_eq!(page.text("title").await, "A short letter");
    assert!(!page.is("shown(part('notice'))").await);
    assert_eq!(page.events("error").await.len(), 1);
    assert_eq!(page.get("recorded.errors.filter(error => error.includes('unhandled'))").await, json!([]));
}

/// The host's own content is unchanged, and responds to clicks.
async fn the_host_lives(page: &Page) {
    assert_eq!(page.get("document.getElementById('neighbour').innerHTML").await, NEIGHBOUR);
    let children = page.get("[...document.body.children].map(child => child.localName)").await;
    assert_eq!(children, json!(["div", "open-letter", "p"]));
    page.run("document.querySelector('#neighbour button').click()").await;
    assert_eq!(page.get("text(document.querySelector('#neighbour button'))").await, "1");
}

fn small() -> Value {
    json!({ "version": 1, "lang": "en", "title": "A short letter", "body": ["A paragraph."] })
}

/// The letter with one invalid field.
fn with(field: &str, value: Value) -> Answer {
    let mut letter = small();
    letter[field] = value;
    Answer::json(&letter)
}

pub async fn an_element_without_src_is_no_src(page: Page) {
    open(&page, "<open-letter></open-letter>").await;
    assert_eq!(page.error().await["code"], "no-src");
    page.until("shown(part('notice'))").await;
    assert!(page.is("recorded.warnings.length").await, "the webmaster gets a warning");
    the_host_lives(&page).await;
    page.run(&format!("letter().setAttribute('src', '{}')", page.files.url(SMALL))).await;
    page.until_ready(1).await;
    assert!(!page.is("shown(part('notice'))").await);
}

pub async fn a_reset_connection_is_network(page: Page) {
    fails(&page, Answer::broken(Body::Reset), "network").await;
}

pub async fn an_answer_for_other_origins_withheld_is_network(page: Page) {
    fails(&page, Answer::json(&small()).without_cors(), "network").await;
}

pub async fn an_answer_cut_off_is_network(page: Page) {
    let half = br#"{"version":1,"lang":"en","title":"A sho"#.as_slice();
    // WebKitGTK accepts the part that has arrived as the whole.
    fails_as(&page, Answer::broken(Body::Cut(half.into())), &["network", "not-json"]).await;
}

pub async fn not_found_is_status(page: Page) {
    fails(&page, Answer::status(404), "status").await;
}

pub async fn a_server_error_is_status(page: Page) {
    fails(&page, Answer::status(500), "status").await;
}

pub async fn fifty_megabytes_are_too_large(page: Page) {
    fails(&page, Answer::broken(Body::Long { bytes: 50_000_000, announced: true }), "too-large").await;
}

pub async fn fifty_megabytes_unannounced_are_too_large(page: Page) {
    fails(&page, Answer::broken(Body::Long { bytes: 50_000_000, announced: false }), "too-large").await;
}

pub async fn html_is_not_json(page: Page) {
    fails(&page, Answer::text("text/html", "<!doctype html><title>Welcome</title>"), "not-json").await;
}

pub async fn truncated_json_is_not_json(page: Page) {
    fails(&page, Answer::text("application/json", r#"{"version":1,"lang":"en","ti"#), "not-json").await;
}

pub async fn nothing_is_not_json(page: Page) {
    fails(&page, Answer::text("application/json", ""), "not-json").await;
}

pub async fn a_missing_title_is_not_a_letter(page: Page) {
    let mut letter = small();
    letter.as_object_mut().unwrap().remove("title");
    fails(&page, Answer::json(&letter), "not-a-letter").await;
}

pub async fn a_null_body_is_not_a_letter(page: Page) {
    fails(&page, with("body", Value::Null), "not-a-letter").await;
}

pub async fn another_document_is_not_a_letter(page: Page) {
    fails(&page, Answer::json(&json!([1, 2, 3])), "not-a-letter").await;
}

pub async fn json_nested_ten_thousand_deep_is_not_a_letter(page: Page) {
    let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
    let letter = format!(r#"{{"version":1,"lang":"en","title":"Deep","body":{deep}}}"#);
    fails(&page, Answer::text("application/json", &letter), "not-a-letter").await;
}

pub async fn version_2_is_version(page: Page) {
    fails(&page, with("version", json!(2)), "version").await;
}

pub async fn a_letter_of_another_version_leads_to_its_own_page(page: Page) {
    let mut letter = small();
    letter["version"] = json!(2);
    letter["url"] = json!("https://letters.example/letters/small/");
    page.files.answer(SMALL, Answer::json(&letter));
    open(&page, &format!("<open-letter src=\"{{files}}{SMALL}\"></open-letter>")).await;
    page.until("shown(part('notice')?.querySelector('a'))").await;
    let link = page.get("(({ href, textContent }) => [href, textContent])(part('notice').querySelector('a'))").await;
    assert_eq!(link, json!(["https://letters.example/letters/small/", "Open the letter’s own page"]));
}

/// The answer that never begins and the one that never ends: in one test, because they take so long.
pub async fn silence_is_timeout(page: Page) {
    let (silent, gate) = Answer::json(&small()).gated();
    page.files.answer("/letters/silent.json", silent);
    let half = br#"{"version":1,"lang":"en","#.as_slice();
    page.files.answer("/letters/stalled.json", Answer::broken(Body::Stalled(half.into())));
    page.open_body(
        "<open-letter src=\"{files}/letters/silent.json\"></open-letter>\
         <open-letter src=\"{files}/letters/stalled.json\"></open-letter>",
    )
    .await;
    page.until_within(TIMEOUT, "events('error').length === 2").await;
    assert_eq!(page.get("events('error').map(({ detail }) => detail.code)").await, json!(["timeout", "timeout"]));
    assert!(page.is("shown(part('notice', 0)) && shown(part('notice', 1))").await);
    page.until_served("both requests have ended", Files::idle).await;
    drop(gate);
}
