//! Built-ins that the page has replaced: by consent managers, monitors, old libraries.

use crate::page::{COUNT, Page, SMALL};
use serde_json::json;

/// Opens a page with the letter; the page's own script first runs `code`, with the browser's `fetch` as `own`.
async fn open(page: &Page, code: &str) {
    let script = format!("<script>{{ const own = window.fetch; {code} }}</script>");
    page.open_body(&format!("{script}<open-letter src=\"{{files}}{SMALL}\"></open-letter>")).await;
}

/// A wrapper of `fetch`.
fn wrapped(body: &str) -> String {
    format!("window.fetch = function (address, options) {{ {body} }};")
}

pub async fn fetch_is_called_with_an_address_and_options(page: Page) {
    for body in [
        "if (address.substr(0, 4) !== 'http') return own(address, options); return own.call(window, address, options);",
        "return own(String(address), options);",
        "const copy = { ...options }; copy.headers = { ...copy.headers }; return own(address.replace('#', '#'), copy);",
        "return own.apply(this, arguments);",
    ] {
        open(&page, &wrapped(&format!("window.calls = (window.calls ?? 0) + 1; {body}"))).await;
        page.until_ready(1).await;
        page.until_served("the letter is followed", |files| files.count(COUNT) > 0).await;
        assert!(page.number("window.calls").await >= 2);
        assert_eq!(page.get("recorded.errors").await, json!([]), "{body}");
    }
}

pub async fn whatever_fetch_does_it_is_network_and_the_engine_lives_on(page: Page) {
    for body in [
        "throw new TypeError('u.substr is not a function');",
        "return Promise.reject(new Error('blocked'));",
        "return Promise.reject();",
        "return undefined;",
        "return null;",
        "return 'blocked';",
        "return {};",
        "return Promise.resolve({ ok: true, status: 'fine' });",
        "return own(address, options).then(answer => { answer.body.getReader(); return answer; });",
        "return { then() { throw new Error('no promise'); } };",
        "return new Proxy({}, { get() { throw new Error('not yours'); } });",
    ] {
        // The widget's own files load.
        let body = format!(
            "if (window.broken !== false && String(address).endsWith('.json')) {{ {body} }} return own(address, options);"
        );
        open(&page, &wrapped(&body)).await;
        assert_eq!(page.error().await["code"], "network", "{body}");
        page.until("shown(part('notice')?.querySelector('button'))").await;
        page.run("window.broken = false; part('notice').querySelector('button').click()").await;
        page.until_ready(1).await;
        assert_eq!(page.text("title").await, "A short letter");
        assert_eq!(page.get("recorded.errors").await, json!([]), "{body}");
    }
}

/// The count's stream also uses `fetch`, and otherwise objects that the page may have changed meanwhile.
pub async fn built_ins_that_go_while_a_letter_is_read_do_not_end_the_engine(page: Page) {
    open(&page, "").await;
    page.until_ready(1).await;
    page.until_served("the letter is followed", |files| files.count(COUNT) > 0).await;
    page.run(
        "const bad = () => { throw new Error('not yours'); };
        window.CSS = {}; window.Response = {}; window.URL = bad; window.AbortController = bad; window.TextDecoder = bad;
        window.IntersectionObserver = bad; window.EventSource = bad; console.warn = bad; performance.now = bad;",
    )
    .await;
    page.run("letter().update().then(() => (window.updated = true))").await;
    page.until("window.updated").await;
    page.run("letter().lang = 'fr'; letter().theme = 'dark'; letter().refresh = 'never'").await;
    page.quiet().await;
    assert_eq!(page.get("events('error').filter(({ detail }) => detail.code === 'engine').length").await, json!(0));
    // Some browsers know `URL` by an older name too, and so find the translation.
    let title = page.text("title").await;
    assert!(["A short letter", "Une courte lettre"].contains(&title.as_str()), "{title}");
}
