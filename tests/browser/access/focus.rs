//! The focus, when the focused element is replaced (WCAG 2.2, 2.4.3).

use super::keys::{FOCUSED, press, until_focus};
use crate::answer::Answer;
use crate::origins::{Files, has_end};
use crate::page::{Page, SMALL};
use fantoccini::key::Key;
use serde_json::Value;

fn small(attributes: &str) -> String {
    format!("<open-letter src=\"{{files}}{SMALL}\" {attributes}></open-letter>")
}

pub async fn it_is_on_the_language_that_was_chosen(page: Page) {
    // The French letter lists its languages in another order.
    let mut french: Value = serde_json::from_str(include_str!("../../letters/small.fr.json")).unwrap();
    french["translations"].as_array_mut().unwrap().reverse();
    page.files.answer("/letters/small.fr.json", Answer::json(&french));
    page.open_body(&small("")).await;
    page.until_ready(1).await;
    page.run("part('languages').querySelector('[lang=fr]').focus()").await;
    press(&page, Key::Enter).await;
    page.until_ready(2).await;
    assert_eq!(page.text("title").await, "Une courte lettre");
    until_focus(&page, "button français").await;
    assert_eq!(page.get("focused().getAttribute('aria-current')").await, "true");
    page.run("part('languages').querySelector('[lang=en]').focus()").await;
    press(&page, Key::Enter).await;
    page.until_ready(3).await;
    until_focus(&page, "button English").await;
}

pub async fn it_stays_on_its_control_when_the_host_changes_the_letter(page: Page) {
    page.open_body(&small("")).await;
    page.until_ready(1).await;
    page.run("part('list').closest('[part~=letter]').querySelectorAll('a')[1].focus(); letter().theme = 'dark'").await;
    page.until("part('letter').dataset.theme === 'dark'").await;
    assert_eq!(page.get(FOCUSED).await, "a linked");
    // If its control is removed, the focus is at the beginning.
    page.run("letter().show = 'title count'").await;
    page.until("!part('body')").await;
    assert_eq!(page.get(FOCUSED).await, "h2 A short letter");
}

/// The reader sees the notice, tries again, sees it again, and in the end is at the start of the letter.
pub async fn it_goes_from_try_again_to_the_letter(page: Page) {
    page.files.answer(SMALL, Answer::status(500));
    page.open_body(&small("")).await;
    page.until("events('error').length === 1").await;
    page.run("part('notice').querySelector('button').focus()").await;
    press(&page, Key::Enter).await;
    page.until("events('error').length === 2").await;
    until_focus(&page, "button Try again").await;
    let (held, gate) = Answer::text("application/json", &Files::text(SMALL)).gated();
    page.files.answer(SMALL, held);
    press(&page, Key::Enter).await;
    until_focus(&page, "p Loading the letter…").await;
    gate.open();
    page.until_ready(1).await;
    until_focus(&page, "h2 A short letter").await;
    press(&page, Key::Tab).await;
    until_focus(&page, "a Add your name").await;
}

pub async fn it_goes_to_the_letter_when_the_engine_was_tried_again(page: Page) {
    let loader = Files::text("/open-letter.js");
    let name = loader.split('"').find(|name| name.starts_with("open-letter-") && has_end(name, "wasm"));
    let module = format!("/{}", name.expect("it names its module"));
    page.files.answer(&module, Answer::status(500));
    page.open_body(&small("")).await;
    page.until("events('error').length === 1").await;
    page.run("part('notice').querySelector('button').focus()").await;
    press(&page, Key::Enter).await;
    page.until("events('error').length === 2").await;
    until_focus(&page, "button Try again").await;
    page.files.restore(&module);
    press(&page, Key::Enter).await;
    page.until_ready(1).await;
    until_focus(&page, "h2 A short letter").await;
}

/// A focus elsewhere on the page stays there.
pub async fn it_stays_out_of_a_letter_that_did_not_have_it(page: Page) {
    page.open_body(&format!("<input id=\"elsewhere\">{}", small(""))).await;
    page.run("document.getElementById('elsewhere').focus()").await;
    page.until_ready(1).await;
    page.run("letter().lang = 'fr'").await;
    page.until_ready(2).await;
    assert_eq!(page.get("focused().id").await, "elsewhere");
}
