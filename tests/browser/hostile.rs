//! Malicious letters: text stays text.

use crate::page::Page;
use serde_json::json;

async fn open(page: &Page, letter: &str) {
    page.open_body(&format!("<open-letter src=\"{{files}}/letters/hostile/{letter}.json\"></open-letter>")).await;
    page.until_ready(1).await;
}

pub async fn markup_in_any_text_is_shown_and_nothing_runs(page: Page) {
    open(&page, "markup").await;
    page.quiet().await;
    assert_eq!(page.get("window.pwned ?? null").await, json!(null));
    assert_eq!(page.number("root().querySelectorAll('script, img, iframe, svg [onload]').length").await, 0);
    assert_eq!(page.text("title").await, "<script>window.pwned = 'title'</script>");
    for (part, text) in [
        ("paragraph", "<img src=x onerror=\"window.pwned = 'paragraph'\">"),
        ("signatory", "<img src=x onerror=\"window.pwned = 'name'\">"),
        ("addressee", "<iframe srcdoc=\"<script>parent.pwned = 'addressee'</script>\"></iframe>"),
        ("salutation", "<script>window.pwned = 'salutation'</script>"),
        ("closing", "<svg onload=\"window.pwned = 'closing'\"></svg>"),
    ] {
        let texts = page.texts(part).await.join("\n");
        assert!(texts.contains(text), "the {part} says {texts:?}");
    }
}

pub async fn links_that_run_scripts_are_dropped_and_their_text_stays(page: Page) {
    open(&page, "markup").await;
    let others = "[...root().querySelectorAll('[href], [src], [action]')]
        .map(node => node.getAttribute('href') ?? node.getAttribute('src') ?? node.getAttribute('action'))
        .filter(url => !/^(https?:|mailto:|#)/.test(url))";
    assert_eq!(page.get(others).await, json!([]));
    let body = page.text("body").await;
    for text in ["plain javascript", "mixed case", "data page", "broken by a tab"] {
        assert!(body.contains(text), "the body lacks {text:?}: {body}");
    }
    assert!(page.is("[...root().querySelectorAll('a')].some(a => a.href === 'https://example.org/good')").await);
}

pub async fn a_signatory_without_name_is_left_out(page: Page) {
    open(&page, "nameless").await;
    let roll = page.texts("signatory").await;
    assert_eq!(roll.len(), 2, "{roll:?}");
    assert!(roll[0].contains("Ani Ararat") && roll[1].contains("Zabel Zeytun"), "{roll:?}");
}

/// Each letter of `tests/letters/hostile/`: it is shown, and stays within its column and its element.
pub async fn no_letter_widens_the_page_or_reaches_out_of_its_element(page: Page) {
    for letter in ["markup", "nameless", "directions", "names-of-objects", "extremes", "wrong-kinds"] {
        open(&page, letter).await;
        page.quiet().await;
        assert!(page.is("shown(part('title'))").await, "{letter}");
        let width = page.number("document.documentElement.scrollWidth").await;
        assert!(width <= page.number("innerWidth").await, "{letter} is {width} wide");
        assert_eq!(
            page.get("[window.pwned ?? null, {}.polluted ?? null, recorded.errors]").await,
            json!([null, null, []])
        );
    }
}
