//! Strict security policies of the host.

use crate::page::{Page, SMALL};
use serde_json::json;

const STRICT: &str = "default-src 'none'; script-src {origin} 'wasm-unsafe-eval'; connect-src {origin}; \
    require-trusted-types-for 'script'; trusted-types 'none'";

async fn open(page: &Page, policy: &str) {
    let body = format!("<open-letter src=\"{{files}}{SMALL}\"><b id=\"fallback\">Our letter</b></open-letter>");
    page.open_guarded(&body, Some(policy)).await;
}

pub async fn the_strictest_policy_is_kept(page: Page) {
    open(&page, STRICT).await;
    page.until_ready(1).await;
    assert_eq!(page.text("title").await, "A short letter");
    assert_eq!(page.number("parts('signatory').length").await, 3);
    assert_eq!(page.get("recorded.violations").await, json!([]));
}

pub async fn styles_apply_under_it(page: Page) {
    open(&page, STRICT).await;
    page.until_ready(1).await;
    assert!(page.is("root().adoptedStyleSheets.length > 0").await);
    // A custom element without styles is inline.
    assert_ne!(page.get("getComputedStyle(letter()).display").await, "inline");
    assert_eq!(page.number("root().querySelectorAll('[style], style').length").await, 0);
}

/// The policy is in the page itself, as a `meta` element.
pub async fn one_tag_on_a_guarded_page(page: Page) {
    page.open("policy").await;
    page.until_ready(1).await;
    assert_eq!(page.number("parts('signatory').length").await, 22);
    assert_eq!(page.get("recorded.violations").await, json!([]));
}

pub async fn without_webassembly_the_fallback_stays_and_the_console_names_the_policy(page: Page) {
    open(&page, "default-src 'none'; script-src {origin}; connect-src {origin}").await;
    let printed = "[...recorded.warnings, ...recorded.errors].filter(line => line.startsWith('open-letter'))";
    page.until(&format!("events('ready').length || {printed}.length")).await;
    if page.is("shown(part('title'))").await {
        // Older releases of WebKitGTK run WebAssembly nevertheless.
        return;
    }
    page.quiet().await;
    assert!(page.is("shown(document.getElementById('fallback')) && !part('title')").await);
    let lines = page.get(printed).await;
    assert_eq!(lines.as_array().map(Vec::len), Some(1), "{lines}");
    assert!(lines[0].as_str().is_some_and(|line| line.contains("'wasm-unsafe-eval'")), "{lines}");
}
