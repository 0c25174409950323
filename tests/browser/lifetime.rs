//! All that an element starts ends with it.

use crate::http::Outcome;
use crate::origins::Files;
use crate::page::{OTHER, Page, SMALL};

/// A page on which the widget runs already, showing [`OTHER`] as the last element.
async fn open(page: &Page, body: &str) {
    page.open_body(&format!("{body}<open-letter id=\"first\" src=\"{{files}}{OTHER}\"></open-letter>")).await;
    page.until_ready(1).await;
}

/// JavaScript that makes an element for [`SMALL`], named `made`.
fn make(page: &Page) -> String {
    format!(
        "const made = Object.assign(document.createElement('open-letter'), {{ id: 'made' }});
        made.setAttribute('src', '{}');",
        page.files.url(SMALL)
    )
}

pub async fn a_removed_element_ends_its_request(page: Page) {
    let gate = page.files.hold(SMALL);
    open(&page, "").await;
    page.run(&format!("{} document.body.prepend(made);", make(&page))).await;
    page.until_served("the letter is asked for", |files| files.count(SMALL) == 1).await;
    page.run("window.gone = letter(); window.gone.remove();").await;
    page.until_served("the request is aborted", |files| {
        files.requests().iter().any(|request| request.path == SMALL && request.outcome == Outcome::Aborted)
    })
    .await;
    gate.open();
    page.quiet().await;
    assert_eq!(page.events("ready").await.len(), 1, "only the first letter's");
    assert_eq!(page.events("error").await.len(), 0);
    assert!(!page.is("window.gone.shadowRoot?.querySelector('[part~=title]')").await);
    assert_eq!(page.files.count(SMALL), 1);
}

pub async fn a_moved_element_mounts_once(page: Page) {
    open(&page, "<div id=\"there\"></div>").await;
    page.run("document.getElementById('there').append(letter())").await;
    page.quiet().await;
    assert!(page.is("document.querySelector('#there > open-letter') && shown(part('title'))").await);
    assert_eq!(page.number("parts('title').length").await, 1);
    assert_eq!(page.events("ready").await.len(), 1);
    assert_eq!(page.files.count(OTHER), 1);
}

pub async fn an_element_moved_while_it_loads_mounts_once(page: Page) {
    let gate = page.files.hold(SMALL);
    open(&page, "<div id=\"there\"></div>").await;
    page.run(&format!("{} document.body.prepend(made);", make(&page))).await;
    page.until_served("the letter is asked for", |files| files.count(SMALL) == 1).await;
    page.run("document.getElementById('there').append(document.getElementById('made'))").await;
    gate.open();
    page.until_ready(2).await;
    page.quiet().await;
    assert_eq!(page.number("parts('title').length").await, 1);
    assert_eq!(page.text("title").await, "A short letter");
    assert_eq!(page.events("ready").await.len(), 2, "one of each element");
    assert_eq!(page.files.count(SMALL), 1);
}

pub async fn a_removed_element_that_returns_shows_its_letter(page: Page) {
    open(&page, "").await;
    page.run("window.gone = letter(); window.gone.remove();").await;
    page.quiet().await;
    page.run("document.body.append(window.gone)").await;
    page.until("shown(part('title')) && text(part('title')) === 'Another letter'").await;
    assert_eq!(page.number("parts('title').length").await, 1);
}

/// Some are removed at once, some while they load, some when they are ready.
pub async fn a_hundred_mounted_and_removed_leave_nothing_running(page: Page) {
    open(&page, "").await;
    page.run(&format!(
        "window.done = 0;
        const pause = ms => new Promise(resolve => setTimeout(resolve, ms));
        (async () => {{
            for (let index = 0; index < 100; index++) {{
                {}
                made.setAttribute('refresh', '10');
                document.body.append(made);
                if (index % 3) await pause(index % 3 === 1 ? 0 : 30);
                made.remove();
                window.done++;
            }}
        }})();",
        make(&page),
    ))
    .await;
    page.until("window.done === 100").await;
    page.until_served("no request is under way", Files::idle).await;
    page.quiet().await;
    let requests = page.files.requests().len();
    page.quiet().await;
    assert_eq!(page.files.requests().len(), requests);
    assert!(page.files.count(SMALL) <= 100);
    assert_eq!(page.number("document.querySelectorAll('open-letter').length").await, 1);
    assert_eq!(page.get("recorded.errors").await, serde_json::json!([]));
    // The shared instance is alive.
    page.run(&format!("{} document.body.prepend(made);", make(&page))).await;
    page.until("text(part('title')) === 'A short letter'").await;
}

pub async fn lazy_that_becomes_eager_asks_at_once(page: Page) {
    let far = "<div style=\"height: 20000px\"></div>";
    page.open_body(&format!("{far}<open-letter loading=\"lazy\" src=\"{{files}}{SMALL}\"></open-letter>")).await;
    page.until("customElements.get('open-letter')").await;
    page.quiet().await;
    assert_eq!(page.files.count(SMALL), 0);
    page.run("letter().loading = 'eager'").await;
    page.until_ready(1).await;
    assert_eq!(page.number("scrollY").await, 0);
}

pub async fn lazy_asks_for_nothing_until_it_is_near(page: Page) {
    let far = "<div style=\"height: 20000px\"></div>";
    let lazy = format!("<open-letter id=\"lazy\" loading=\"lazy\" src=\"{{files}}{SMALL}\"></open-letter>");
    page.open_body(&format!("<open-letter src=\"{{files}}{OTHER}\"></open-letter>{far}{lazy}")).await;
    page.until_ready(1).await;
    page.quiet().await;
    assert_eq!(page.files.count(SMALL), 0);
    page.run("document.getElementById('lazy').scrollIntoView()").await;
    page.until_ready(2).await;
    assert_eq!(page.get("text(part('title', 1))").await, "A short letter");
}
