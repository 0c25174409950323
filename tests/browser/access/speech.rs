//! What screen readers speak without being asked (WCAG 2.2, 4.1.3): rarely, whole, and each thing once.

use super::keys::type_text;
use super::state::{self, PLAIN, State};
use crate::page::{Page, SMALL};
use serde_json::{Value, json};

/// Makes `spoken` collect what a live region says from now on.
async fn listen(page: &Page, region: &str) {
    page.run(&format!(
        "const region = root().querySelector('{region}');
        window.spoken = [];
        new MutationObserver(() => text(region) && spoken.push(text(region)))
            .observe(region, {{ childList: true, characterData: true, subtree: true }});"
    ))
    .await;
}

pub async fn a_copied_link_is_reported_each_time(page: Page) {
    let copies = "<script>
        Object.defineProperty(navigator, 'share', { value: undefined });
        Object.defineProperty(navigator, 'clipboard', { value: { writeText: async () => {} } });
    </script>";
    let letter = format!("<open-letter src=\"{{files}}{SMALL}\" show=share></open-letter>");
    page.open_body(&(copies.to_string() + &letter)).await;
    page.until_ready(1).await;
    assert_eq!(page.get("text(root().querySelector('[role=status]'))").await, "");
    listen(&page, "[role=status]").await;
    for times in 1..=2 {
        page.run("part('share').querySelector('button').click()").await;
        page.until(&format!("spoken.length === {times}")).await;
    }
    assert_eq!(page.get("spoken").await, json!(["Link copied", "Link copied"]));
}

pub async fn a_search_announces_what_it_has_found_and_nothing_on_the_way(page: Page) {
    state::open(&page, State::Long, &[PLAIN]).await;
    assert_eq!(page.get("text(root().querySelector('.status-text'))").await, "");
    listen(&page, ".status-text").await;
    page.run("part('find').focus()").await;
    type_text(&page, "mariaq").await;
    page.until("spoken.at(-1)?.startsWith('No such name')").await;
    let spoken = page.get("spoken").await;
    let spoken: Vec<&str> = spoken.as_array().unwrap().iter().filter_map(Value::as_str).collect();
    let whole = |text: &&str| ["found", "show more.", "part of the name."].iter().any(|end| text.ends_with(end));
    assert!(spoken.iter().all(whole), "{spoken:?}");
    assert!(spoken.len() <= "mariaq".len() && spoken.windows(2).all(|two| two[0] != two[1]), "{spoken:?}");
}
