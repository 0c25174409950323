//! Readers are not tracked: what the widget's hosts learn of them, and what it stores.

use crate::answer::Answer;
use crate::origins::Files;
use crate::page::{COUNT, OTHER, Page, SMALL};
use serde_json::json;
use std::collections::BTreeSet;

/// A host whose referrer policy sends every address, and which has a cookie.
const LAX: &str = "<meta name=\"referrer\" content=\"unsafe-url\"><script>document.cookie = 'reader=42'</script>";

async fn open(page: &Page, body: &str) {
    page.open_bare(&format!("{LAX}<script async src=\"{{files}}/open-letter.js\"></script>{body}")).await;
}

fn element(letter: &str, more: &str) -> String {
    format!("<open-letter src=\"{{files}}{letter}\" {more}></open-letter>")
}

pub async fn no_request_reveals_more_than_the_origin_of_the_page(page: Page) {
    let mut letter: serde_json::Value = serde_json::from_str(&Files::text(SMALL)).unwrap();
    letter["signatories"][0]["logo"] = page.files.url("/logo.svg").into();
    page.files.answer("/letters/logos.json", Answer::json(&letter));
    open(&page, &element("/letters/logos.json", "")).await;
    page.until_ready(1).await;
    page.run("root().querySelector('img').scrollIntoView()").await;
    page.until_served("the count and the logo are asked for", |files| {
        files.count(COUNT) == 1 && files.count("/logo.svg") == 1
    })
    .await;
    // The tag that loads the loader, and the recorder's tag, are the page's own.
    let requests = page.files.requests().into_iter().filter(|request| request.path != "/open-letter.js");
    for request in requests {
        let referrer = request.referrer.as_deref().unwrap_or_default();
        assert!(!referrer.contains("ad-hoc"), "{} received {referrer}", request.path);
        // A logo is an image like any other on the page.
        assert!(request.cookie.is_none() || request.path == "/logo.svg", "{} got a cookie", request.path);
    }
}

pub async fn links_tell_no_more_than_the_origin_of_the_page(page: Page) {
    open(&page, &element(SMALL, "")).await;
    page.until_ready(1).await;
    let policies = page.get("[...root().querySelectorAll('a')].map(a => a.referrerPolicy)").await;
    let policies: BTreeSet<_> = policies.as_array().unwrap().iter().filter_map(|policy| policy.as_str()).collect();
    assert_eq!(policies, BTreeSet::from(["strict-origin-when-cross-origin"]));
}

pub async fn nothing_is_stored(page: Page) {
    open(&page, &element(SMALL, "")).await;
    page.until_ready(1).await;
    page.until_served("the count is asked for", |files| files.count(COUNT) == 1).await;
    page.run(
        "window.stored = null;
        (async () => {
            const databases = await indexedDB.databases();
            // Caches and workers need a secure context; in some browsers, 127.0.0.1 is not one.
            const caches = await window.caches?.keys().catch(() => []) ?? [];
            const workers = await navigator.serviceWorker?.getRegistrations().catch(() => []) ?? [];
            window.stored = [document.cookie, localStorage.length, sessionStorage.length, databases.length,
                caches.length, workers.length];
        })();",
    )
    .await;
    page.until("window.stored").await;
    assert_eq!(page.get("window.stored").await, json!(["reader=42", 0, 0, 0, 0, 0]));
}

pub async fn nobody_is_asked_but_who_is_named(page: Page) {
    open(&page, &[element(SMALL, ""), element(OTHER, "")].concat()).await;
    page.until_ready(2).await;
    page.until_served("the count is asked for", |files| files.count(COUNT) == 1).await;
    page.quiet().await;
    let origins = "[...new Set(performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin))]
        .filter(origin => origin !== location.origin)";
    assert_eq!(page.get(origins).await, json!([page.files.origin()]));
}

pub async fn the_partner_is_named_where_the_host_page_gave_one(page: Page) {
    open(&page, &[element(SMALL, ""), element(SMALL, "partner=\"acme\"")].concat()).await;
    page.until_ready(2).await;
    let links = "[0, 1].map(index => part('sign', index).href)";
    assert_eq!(page.get(links).await, json!(["https://example.org/sign", "https://example.org/sign?partner=acme"]));
}
