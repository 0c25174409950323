//! The link to sign, and its event for the host.

use crate::page::{Page, SMALL, small_letter};
use serde_json::json;

/// Where the letter's link leads: to a page of the host here.
const FORM: &str = "/sign-here.html";

async fn open(page: &Page) {
    let mut letter = small_letter();
    letter["sign"]["url"] = json!(page.host.url(FORM));
    page.files.answer(SMALL, crate::answer::Answer::json(&letter));
    page.host.answer(FORM, crate::answer::Answer::text("text/html", "<!doctype html><title>Sign</title><h1>Sign</h1>"));
    page.open_body(&format!("<open-letter src=\"{{files}}{SMALL}\" partner=\"allies\"></open-letter>")).await;
    page.until_ready(1).await;
}

pub async fn who_follows_the_link_to_sign_is_told_of_and_arrives(page: Page) {
    open(&page).await;
    // The page goes away with its records: this keeps the event's for the next page.
    page.run(
        "addEventListener('open-letter-sign', event => sessionStorage.setItem('told', JSON.stringify([
        event.detail.url, event.target === letter(), event.bubbles, event.composed, event.cancelable])))",
    )
    .await;
    page.run("part('sign').click()").await;
    page.until(&format!("location.pathname === '{FORM}' && document.querySelector('h1')")).await;
    let url = [page.host.url(FORM).as_str(), "?partner=allies"].concat();
    assert_eq!(page.get("location.href").await, url);
    assert_eq!(page.get("JSON.parse(sessionStorage.getItem('told'))").await, json!([url, true, true, true, true]));
}

pub async fn a_host_that_holds_the_event_back_keeps_the_reader(page: Page) {
    open(&page).await;
    page.run("addEventListener('open-letter-sign', event => event.preventDefault())").await;
    page.run("part('sign').click()").await;
    page.quiet().await;
    assert_eq!(page.events("sign").await.len(), 1);
    assert!(page.is("location.pathname === '/ad-hoc.html' && shown(part('title'))").await);
}
