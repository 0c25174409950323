//! The host's content in the element: shown until the letter loads, and if it fails to load.

use crate::answer::Answer;
use crate::page::{OTHER, Page, SMALL};

const BODY: &str =
    "<open-letter src=\"{files}/letters/small.json\"><a id=\"fallback\" href=\"#\">Our letter</a></open-letter>";

const FALLBACK_ALONE: &str =
    "shown(document.getElementById('fallback')) && !shown(part('notice')) && !shown(part('title'))";

pub async fn it_shows_until_the_letter_is_ready(page: Page) {
    let gate = page.files.hold(SMALL);
    page.open_body(BODY).await;
    page.until("root()").await;
    page.until_served("the letter is asked for", |files| files.count(SMALL) == 1).await;
    assert!(page.is(FALLBACK_ALONE).await);
    gate.open();
    page.until_ready(1).await;
    assert!(page.is("shown(part('title')) && !shown(document.getElementById('fallback'))").await);
}

pub async fn it_stays_when_the_letter_fails(page: Page) {
    page.files.answer(SMALL, Answer::status(404));
    page.open_body(BODY).await;
    assert_eq!(page.error().await["code"], "status");
    assert!(page.is(FALLBACK_ALONE).await);
}

pub async fn it_stays_when_there_is_no_src(page: Page) {
    page.open_body("<open-letter><a id=\"fallback\" href=\"#\">Our letter</a></open-letter>").await;
    assert_eq!(page.error().await["code"], "no-src");
    // The parser may reach the link after the element is defined and has failed.
    page.until(FALLBACK_ALONE).await;
}

pub async fn text_alone_is_content(page: Page) {
    page.files.answer(SMALL, Answer::status(404));
    page.open_body("<open-letter src=\"{files}/letters/small.json\">Our letter</open-letter>").await;
    page.error().await;
    page.until("letter().getBoundingClientRect().height > 0 && !shown(part('notice'))").await;
}

pub async fn white_space_alone_is_none(page: Page) {
    page.files.answer(SMALL, Answer::status(404));
    page.open_body("<open-letter src=\"{files}/letters/small.json\">\n  <!-- soon -->\n</open-letter>").await;
    page.error().await;
    page.until("shown(part('notice'))").await;
}

pub async fn it_comes_back_when_another_letter_fails(page: Page) {
    page.files.answer(OTHER, Answer::status(500));
    page.open_body(BODY).await;
    page.until_ready(1).await;
    page.run("letter().setAttribute('src', letter().getAttribute('src').replace('small', 'other'))").await;
    assert_eq!(page.error().await["code"], "status");
    page.until(FALLBACK_ALONE).await;
}

pub async fn it_stays_when_the_loader_is_gone(page: Page) {
    page.files.answer("/open-letter.js", Answer::status(404));
    page.open_body(BODY).await;
    page.quiet().await;
    assert!(page.is("shown(document.getElementById('fallback'))").await);
}
