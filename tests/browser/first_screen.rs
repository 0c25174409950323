//! What readers see first, what is folded, and what stays in view.

use crate::chromium;
use crate::first_view::module;
use crate::page::{CANADA, Page};
use crate::published;
use serde_json::json;

/// The page of the real letter.
fn own_page() -> String {
    CANADA.replace("letter.json", "")
}

/// The real letter in a column as wide as a phone.
fn on_a_phone() -> String {
    format!("<div style=\"inline-size: 324px\"><open-letter src=\"{{files}}{CANADA}\"></open-letter></div>")
}

const BELOW_THE_TITLE: &str =
    "(node => Math.round(node.getBoundingClientRect().top - part('title').getBoundingClientRect().top))";

pub async fn on_a_phone_count_and_status_are_on_the_first_screen(page: Page) {
    page.open_body(&on_a_phone()).await;
    page.until_ready(1).await;
    for (node, most) in [
        ("tree().querySelector('p.initiator')", 300),
        ("part('count')", 350),
        ("tree().querySelector('.status')", 450),
        ("part('paragraph')", 1200),
    ] {
        let top = page.number(&format!("{BELOW_THE_TITLE}({node})")).await;
        assert!(top <= most, "{node} is {top} pixels below the top of the title");
    }
    assert!(!page.is("part('share').querySelector('button').offsetWidth > 324").await);
}

/// Whether the last addressee and the end of the summary are seen. What is in a closed fold has a place, too.
const SEEN: &str =
    "[parts('addressee')[14], part('summary').querySelector('span')].map(node => node.checkVisibility())";

const FOLDS: &str = "[...tree().querySelectorAll('details')].map(({ open }) => open)";

pub async fn a_fold_opens_by_a_click_and_shows_all(page: Page) {
    page.open_body(&on_a_phone()).await;
    page.until_ready(1).await;
    assert_eq!(page.get(FOLDS).await, json!([false, false, false]));
    assert_eq!(page.get(SEEN).await, json!([false, false]));
    page.run("part('addressees').querySelector('summary').click()").await;
    page.until(&format!("{SEEN}[0]")).await;
    page.run("part('summary').querySelector('summary').click()").await;
    page.until(&format!("{SEEN}[1]")).await;
}

pub async fn a_fold_that_is_open_stays_open_when_the_engine_takes_over(page: Page) {
    let gate = page.files.hold(&module());
    page.open_body(&on_a_phone()).await;
    page.until("part('letter') && !letter().letter").await;
    page.run("part('addressees').querySelector('summary').click()").await;
    page.until(&format!("{SEEN}[0]")).await;
    gate.open();
    page.until_ready(1).await;
    assert_eq!(page.get(FOLDS).await, json!([false, false, true]));
    page.run("letter().lang = 'fr'").await;
    page.until("part('letter').lang === 'fr' && parts('letter').length === 1").await;
    assert_eq!(page.get(FOLDS).await, json!([false, false, true]), "in another language too");
}

pub async fn so_does_one_on_a_published_page(page: Page) {
    let gate = page.files.hold(CANADA);
    page.go(&page.files.url(&own_page())).await;
    page.run("part('addressees').querySelector('summary').click()").await;
    gate.open();
    page.until("part('title').getRootNode() === root() && shown(part('title'))").await;
    assert_eq!(page.get(FOLDS).await, json!([false, false, true]));
}

/// Firefox can do this from release 143 on.
pub async fn folds_are_open_in_print(page: Page) {
    chromium::command(&page, "Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
    page.open_body(&on_a_phone()).await;
    page.until_ready(1).await;
    assert_eq!(page.get(FOLDS).await, json!([false, false, false]));
    assert_eq!(page.get(SEEN).await, json!([true, true]));
    assert!(!page.is("shown(tree().querySelector('summary .addressee'))").await, "the first name is in the list");
    chromium::command(&page, "Emulation.setEmulatedMedia", json!({ "media": "" })).await;
}

pub async fn count_languages_and_share_stay_in_view_beside_the_text(page: Page) {
    let long = published::of_length(600).replace("letter.json", "");
    for (path, top, parts) in [(own_page(), 2000, &["count", "languages", "share"][..]), (long, 500, &["count"])] {
        page.resize(1280, 900).await;
        page.go(&page.files.url(&path)).await;
        page.until("document.readyState === 'complete' && shown(part('title'))").await;
        page.run(&format!("scrollTo(0, {top})")).await;
        page.until(&format!("scrollY === {top}")).await;
        for part in parts {
            let place = format!("part('{part}').getBoundingClientRect()");
            page.until(&format!("(({{ top, bottom }}) => top > 0 && bottom <= innerHeight)({place})")).await;
        }
        let beside = "part('count').getBoundingClientRect().left > part('roll').getBoundingClientRect().right";
        assert!(page.is(beside).await, "{path}");
    }
}

pub async fn on_a_partners_page_nothing_stands_beside_the_text(page: Page) {
    page.resize(1280, 900).await;
    page.open_body(&format!("<open-letter src=\"{{files}}{CANADA}\"></open-letter>")).await;
    page.until_ready(1).await;
    assert!(page.is("getComputedStyle(tree().querySelector('.state')).position === 'static'").await);
    assert!(
        page.is("part('count').getBoundingClientRect().right <= part('letter').getBoundingClientRect().right").await
    );
}

/// On phones, except in `WebKit`, which does not keep the reader's place while heights become known.
pub async fn what_is_far_below_the_window_is_laid_out_when_it_comes_near(page: Page) {
    const LAST: &str = "parts('paragraph').at(-1)";
    let is_laid_out = format!("{LAST}.checkVisibility({{ contentVisibilityAuto: true }})");
    let space = "<div style=\"block-size: 4000px\"></div>";
    page.open_body(&format!("{space}<open-letter src=\"{{files}}{CANADA}\"></open-letter>{space}")).await;
    page.until_ready(1).await;
    assert!(page.is(&is_laid_out).await, "a large screen has the time");
    page.resize(500, 900).await;
    page.until(&format!("{is_laid_out} !== CSS.supports('overflow-anchor: auto')")).await;
    page.run(&format!("{LAST}.scrollIntoView({{ block: 'center' }})")).await;
    page.until(&format!("{is_laid_out} && shown({LAST})")).await;
    // A page of its own has the text from the beginning, and no height may change.
    page.go(&page.files.url(&own_page())).await;
    page.until("document.readyState === 'complete' && shown(part('title'))").await;
    assert!(page.is(&is_laid_out).await);
}
