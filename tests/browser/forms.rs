//! Every way of embedding named in the design, each as a page of `tests/pages/`.

use crate::page::Page;
use std::collections::BTreeSet;

const TITLE: &str = "Letter to Government of Canada by Hayren Partners and 21 NGOs";

/// Opens the page, and expects that number of letters on it.
async fn shows(page: &Page, name: &str, letters: u64) {
    page.open(name).await;
    page.until_ready(usize::try_from(letters).unwrap()).await;
    assert_eq!(page.number("document.querySelectorAll('open-letter').length").await, letters);
    for index in 0..letters {
        assert_eq!(page.get(&format!("text(part('title', {index}))")).await, TITLE);
        assert!(page.is(&format!("shown(part('title', {index}))")).await);
    }
    assert_eq!(page.get("recorded.errors").await, serde_json::json!([]));
}

pub async fn one_tag(page: Page) {
    shows(&page, "one-tag", 1).await;
}

pub async fn several_tags_and_elements_on_one_page(page: Page) {
    shows(&page, "several", 3).await;
    let levels = "[0, 1, 2].map(index => root(index).querySelector('h1,h2,h3,h4,h5,h6').localName)";
    assert_eq!(page.get(levels).await, serde_json::json!(["h2", "h3", "h4"]));
}

pub async fn tag_in_the_head_renders_at_the_start_of_the_body_and_warns(page: Page) {
    shows(&page, "in-head", 1).await;
    assert!(page.is("document.body.firstElementChild === letter()").await);
    assert_eq!(page.number("recorded.warnings.length").await, 1);
}

pub async fn element(page: Page) {
    shows(&page, "element", 1).await;
}

pub async fn div_is_taken_up_and_its_content_kept(page: Page) {
    shows(&page, "div", 1).await;
    assert_eq!(page.get("heading().localName").await, "h3");
    assert!(page.is("document.getElementById('fallback').isConnected").await);
    assert!(!page.is("shown(document.getElementById('fallback'))").await);
}

pub async fn deferred(page: Page) {
    shows(&page, "defer", 1).await;
}

pub async fn module(page: Page) {
    shows(&page, "module", 1).await;
}

pub async fn inserted_by_another_script(page: Page) {
    shows(&page, "inserted", 1).await;
}

pub async fn tag_inserted_later(page: Page) {
    page.open("later").await;
    page.until("customElements.get('open-letter')").await;
    assert_eq!(page.number("document.querySelectorAll('open-letter').length").await, 0);
    page.run("document.getElementById('insert').click()").await;
    page.until_ready(1).await;
    assert_eq!(page.text("title").await, TITLE);
    page.quiet().await;
    assert_eq!(page.number("document.querySelectorAll('open-letter').length").await, 1);
}

pub async fn included_twice_it_defines_the_element_once(page: Page) {
    shows(&page, "twice", 1).await;
    page.quiet().await;
    assert_eq!(page.events("ready").await.len(), 1);
    let requests = page.files.requests();
    let wasm: BTreeSet<&str> =
        requests.iter().map(|request| &*request.path).filter(|path| path.contains(".wasm")).collect();
    assert_eq!(wasm.len(), requests.iter().filter(|request| request.path.contains(".wasm")).count(), "{requests:?}");
}
