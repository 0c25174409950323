//! Visible parts other than text: the edges of fields, which button is pressed, the marks of organisations and persons,
//! the bar of the goal, the focus (WCAG 2.2, 1.4.11).

use super::state::{self, GUISES, Guise, PLAIN, State};
use crate::engines::Engine;
use crate::page::Page;
use serde_json::json;

/// Adds `contrast(colour, element)` to the page.
pub const CONTRAST: &str = include_str!("contrast.js");

/// Each of these with its contrast, in each letter of the page.
const MEASURED: &str = "[...document.querySelectorAll('open-letter')].flatMap(({ shadowRoot }, index) => {
    const all = selector => [...shadowRoot.querySelectorAll(selector)].filter(shown);
    const of = (name, selector, colour) => all(selector).map(node => [name, contrast(colour(node), node.parentElement), index]);
    const edge = node => getComputedStyle(node).borderTopColor;
    const ring = node => (node.focus(), getComputedStyle(node).outlineColor);
    return [
        ...of('field', 'input, select', edge),
        ...of('pressed', '[aria-pressed=true], [aria-current]', edge),
        ...of('bar', 'progress', node => getComputedStyle(node).color),
        ...of('mark', '[part~=organisation], [part~=person]', node => getComputedStyle(node, '::before').borderTopColor),
        ...of('focus', 'a, button, input, select', ring),
    ];
})";

async fn stands_out(page: &Page, state: State, expected: &[&str]) {
    let guises: &[Guise] = if page.engine == Engine::Chromium { &GUISES } else { &[PLAIN, GUISES[5]] };
    let _gate = state::open(page, state, guises).await;
    page.run(CONTRAST).await;
    let faint = format!("{MEASURED}.filter(([, ratio]) => ratio < 3)");
    assert_eq!(page.get(&faint).await, json!([]), "{state:?}");
    let measured = page.get(&format!("[...new Set({MEASURED}.map(([name]) => name))]")).await;
    assert_eq!(measured, json!(expected));
}

pub async fn edges_marks_bars_and_the_focus_stand_out(page: Page) {
    stands_out(&page, State::Whole, &["pressed", "bar", "mark", "focus"]).await;
}

pub async fn fields_stand_out(page: Page) {
    stands_out(&page, State::Long, &["field", "pressed", "mark", "focus"]).await;
}
