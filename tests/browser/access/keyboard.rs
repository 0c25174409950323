//! The letter without a mouse: the reader reaches each control in reading order, sees its focus, and can use it.

use super::keys::{FOCUSED, chord, press, type_text, until_focus, until_seen};
use super::state::{WHOLE, serve_whole};
use crate::answer::Answer;
use crate::engines::Engine;
use crate::page::{Page, SMALL, small_letter};
use crate::published;
use fantoccini::key::Key;
use serde_json::json;

/// Opens a page with the letter between two buttons of the host; the first has the focus.
async fn open(page: &Page, letter: &str, show: &str) {
    let letter = format!("<open-letter src=\"{{files}}{letter}\" {show}></open-letter>");
    page.open_body(&format!("<button id=\"before\">Before</button>{letter}<button>After</button>")).await;
    page.until_ready(1).await;
    page.run("document.getElementById('before').focus()").await;
}

/// Presses the key until the host's other button has the focus, and returns the elements that had it in between.
async fn way(page: &Page, keys: &[Key], to: &str) -> Vec<String> {
    let mut way = Vec::new();
    loop {
        assert!(way.len() < 80, "there is no end to {way:?}");
        chord(page, keys).await;
        let focused = page.get(FOCUSED).await.as_str().unwrap_or_default().to_string();
        if focused == to {
            return way;
        }
        until_seen(page).await;
        way.push(focused);
    }
}

pub async fn tab_goes_through_a_letter_in_its_order_and_back(page: Page) {
    serve_whole(&page).open();
    open(&page, WHOLE, "").await;
    page.until("part('new')").await;
    let there = way(&page, &[Key::Tab], "button After").await;
    let expected = [
        "a Add your name",
        "button English",
        "button français",
        "button العربية",
        "button Share",
        "a Read more",
        "a linked",
        "button All 7",
        "button Organisations 2",
        "button Persons 5",
        "a Friends of the Reading Room",
        "a Withdraw my name",
        "a Contact",
        "a Privacy",
    ];
    assert_eq!(there, expected);
    let mut back = way(&page, &[Key::Shift, Key::Tab], "button Before").await;
    back.reverse();
    assert_eq!(back, expected);
}

pub async fn tab_goes_through_a_long_roll_to_what_is_behind_it(page: Page) {
    open(&page, &published::of_length(600), "show=\"count roll share\"").await;
    page.until("part('find') && shown(part('filters'))").await;
    let there = way(&page, &[Key::Tab], "button After").await;
    let words = |line: &String| line.trim_end_matches(|char: char| char.is_ascii_digit() || char == ' ').to_string();
    let expected = [
        "button Share",
        "button All",
        "button Organisations",
        "button Persons",
        "input Find a name",
        "select Order",
        "button Show more",
    ];
    assert_eq!(there.iter().map(words).collect::<Vec<_>>(), expected);
}

/// In a low window, with the bar at its foot that links to signing. Not in `WebKit`: it has no window manager here, and
/// its window becomes inactive once its size has changed.
pub async fn what_has_the_focus_is_not_under_the_way_to_sign(page: Page) {
    if page.engine == Engine::WebKit {
        return;
    }
    let mut letter = small_letter();
    let url = |number| if number % 4 == 0 { Some("https://example.org/") } else { None };
    letter["signatories"] =
        (0..44).map(|number| json!({ "name": format!("Name {number}"), "url": url(number) })).collect();
    page.files.answer(SMALL, Answer::json(&letter));
    open(&page, SMALL, "").await;
    page.resize(600, 560).await;
    page.until("part('find') && getComputedStyle(root().querySelector('.signing')).position === 'sticky'").await;
    let way = way(&page, &[Key::Tab], "button After").await;
    assert!(way.iter().filter(|line| line.starts_with("a Name")).count() == 11, "{way:?}");
}

pub async fn space_presses_a_filter(page: Page) {
    serve_whole(&page).open();
    open(&page, WHOLE, "show=roll").await;
    for _ in 0..3 {
        press(&page, Key::Tab).await;
    }
    until_focus(&page, "button Persons 5").await;
    type_text(&page, " ").await;
    page.until("focused().getAttribute('aria-pressed') === 'true'").await;
    assert!(page.is("parts('organisation').every(row => !shown(row)) && parts('person').every(shown)").await);
    until_focus(&page, "button Persons 5").await;
}

