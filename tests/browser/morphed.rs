//! Pages that are morphed into their server's HTML, copied with everything on them, or that run scripts in copies: a
//! tag has one letter while it is on the page.

use crate::answer::Answer;
use crate::origins::with_recorder;
use crate::packages::packages;
use crate::page::{Page, SMALL};
use serde_json::json;

const LETTERS: &str = "document.querySelectorAll('open-letter').length";

/// The server's content of `main`.
fn content(page: &Page, version: u32) -> String {
    let content = format!(
        "<h1>Host</h1><script async src=\"{{files}}/open-letter.js\" data-letter=\"{{files}}{SMALL}\"></script>\
         <p id=\"version\">{version}</p>\
         <div data-open-letter=\"{{files}}{SMALL}\" data-heading-level=\"3\"><b id=\"ours\">Ours, {version}</b></div>\
         <ul><li data-open-letter=\"{{files}}{SMALL}\" data-heading-level=\"4\"><i>Item {version}</i></li></ul>\
         <open-letter src=\"{{files}}{SMALL}\" heading-level=\"5\"></open-letter><p>End</p>"
    );
    content.replace("{files}", &page.files.site())
}

/// Opens a page with these scripts from npm, morphs it several times, and expects all letters each time.
async fn survives(page: &Page, scripts: &[&str], head: &str, morph: impl Fn(&str) -> String) {
    let mut includes = String::new();
    for (index, script) in scripts.iter().enumerate() {
        let text = std::fs::read_to_string(packages().join(script)).unwrap();
        let path = format!("/library-{index}.js");
        includes.extend(["<script defer src=\"", &path, "\"></script>"]);
        page.host.answer(&path, Answer::text("text/javascript; charset=utf-8", &text));
    }
    let serve = |version| {
        let html = format!(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Host</title>{head}{includes}</head>\
             <body><main>{}</main></body></html>",
            content(page, version)
        );
        let html = with_recorder(&html, &page.files.site());
        page.host.answer("/morphed.html", Answer::text("text/html; charset=utf-8", &html));
    };
    serve(0);
    page.go(&page.host.url("/morphed.html")).await;
    page.until_ready(4).await;
    for version in 1..4 {
        serve(version);
        let html = content(page, version).replace("</script>", "<\\/script>").replace('\'', "\\'");
        // In a task of its own: otherwise WebKit runs microtasks in between.
        page.run(&format!("setTimeout(() => {{ {} }})", morph(&html))).await;
        page.until(&format!("document.getElementById('version').textContent === '{version}'")).await;
        page.until("[0, 1, 2, 3].every(index => shown(part('title', index)))").await;
        page.quiet().await;
        assert_eq!(page.number(LETTERS).await, 4);
        let levels = "[...document.querySelectorAll('open-letter')].map(letter => letter.headingLevel).sort()";
        assert_eq!(page.get(levels).await, json!([2, 3, 4, 5]));
        // The host's content in its div is the host's, and new.
        assert_eq!(
            page.get("text(document.querySelector('div[data-open-letter] > #ours'))").await,
            format!("Ours, {version}")
        );
        let both = "[...document.querySelectorAll('#ours, i')].filter(shown).map(node => node.parentNode.outerHTML)";
        assert_eq!(page.get(both).await, json!([]));
    }
    assert_eq!(page.get("[...recorded.errors, ...recorded.warnings]").await, json!([]));
}

pub async fn by_idiomorph(page: Page) {
    survives(&page, &["idiomorph/dist/idiomorph.min.js"], "", |html| {
        format!("Idiomorph.morph(document.querySelector('main'), '{html}', {{ morphStyle: 'innerHTML' }})")
    })
    .await;
}

pub async fn by_morphdom(page: Page) {
    survives(&page, &["morphdom/dist/morphdom-umd.min.js"], "", |html| {
        format!("morphdom(document.querySelector('main'), '<main>{html}</main>')")
    })
    .await;
}

/// As Livewire does.
pub async fn by_alpine(page: Page) {
    survives(&page, &["@alpinejs/morph/dist/cdn.min.js", "alpinejs/dist/cdn.min.js"], "", |html| {
        format!("Alpine.morph(document.querySelector('main'), '<main>{html}</main>')")
    })
    .await;
}

pub async fn by_a_refresh_of_turbo(page: Page) {
    let head = "<meta name=\"turbo-refresh-method\" content=\"morph\">";
    survives(&page, &["@hotwired/turbo/dist/turbo.es2017-umd.js"], head, |_| {
        "Turbo.session.refresh(location.href)".to_string()
    })
    .await;
}

/// If the page removes its letter each time, it does not hang, and the letter comes back in the end.
pub async fn a_page_that_takes_each_letter_away_lives_on(page: Page) {
    page.open_body(&format!(
        "<main><script data-letter=\"{{files}}{SMALL}\"></script></main>
         <script>
           window.taken = 0;
           const fight = () => {{
             for (const letter of document.querySelectorAll('open-letter')) {{ letter.remove(); window.taken++; }}
           }};
           window.fighter = new MutationObserver(fight);
           window.begin = () => {{
             fight();
             window.fighter.observe(document, {{ childList: true, subtree: true }});
           }};
         </script>"
    ))
    .await;
    page.until_ready(1).await;
    page.run("setTimeout(window.begin)").await;
    page.until("window.taken >= 3").await;
    assert!(page.number("window.taken").await < 6);
    page.run("window.fighter.disconnect()").await;
    page.until("shown(part('title'))").await;
}

