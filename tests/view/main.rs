//! The views, rendered natively to HTML.

mod first_screen;
mod footnotes;
mod languages;
mod roll_groups;
mod structure;

use leptos::prelude::*;
use leptos::reactive::owner::Owner;
use open_letter::model::{Code, Failure, Json, LanguageTag, Letter, Live, Settings, Signatory, State, Timestamp};
use open_letter::roll::{Found, Row};
use open_letter::view::{Beyond, BeyondSignal, Changing, Listing, Now, OnMessage, OpenLetter, Sheet, sheets};
use std::sync::Arc;

/// The letter of `tests/letters/small.json`, with unchanged links.
fn small() -> Letter {
    let text = include_str!("../letters/small.json");
    Letter::read(&Json::parse(text).unwrap(), &|reference| Some(reference.to_string())).unwrap().letter
}

fn settings(attributes: &[(&str, &str)]) -> Settings {
    let of = |name: &str| attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_string());
    Settings::read(of).0
}

/// The HTML, without the markers that Leptos puts between views.
fn html(state: State, settings: Settings, now: Now) -> String {
    let html: String = Owner::new().with(|| {
        let reader = Vec::new();
        let changing = Changing::new(now);
        let on = OnMessage::new(|_| true);
        view! { <OpenLetter state settings reader changing on /> }.to_html()
    });
    html.replace("<!>", "")
}

/// The letter, with its own count and rows.
fn shown(letter: Letter, attributes: &[(&str, &str)]) -> String {
    let now = Now::of(&letter);
    html(State::Shown(Arc::new(letter)), settings(attributes), now)
}

#[track_caller]
fn holds(html: &str, parts: &[&str]) {
    for part in parts {
        assert!(html.contains(part), "lacks {part}:\n{html}");
    }
}

#[test]
fn a_letter_is_an_article_in_its_language_with_headings_below_its_title() {
    let html = shown(small(), &[("heading-level", "3")]);
    holds(
        &html,
        &[
            r#"<article part="letter" lang="en" dir="ltr""#,
            r#"<h3 part="title">A short letter</h3>"#,
            r#"<time datetime="2026-03-01" part="date">March 1, 2026</time>"#,
            r#"<h4 part="heading">What we ask</h4>"#,
            r#"<ol part="list">"#,
            r#"<blockquote part="quote">"#,
            r#"<a href="https://example.org/" rel="noopener" referrerpolicy="strict-origin-when-cross-origin">linked</a>"#,
            r#"<bdi class="name" translate="no">Ada Example</bdi><span class="detail">, Minister of Examples, <bdi translate="no">Government</bdi></span>"#,
        ],
    );
}