pub async fn names_are_typed_and_escape_clears_them(page: Page) {
    open(&page, &published::of_length(600), "show=roll").await;
    page.until("canFind()").await;
    page.run("part('find').focus()").await;
    type_text(&page, "maria").await;
    page.until("text(root().querySelector('.status-text')).includes('names')").await;
    until_focus(&page, "input Find a name").await;
    press(&page, Key::Escape).await;
    page.until("part('find').value === '' && !root().querySelector('.found')").await;
    until_focus(&page, "input Find a name").await;
    // A reader who types at once again is heard.
    type_text(&page, "zzzz").await;
    page.until("text(root().querySelector('.status-text')).startsWith('No such name')").await;
}

pub async fn arrow_keys_choose_an_order(page: Page) {
    open(&page, &published::of_length(600), "show=roll").await;
    page.until("canFind()").await;
    page.run("part('find').focus()").await;
    press(&page, Key::Tab).await;
    page.until("focused().localName === 'select'").await;
    press(&page, Key::Down).await;
    // If the list has opened, Enter takes the selected entry.
    if page.is("focused().selectedIndex === 0").await {
        press(&page, Key::Enter).await;
    }
    page.until("focused().selectedIndex === 1").await;
    page.until("part('roll').dataset.shows === 'newest'").await;
    assert!(page.is("focused().localName === 'select'").await);
}

pub async fn show_more_leads_on_to_the_first_row_that_joined(page: Page) {
    open(&page, &published::of_length(100_000), "show=roll").await;
    page.until("canFind()").await;
    page.run("part('find').focus()").await;
    type_text(&page, "maria").await;
    page.until("root().querySelectorAll('.found > *').length === 32").await;
    for _ in 0..2 {
        press(&page, Key::Tab).await;
    }
    until_focus(&page, "button Show more").await;
    press(&page, Key::Enter).await;
    page.until("root().querySelectorAll('.found > *').length === 64").await;
    page.until("focused() === root().querySelectorAll('.found > *')[32]").await;
    until_seen(&page).await;
    press(&page, Key::Tab).await;
    until_focus(&page, "button Show more").await;
}

/// Rows that load automatically near the end would push away the focused element.
pub async fn who_has_come_to_show_more_stays_there_until_it_is_pressed(page: Page) {
    open(&page, &published::of_length(600), "show=\"roll share\"").await;
    page.until("canFind()").await;
    page.quiet().await;
    page.run("root().querySelector('.order').focus()").await;
    press(&page, Key::Tab).await;
    until_focus(&page, "button Show more").await;
    page.quiet().await;
    let before = page.number("parts('signatory').length").await;
    until_focus(&page, "button Show more").await;
    press(&page, Key::Tab).await;
    until_focus(&page, "button After").await;
    page.quiet().await;
    until_focus(&page, "button After").await;
    assert_eq!(page.number("parts('signatory').length").await, before);
    chord(&page, &[Key::Shift, Key::Tab]).await;
    type_text(&page, " ").await;
    page.until(&format!("focused() === parts('signatory')[{before}]")).await;
}

/// The last rows are in, the button goes, and the focus is on it.
pub async fn where_nothing_is_left_to_show_the_focus_stays_in_the_roll(page: Page) {
    open(&page, &published::of_length(600), "show=\"roll share\"").await;
    page.until("canFind()").await;
    let rows = "parts('signatory').length";
    while page.number(rows).await < 600 {
        page.until(&format!("shown(part('more')) || {rows} === 600")).await;
        page.run("if (shown(part('more'))) part('more').focus()").await;
        press(&page, Key::Enter).await;
        page.until("focused() !== part('more') && focused() !== document.body").await;
    }
    page.until("!shown(part('more'))").await;
    assert!(page.is("focused().matches('[part~=signatory]')").await, "{}", page.get(FOCUSED).await);
    press(&page, Key::Tab).await;
    until_focus(&page, "button After").await;
}

pub async fn a_focused_link_keeps_the_focus_when_rows_join(page: Page) {
    let gate = serve_whole(&page);
    open(&page, WHOLE, "").await;
    page.run("window.kept = part('initiator').querySelector('a'); kept.focus()").await;
    gate.open();
    page.until("text(part('new'))?.includes('Garo Gyumri')").await;
    assert!(page.is("kept.isConnected && focused() === kept").await);
    assert_eq!(page.get("parts('signatory').length").await, json!(7));
}
