//! The host page and the widget don't affect each other.

use crate::page::Page;
use serde_json::json;

pub async fn styles_of_the_host_do_not_reach_inside(page: Page) {
    page.open("hostile-styles").await;
    page.until_ready(1).await;
    for part in ["title", "paragraph", "signatory", "addressee", "count"] {
        assert!(page.is(&format!("shown(part('{part}'))")).await, "{part} is hidden");
        let colour = page.get(&format!("getComputedStyle(part('{part}')).color")).await;
        assert_ne!(colour, "rgb(255, 0, 0)", "{part} is red");
    }
}

pub async fn styles_of_the_widget_do_not_reach_outside(page: Page) {
    let look = "[...document.querySelectorAll('#host *')].map(node => getComputedStyle(node)).map(style =>
        ['color', 'backgroundColor', 'font', 'margin', 'padding', 'border', 'display', 'listStyle', 'textDecoration']
            .map(property => style[property]).join())";
    let host = "<div id=\"host\"><h1>Host</h1><h2>Title</h2><p>Text <a href=\"#\">link</a></p><ol><li>One</li></ol>\
        <button>Button</button></div>";
    let gate = page.files.hold("/open-letter.js");
    page.open_body(&format!("{host}<open-letter src=\"{{files}}/letters/small.json\"></open-letter>")).await;
    let before = page.get(look).await;
    gate.open();
    page.until_ready(1).await;
    assert_eq!(page.get(look).await, before);
}

pub async fn the_widget_adds_no_global(page: Page) {
    page.open("one-tag").await;
    page.until_ready(1).await;
    assert_eq!(page.get("recorded.newGlobals()").await, json!([]));
}