#[test]
fn the_roll_shows_who_is_what() {
    let html = shown(small(), &[("show", "roll")]);
    holds(
        &html,
        &[
            r#"<li part="signatory organisation initiator"><bdi class="name" translate="no">Example Society</bdi>"#,
            r#"<li part="signatory person"><bdi class="name" translate="no">Ani Ararat</bdi><span class="detail">, Fellow, <bdi translate="no">Example Institute</bdi></span></li>"#,
            "1 organisation and 2 persons",
        ],
    );
    assert!(!html.contains(r#"part="title""#), "nothing but the roll: {html}");
}

/// The letter with some members replaced.
fn small_with(members: &[(&str, &str)]) -> Letter {
    let mut letter: serde_json::Value = serde_json::from_str(include_str!("../letters/small.json")).unwrap();
    for (pointer, value) in members {
        let (object, key) = pointer.rsplit_once('/').unwrap();
        letter.pointer_mut(object).unwrap()[key] = (*value).into();
    }
    let json = Json::parse(&letter.to_string()).unwrap();
    Letter::read(&json, &|reference| Some(reference.to_string())).unwrap().letter
}

#[test]
fn a_logo_keeps_its_room_and_its_host_learns_no_more_than_the_origin() {
    let letter = small_with(&[("/signatories/0/logo", "https://example.org/logo.svg")]);
    let image = r#"<img class="logo" alt="" loading="lazy" decoding="async" referrerpolicy="strict-origin-when-cross-origin" src="https://example.org/logo.svg">"#;
    holds(&shown(letter, &[("show", "roll")]), &[image]);
}

#[test]
fn a_long_roll_leaves_room_for_what_helps_through_it() {
    assert!(!shown(small(), &[("show", "roll")]).contains("beyond"));
    let mut letter = small_with(&[("/roll", "https://letters.example/roll/index.json")]);
    letter.signatures.count = Some(100_000);
    let html = shown(letter, &[("show", "roll")]);
    // The filters show the numbers of the whole roll, not of the three loaded rows.
    holds(&html, &[r#"<div class="tools"></div>"#, r#"<div class="beyond more"></div>"#, "100,000</span>"]);
}

#[test]
fn what_was_looked_for_is_marked() {
    let ararat = Signatory { name: "Ani Ararat & Co".into(), ..Signatory::default() };
    let found = Found { row: Row { signatory: ararat, new: false }, marks: vec![0..3, 4..6] };
    let sheet = Sheet { number: 7, found: true, before: None, rows: Some([found].into()) };
    let beyond = BeyondSignal::new(Beyond { sheets: vec![sheet], more: false, status: String::new() });
    let html =
        Owner::new().with(|| sheets(&beyond, &Listing::of(&small(), &settings(&[]))).to_html()).replace("<!>", "");
    let name = r#"<bdi class="name" translate="no"><mark>Ani</mark> <mark>Ar</mark>arat &amp; Co</bdi>"#;
    holds(&html, &[r#"<ol class="sheet found" data-number="7">"#, name, r#"data-empty="true""#]);
}

#[test]
fn the_count_is_in_the_letters_language_beside_its_goal() {
    let mut letter = small();
    letter.signatures.count = Some(12_873);
    letter.signatures.goal = Some(15_000);
    let html = shown(letter.clone(), &[("show", "count")]);
    holds(&html, &[r#"value="12873" max="15000""#, "12,873</span>", " signatures</span>", "12,873 of 15,000"]);
    letter.lang = LanguageTag::parse("fr").unwrap();
    holds(&shown(letter, &[("show", "count")]), &["12\u{202f}873", " signatures</span>", "sur 15\u{202f}000"]);
}

#[test]
fn an_unknown_count_is_not_0() {
    let mut letter = small();
    letter.signatures.count = None;
    letter.signatories.clear();
    let html = shown(letter, &[("show", "count")]);
    assert!(!html.contains('0'), "{html}");
    holds(&html, &[r#"<p part="count" data-empty="true">"#]);
}

#[test]
fn what_changes_is_shown_with_its_age_and_what_is_new() {
    let letter = small();
    let mut now = Now::of(&letter);
    let zabel = Signatory { name: "Zabel <b>".into(), ..Signatory::default() };
    let since = Timestamp::parse("2026-11-23T12:00:00Z");
    now.live = Live { count: Some(4), latest: vec![zabel.clone()], stale_since: since, ..now.live };
    now.rows = [&*now.rows, &[Row { signatory: zabel, new: true }]].concat().into();
    now.spoken = Some(4);
    let html = html(State::Shown(Arc::new(letter)), settings(&[]), now);
    holds(
        &html,
        &[
            r#"<span class="stale">As of Nov 23, 2026, 12:00"#,
            r#"<p class="spoken" role="status">4 signatures</p>"#,
            "<span translate=\"no\">Zabel &lt;b&gt;</span>",
            r#"<li part="signatory new"><bdi class="name" translate="no">Zabel &lt;b&gt;</bdi>"#,
        ],
    );
}

#[test]
fn nobody_is_asked_to_sign_a_letter_that_was_delivered() {
    let mut letter = small();
    let html = shown(letter.clone(), &[("partner", "us")]);
    holds(&html, &[r#"href="https://example.org/sign?partner=us""#, r#"part="sign""#]);
    letter.status = open_letter::model::Status::Delivered;
    let html = shown(letter, &[]);
    holds(&html, &["This letter has been delivered"]);
    assert!(!html.contains(r#"part="sign""#), "{html}");
}

#[test]
fn a_failure_says_which_it_was_and_what_to_do() {
    let failure = |code| Failure {
        code,
        message: String::new(),
        url: String::new(),
        page: None,
        status: None,
        retry_after: None,
    };
    let html = |code| html(State::Failed(failure(code)), settings(&[]), Now::default());
    holds(&html(Code::Status), &[r#"data-code="status""#, "The letter was not found where it should be.", "Try again"]);
    assert!(!html(Code::NoSrc).contains("Try again"), "there is nothing to try");
}
