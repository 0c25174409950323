//! The page for partners, as published, under its own policy.

use crate::page::Page;
use serde_json::json;

const PAGE: &str = "/letters/night-bus-2026/partners/";

async fn choose(page: &Page, name: &str, value: &str) {
    page.run(&format!(
        "const field = document.getElementById('choose').elements['{name}'];
         field.value = '{value}';
         field.dispatchEvent(new Event('input', {{ bubbles: true }}));"
    ))
    .await;
}

async fn code(page: &Page) -> String {
    page.get("document.getElementById('code').value").await.as_str().unwrap().to_string()
}

pub async fn what_is_chosen_is_in_the_code_and_in_the_preview(page: Page) {
    page.go(&page.files.url(PAGE)).await;
    page.until("!document.getElementById('choose').hidden && document.getElementById('list').hidden").await;
    page.until("part('title')").await;
    assert!(code(&page).await.starts_with("<div data-open-letter=\""));
    assert!(page.text("title").await.len() > 5);

    choose(&page, "host", "svelte").await;
    choose(&page, "show", "count sign").await;
    choose(&page, "theme", "dark").await;
    choose(&page, "look", "paper").await;
    choose(&page, "partner", "choir").await;
    let chosen = code(&page).await;
    assert!(chosen.starts_with("<div data-open-letter=\""), "{chosen}");
    for given in
        [" data-show=\"count sign\"", " data-theme=\"dark\"", " data-look=\"paper\"", " data-partner=\"choir\""]
    {
        assert_eq!(chosen.matches(given).count(), 1, "{given} in {chosen}");
    }
    page.until("part('count') && !part('title') && letter().theme === 'dark' && letter().partner === 'choir'").await;

    choose(&page, "host", "react").await;
    let jsx = code(&page).await;
    assert!(jsx.starts_with("<><div data-open-letter=\"") && jsx.contains(" data-show=\"count sign\""), "{jsx}");
    assert!(page.get("document.getElementById('trap').textContent").await.as_str().unwrap().contains("React moves"));
    assert!(!page.is("shown(document.getElementById('apart-code'))").await);

    choose(&page, "host", "nuxt").await;
    let div = code(&page).await;
    assert!(div.starts_with("<div data-open-letter=\"") && !div.contains("<script"), "{div}");
    assert!(page.is("shown(document.getElementById('apart-code'))").await);
    let apart = page.get("document.getElementById('apart-code').value").await;
    assert!(apart.as_str().unwrap().starts_with("app: { head: { script: [{ src: "), "{apart}");

    choose(&page, "host", "wix").await;
    let frame = code(&page).await;
    assert!(frame.starts_with("<iframe ") && frame.contains("&amp;show=count%20sign&amp;"), "{frame}");
    choose(&page, "partner", "\"><script>").await;
    assert!(!code(&page).await.contains("script"), "what is no id is left out");

    choose(&page, "host", "wordpress").await;
    choose(&page, "show", "").await;
    choose(&page, "lang", "fr").await;
    let french = code(&page).await;
    assert!(french.starts_with("<div data-open-letter=\"") && french.contains(" data-lang=\"fr\""), "{french}");
    page.until("letter().lang === 'fr' && root().querySelector('[lang=fr]')").await;
    assert_eq!(page.get("document.querySelectorAll('open-letter').length").await, json!(1));
}

pub async fn colours_are_a_rule_and_seen_in_the_preview(page: Page) {
    page.go(&page.files.url(PAGE)).await;
    page.until("part('title')").await;
    page.run(
        "const box = document.querySelector('[name=own]');
         box.checked = true;
         document.getElementById('choose').elements[box.value].value = '#00ff00';
         box.dispatchEvent(new Event('input', { bubbles: true }));",
    )
    .await;
    let rule = page.get("document.getElementById('css').value").await;
    assert_eq!(rule, "open-letter {\n  --open-letter-accent: #00ff00;\n}");
    assert_eq!(page.get("letter().style.getPropertyValue('--open-letter-accent')").await, "#00ff00");
    assert!(page.is("shown(document.getElementById('css'))").await);
}

/// A frame that `WordPress` has made of an address: nothing but scripts is allowed there, and it hears only messages with
/// its secret.
pub async fn a_frame_of_wordpress_says_its_height_and_asks_to_open_links(page: Page) {
    page.open_bare(
        "<script>window.said = []; addEventListener('message', ({ data }) => said.push(data));</script>\
         <iframe sandbox=\"allow-scripts\" width=\"600\" height=\"400\" data-secret=\"s3cret\" \
         src=\"{files}/embed.html?letter=letters/canada-artsakh-2023/letter.json#?secret=s3cret\"></iframe>",
    )
    .await;
    page.until(
        "said.some(({ message, value, secret }) => message === 'height' && value > 1000 && secret === 's3cret')",
    )
    .await;
    page.run("said.length = 0; frames[0].postMessage({ message: 'ready', secret: 's3cret' }, '*')").await;
    page.until("said.some(({ message }) => message === 'height')").await;
    let click = "(() => {
        const link = Object.assign(document.createElement('a'), { href: new URL('letters/', location.href), textContent: 'a' });
        document.body.append(link);
        link.click();
        return true;
    })()";
    page.until_inside(click).await;
    page.until("said.some(({ message, value, secret }) => message === 'link' && value.endsWith('/letters/') && secret === 's3cret')")
        .await;
}

pub async fn the_page_that_signs_takes_a_partner_from_its_address_and_nothing_else(page: Page) {
    let sent = "[...new FormData(document.querySelector('form')).entries()].filter(([name]) => name === 'partner')";
    for (query, expected) in [
        ("", json!([])),
        ("?partner=river-watch-2", json!([["partner", "river-watch-2"]])),
        ("?x=1&partner=choir#a", json!([["partner", "choir"]])),
        ("?partner=", json!([])),
        ("?partner=%22%3E%3Cscript%3E", json!([])),
        ("?partner=Choir%20and%20Orchestra", json!([])),
        ("?name=Kim&email=kim@example.org&consent=1&kind=organisation&lang=xx", json!([])),
    ] {
        page.go(&page.files.url(&format!("/letters/night-bus-2026/sign/{query}"))).await;
        page.until("document.readyState === 'complete'").await;
        assert_eq!(page.get(sent).await, expected, "{query}");
        let rest = "[...new FormData(document.querySelector('form')).entries()].filter(([name, value]) => name !== 'partner' && value)";
        assert_eq!(page.get(rest).await, json!([["kind", "person"], ["lang", "en"]]), "{query}");
    }
}