/// Copies the page's `main` several times, each time from the last copy.
async fn copies_do_not_multiply(page: &Page, letters: u64) {
    for _ in 0..3 {
        page.run("const main = document.querySelector('main'); main.replaceWith(main.cloneNode(true))").await;
        page.until("[...document.querySelectorAll('open-letter')].every((_, index) => shown(part('title', index)))")
            .await;
        page.quiet().await;
        assert_eq!(page.number(LETTERS).await, letters);
    }
}

pub async fn copies_of_a_mended_tag_do_not_multiply(page: Page) {
    let letter = format!("\u{201d}{{files}}{SMALL}?a=1&amp;amp;b=2\u{201d}");
    page.open_body(&format!(
        "<main><script data-letter=\"{letter}\"></script><div data-open-letter=\"{letter}\"><b>Ours</b></div></main>"
    ))
    .await;
    page.until_ready(2).await;
    copies_do_not_multiply(&page, 2).await;
    // The copies of the letters have the repaired address, and cause no new warning.
    assert_eq!(page.number("recorded.warnings.length").await, 2);
}

pub async fn copies_keep_what_the_host_has_set_on_a_letter(page: Page) {
    page.open_body(&format!("<main><script data-letter=\"{{files}}{SMALL}\"></script></main>")).await;
    page.until_ready(1).await;
    page.run("letter().theme = 'dark'").await;
    copies_do_not_multiply(&page, 1).await;
    assert_eq!(page.get("letter().theme").await, "dark");
}

pub async fn a_saved_letter_follows_its_tag(page: Page) {
    page.open_body(&format!("<main><script data-letter=\"{{files}}{SMALL}\"></script></main>")).await;
    page.until_ready(1).await;
    page.run(
        "window.saved = document.querySelector('main').outerHTML
            .replace('data-letter', 'data-heading-level=\"4\" data-letter');
        document.querySelector('main').remove();
        const copy = document.createRange().createContextualFragment(saved);
        document.body.append(copy);",
    )
    .await;
    page.until("heading()?.localName === 'h4'").await;
    copies_do_not_multiply(&page, 1).await;
}

/// Two tags, one inserted between the other and its letter.
pub async fn a_tag_does_not_take_the_letter_of_another(page: Page) {
    page.open_body(&format!("<main><script id=\"first\" data-letter=\"{{files}}{SMALL}\"></script></main>")).await;
    page.until_ready(1).await;
    page.run(
        "const first = document.getElementById('first');
        const second = document.createElement('script');
        second.dataset.letter = first.dataset.letter;
        second.dataset.headingLevel = 5;
        first.after(second);",
    )
    .await;
    page.until(&format!("{LETTERS} === 2 && [0, 1].every(index => shown(part('title', index)))")).await;
    let levels = "[...document.querySelectorAll('open-letter')].map(letter => letter.headingLevel).sort()";
    assert_eq!(page.get(levels).await, json!([2, 5]));
}

/// HTML's list of types that a browser runs, and similar ones that it does not run.
pub async fn scripts_that_no_browser_runs_show_nothing(page: Page) {
    let runs = [
        "type=\"\"",
        "type=\"module\"",
        "type=\" Text/JavaScript \"",
        "type=\"text/x-ecmascript\"",
        "type=\"text/javascript1.5\"",
        "type=\"text/jscript\"",
        "type=\"application/x-javascript\"",
        "language=\"JavaScript\"",
        "language=\"\"",
    ];
    let held = [
        "type=\"0a1b2c-text/javascript\"",
        "type=\"litespeed/javascript\"",
        "type=\"text/plain\"",
        "type=\"text/javascript; charset=utf-8\"",
        "type=\"text/javascript2\"",
        "type=\"application/json\"",
        "type=\"true/text/javascript\"",
        "type=\"text/blocked\"",
        "language=\"VBScript\"",
        "nomodule",
    ];
    let tag = |more: &&str| format!("<script {more} data-letter=\"{{files}}{SMALL}\"></script>");
    let tags: String = runs.iter().chain(&held).map(tag).collect();
    page.open_body(&tags).await;
    page.until_ready(runs.len()).await;
    page.quiet().await;
    assert_eq!(page.number(LETTERS).await, runs.len() as u64);
    page.run(&format!("window.runs = {}", json!(runs))).await;
    let beside = "[...document.querySelectorAll('script[data-letter]')].every((tag, index) =>
        (tag.nextElementSibling?.localName === 'open-letter') === (index < runs.length))";
    assert!(page.is(beside).await);
}

/// An optimiser runs a copy of the tag, and leaves the blocked one in place.
pub async fn a_tag_that_runs_as_a_copy_shows_once(page: Page) {
    let held = format!(
        "<script src=\"{{files}}/open-letter.js\" data-letter=\"{{files}}{SMALL}\" type=\"0a1b2c-text/javascript\"></script>"
    );
    page.open_bare(&held).await;
    page.run(
        "const held = document.querySelector('[data-letter]');
        const copy = document.createElement('script');
        for (const { name, value } of held.attributes) if (name !== 'type') copy.setAttribute(name, value);
        held.before(copy);",
    )
    .await;
    page.until_ready(1).await;
    page.quiet().await;
    assert_eq!(page.number(LETTERS).await, 1);
}

/// `tests/pages/morphed.html`, a page for people.
pub async fn a_page_that_is_morphed(page: Page) {
    page.open("morphed").await;
    page.until_ready(2).await;
    for times in 1..3 {
        page.run("document.getElementById('go').click()").await;
        page.until(&format!("document.getElementById('times').textContent === '{times}'")).await;
        page.until(&format!("{LETTERS} === 2 && [0, 1].every(index => shown(part('title', index)))")).await;
    }
    assert_eq!(page.get("recorded.errors").await, json!([]));
}
