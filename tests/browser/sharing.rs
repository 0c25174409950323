//! Sharing: through the browser, else by a copy, else by the reader's own hand.

use crate::access::axe;
use crate::answer::Answer;
use crate::origins::Files;
use crate::page::{Page, SMALL};
use serde_json::{Value, json};

/// A browser with these abilities. It records what is shared and copied.
fn browser(share: &str, clipboard: &str) -> String {
    format!(
        "<script>
            window.shared = [];
            window.copied = [];
            const refuse = name => Promise.reject(new DOMException('no', name));
            Object.defineProperty(navigator, 'share', {{ value: {share} }});
            Object.defineProperty(navigator, 'clipboard', {{ value: {clipboard} }});
        </script>"
    )
}

const SHARES: &str = "data => (shared.push(data), Promise.resolve())";
const NOT_ALLOWED: &str = "data => (shared.push(data), refuse('NotAllowedError'))";
const COPIES: &str = "{ writeText: async text => void copied.push(text) }";
const COPIES_NOT: &str = "{ writeText: () => refuse('NotAllowedError') }";

/// The address of the letter at [`SMALL`].
const ADDRESS: &str = "https://example.org/letters/small/";

/// What the reader sees of it.
const SEEN: &str = "(() => {
    const field = part('share').querySelector('input');
    return { status: text(part('share').querySelector('[role=status]')), address: shown(field) ? field.value : null };
})()";

/// The reader has the letter's address before her, to copy it by hand.
fn by_hand(shared: u8) -> Value {
    json!({ "status": "", "address": ADDRESS, "shared": shared, "copied": 0 })
}

/// Shares, and waits for what the reader sees in the end.
async fn share(page: &Page, browser: &str, seen: Value) {
    let letter = format!("<open-letter src=\"{{files}}{SMALL}\" show=\"share\"></open-letter>");
    page.open_body(&[browser, &letter].concat()).await;
    page.until_ready(1).await;
    page.run("part('share').querySelector('button').click()").await;
    let now = format!("({{ ...{SEEN}, shared: shared.length, copied: copied.length }})");
    page.until_equal(&now, &seen).await;
    page.quiet().await;
    assert_eq!(page.get(&now).await, seen);
}

pub async fn the_browsers_own_way_is_enough(page: Page) {
    let shared = json!({ "status": "", "address": null, "shared": 1, "copied": 0 });
    share(&page, &browser(SHARES, COPIES), shared.clone()).await;
    // The reader thought better of it.
    share(&page, &browser("data => (shared.push(data), refuse('AbortError'))", COPIES), shared).await;
}

pub async fn where_sharing_is_refused_the_link_is_copied(page: Page) {
    let copied = |shared: u8| json!({ "status": "Link copied", "address": null, "shared": shared, "copied": 1 });
    for refusing in [
        NOT_ALLOWED,
        "() => { shared.push(0); throw new TypeError('no'); }",
        "() => (shared.push(0), refuse('DataError'))",
    ] {
        share(&page, &browser(refusing, COPIES), copied(1)).await;
    }
    share(&page, &browser("undefined", COPIES), copied(0)).await;
}

pub async fn where_copying_is_refused_too_the_address_can_be_copied_by_hand(page: Page) {
    for (sharing, clipboard, shared) in [
        (NOT_ALLOWED, COPIES_NOT, 1),
        ("undefined", COPIES_NOT, 0),
        // Plain http.
        ("undefined", "undefined", 0),
        ("undefined", "{}", 0),
        ("undefined", "{ writeText() { throw new TypeError('no'); } }", 0),
    ] {
        share(&page, &browser(sharing, clipboard), by_hand(shared)).await;
        assert_eq!(page.get("letter().letter.url").await, ADDRESS);
        let field = "(field => [field === focused(), field.readOnly, field.labels[0].textContent,
            field.selectionStart, field.selectionEnd - field.value.length])(part('share').querySelector('input'))";
        assert_eq!(page.get(field).await, json!([true, true, "Copy this address:", 0, 0]));
    }
    // Again, now that copying works: the reader need not copy by hand any more.
    page.run(&format!("Object.assign(navigator.clipboard, {COPIES}); part('share').querySelector('button').click()"))
        .await;
    page.until(&format!("({SEEN}).status === 'Link copied'")).await;
    assert_eq!(page.get(&format!("({SEEN}).address")).await, Value::Null);
    assert_eq!(page.get("recorded.errors").await, json!([]));
}

pub async fn its_words_are_the_letters(page: Page) {
    let mut letter = crate::page::small_letter();
    letter["lang"] = json!("ar");
    letter["translations"] = json!([]);
    page.files.answer(SMALL, Answer::json(&letter));
    let letter = format!("<div lang=\"ar\"><open-letter src=\"{{files}}{SMALL}\" show=\"share\"></open-letter></div>");
    page.open_body(&[&browser("undefined", "undefined"), letter.as_str()].concat()).await;
    page.until_ready(1).await;
    page.run("part('share').querySelector('button').click()").await;
    page.until("shown(part('share').querySelector('input'))").await;
    let label = page.get("text(part('share').querySelector('label'))").await;
    assert_eq!(label, "يُرجى نسخ هذا العنوان:");
    assert!(page.is("getComputedStyle(part('share').querySelector('input')).direction === 'ltr'").await);
}

/// A frame of another origin may neither share nor copy, unless its host allows it.
pub async fn in_a_frame_something_happens_whatever_its_host_allows(page: Page) {
    page.open_bare("<iframe src=\"{files}/embed.html?letter=letters/small.json\" title=\"A letter\" width=\"600\" height=\"600\"></iframe>").await;
    page.until_inside("!!part('share')").await;
    page.inside("part('share').querySelector('button').click()").await;
    page.until_inside(&format!("(({{ status, address }}) => !!(status || address))({SEEN})")).await;
}

pub async fn without_the_part_that_shares_there_is_the_address(page: Page) {
    for path in Files::part("share") {
        page.files.answer(&path, Answer::status(404));
    }
    share(&page, &browser(SHARES, COPIES), by_hand(0)).await;
    assert_eq!(page.get("letter().letter.url").await, ADDRESS);
}

pub async fn the_address_can_be_used_by_everybody(page: Page) {
    axe::serve(&page);
    let head = [axe::TAG, &browser("undefined", "undefined")].concat();
    let letter = format!("{head}<main><h1>A host</h1><open-letter src=\"{{files}}{SMALL}\"></open-letter></main>");
    for width in [1280, 320] {
        page.open_body(&format!("<div style=\"inline-size: {width}px\">{letter}</div>")).await;
        page.until_ready(1).await;
        page.run("part('share').querySelector('button').click()").await;
        page.until("shown(part('share').querySelector('input'))").await;
        assert_eq!(axe::found(&page).await, [] as [String; 0]);
        let fits = "part('share').scrollWidth <= part('share').clientWidth && part('share').querySelector('input').clientHeight >= 40";
        assert!(page.is(fits).await, "{width}");
    }
}
