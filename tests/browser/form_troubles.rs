//! Receivers in trouble, and networks: the reader is told the truth, and keeps what she typed.

use crate::collector::{Collector, Given};
use crate::form::{SEND, STATUS, click_sign, element, fill_in, letter, open, until_code};
use crate::page::{Page, SMALL};
use serde_json::json;

/// Opens the form and fills it in.
async fn filled_in(page: &Page, collector: &Collector) {
    open(page, &letter(collector)).await;
    click_sign(page).await;
    fill_in(page).await;
}

/// Waits until the form says that, with everything typed still there.
async fn until_said(page: &Page, said: &str) {
    page.until(&format!("{STATUS}.includes('{said}')")).await;
    let typed = "[...part('form').querySelectorAll('[name=name],[name=email]')].map(field => field.value)";
    assert_eq!(page.get(typed).await, json!(["Kim Lee", "kim@example.org"]));
    assert!(page.is("part('form').querySelector('[name=consent]').checked").await);
}

pub async fn whatever_goes_wrong_is_said_and_tried_again(page: Page) {
    let collector = Collector::start().await;
    filled_in(&page, &collector).await;
    let cases = [
        (Given::Json(429, json!({ "error": "busy", "retry": 45 })), "Please try again in 45 seconds"),
        (Given::Html(500), "could not be sent"),
        (Given::Html(503), "could not be sent"),
        (Given::Html(404), "did not accept your signature"),
        (Given::Html(200), "could not be sent"),
        (Given::Unreadable, "No answer came"),
    ];
    for (index, (given, said)) in cases.into_iter().enumerate() {
        collector.next(given);
        page.run(SEND).await;
        collector.until_posts(index + 1).await;
        until_said(&page, said).await;
        // The receiver is in trouble: the link to sign leads to a page of its own.
        let elsewhere = "part('form').querySelector('.elsewhere')";
        let shows = !said.contains("45 seconds");
        assert_eq!(page.get(&format!("shown({elsewhere})")).await, shows, "{said}");
        assert_eq!(page.get(&format!("{elsewhere}.href === part('sign').href")).await, true);
    }
    assert_eq!(page.number("letter().count + events('signed').length").await, 3);
    let codes = page.get("events('error').map(({ detail }) => detail.code)").await;
    assert_eq!(codes, json!(["sign", "sign", "sign", "sign", "sign"]));
    page.run(SEND).await;
    until_code(&page).await;
    let keys: std::collections::BTreeSet<_> = collector.posts().iter().map(|post| post.field("key")).collect();
    assert_eq!(keys.len(), 1, "a repetition is no second signature");
    assert_eq!(page.number("events('signed').length").await, 1);
}

pub async fn what_was_changed_is_another_signature(page: Page) {
    let collector = Collector::start().await;
    filled_in(&page, &collector).await;
    collector.next(Given::Html(500));
    page.run(SEND).await;
    until_said(&page, "could not be sent").await;
    crate::form::write(&page, "name", "Kim B. Lee").await;
    page.run(SEND).await;
    until_code(&page).await;
    let posts = collector.posts();
    assert_ne!(posts[0].field("key"), posts[1].field("key"));
}

pub async fn a_receiver_that_hangs_is_given_up_and_nobody_claims_to_know(page: Page) {
    let collector = Collector::start().await;
    page.files.answer(SMALL, crate::answer::Answer::json(&letter(&collector)));
    page.open_clocked(&element("")).await;
    page.until_followed(1).await;
    click_sign(&page).await;
    fill_in(&page).await;
    collector.next(Given::Nothing);
    page.run(SEND).await;
    page.pass(3).await;
    collector.until_posts(1).await;
    page.pass(10).await;
    page.until(&format!("{STATUS}.includes('takes longer than usual')")).await;
    page.pass(25).await;
    until_said(&page, "nobody can say whether you have signed").await;
}

pub async fn without_a_network_nothing_is_sent_and_it_is_said(page: Page) {
    let collector = Collector::start().await;
    filled_in(&page, &collector).await;
    page.run("Object.defineProperty(navigator, 'onLine', { get: () => false, configurable: true })").await;
    page.run(SEND).await;
    until_said(&page, "You are offline").await;
    assert_eq!(collector.posts().len(), 0);
    page.run("Object.defineProperty(navigator, 'onLine', { get: () => true })").await;
    page.run(SEND).await;
    until_code(&page).await;
}

pub async fn a_letter_that_closes_says_so(page: Page) {
    let collector = Collector::start().await;
    filled_in(&page, &collector).await;
    collector.close();
    page.run(SEND).await;
    page.until("part('form').dataset.stage === 'end' && part('form').textContent.includes('Signing was closed')").await;
    assert_eq!(page.number("events('signed').length").await, 0);
    // Who opens the form then learns it at once.
    page.go(&page.host.url("/ad-hoc.html")).await;
    page.until_ready(1).await;
    click_sign(&page).await;
    page.until("part('form').dataset.stage === 'end'").await;
}
