//! Readers' settings: more contrast, less motion, their own colours. In Chromium, through its own protocol.

use super::contrast::CONTRAST;
use super::state::{self, GUISES, PLAIN, State};
use crate::chromium;
use crate::page::Page;
use serde_json::{Value, json};

/// Faint text gets the colour of the rest, and every edge is visible, in each look.
pub async fn with_more_contrast_nothing_is_faint(page: Page) {
    let faint = "[...document.querySelectorAll('open-letter')].flatMap(({ shadowRoot }) => {
        const all = selector => [...shadowRoot.querySelectorAll(selector)].filter(shown);
        const colour = node => getComputedStyle(node).color;
        const edge = node => contrast(getComputedStyle(node).borderBlockEndColor, node);
        return [
            ...all('.detail, [part~=date], .breakdown, [part~=latest]').filter(node => colour(node) !== colour(node.parentElement)),
            ...all('button, [part~=signatory], progress').filter(node => edge(node) < 3),
        ].map(({ outerHTML }) => outerHTML);
    })";
    state::open(&page, State::Whole, &GUISES).await;
    page.run(CONTRAST).await;
    assert!(page.is(&format!("{faint}.length > 100")).await, "without the wish, much is faint");
    chromium::media(&page, &[("prefers-contrast", "more")]).await;
    assert_eq!(page.get(faint).await, json!([]));
    chromium::media(&page, &[]).await;
}

pub async fn with_less_motion_nothing_moves(page: Page) {
    let moving = "[...root().querySelectorAll('*')].flatMap(node =>
        ['', '::before', '::after'].map(pseudo => getComputedStyle(node, pseudo || null)))
        .filter(({ transitionDuration, animationName }) => transitionDuration !== '0s' || animationName !== 'none').length";
    state::open(&page, State::Whole, &[PLAIN]).await;
    assert_eq!(page.number(moving).await, 0);
    assert_eq!(of_bar(&page, "transition-duration").await, "0.8s");
    chromium::media(&page, &[("prefers-reduced-motion", "reduce")]).await;
    assert_eq!(page.number(moving).await, 0);
    assert_eq!(of_bar(&page, "transition-duration").await, "0s");
    chromium::media(&page, &[]).await;
}

/// A computed property of the filled part of the progress bar, which is in the browser's own shadow root.
async fn of_bar(page: &Page, property: &str) -> String {
    chromium::command(page, "DOM.enable", json!({})).await;
    chromium::command(page, "CSS.enable", json!({})).await;
    let document = chromium::command(page, "DOM.getDocument", json!({ "depth": -1, "pierce": true })).await;
    let bar = bar(&document["root"]).expect("there is a progress bar");
    let style = chromium::command(page, "CSS.getComputedStyleForNode", json!({ "nodeId": bar })).await;
    let style = style["computedStyle"].as_array().unwrap();
    style.iter().find(|one| one["name"] == property).unwrap()["value"].as_str().unwrap().to_string()
}

fn bar(node: &Value) -> Option<&Value> {
    let is_it = |list: &Vec<Value>| list.iter().any(|value| value == "-webkit-progress-value");
    if node["attributes"].as_array().is_some_and(is_it) || node["pseudoType"] == "-webkit-progress-value" {
        return Some(&node["nodeId"]);
    }
    let within = ["children", "shadowRoots"].into_iter().filter_map(|name| node[name].as_array());
    within.flatten().find_map(bar)
}

/// What a background shows, the reader's own colours show.
const CONTRASTS: &str = "(() => {
    const style = (node, pseudo) => getComputedStyle(node, pseudo);
    const of = selector => [...root().querySelectorAll(selector)].find(shown);
    const contrasts = {};
    const measure = (name, selector, colour) => {
        const node = of(selector);
        if (node) contrasts[name] = contrast(colour(node), node.parentElement) >= 3;
    };
    measure('edge of the bar', 'progress', node => style(node).borderTopColor);
    measure('edge of sign', '[part~=sign]', node => style(node).borderTopColor);
    measure('pressed', '[aria-pressed=true]', node => style(node).backgroundColor);
    measure('language', '[aria-current]', node => style(node).backgroundColor);
    measure('organisation', '[part~=organisation]', node => style(node, '::before').backgroundColor);
    measure('person', '[part~=person]', node => style(node, '::before').borderTopColor);
    measure('organisation on its filter', 'button.organisation', node => style(node, '::before').backgroundColor);
    const mark = of('mark');
    if (mark) contrasts.found = contrast(style(mark).backgroundColor, mark.parentElement) > 1;
    measure('field', '[part~=find]', node => style(node).borderTopColor);
    measure('focus', 'button', node => (node.focus(), style(node).outlineColor));
    return contrasts;
})()";

async fn all_have_contrast(page: &Page, state: State, names: &[&str]) {
    for scheme in ["light", "dark"] {
        chromium::media(page, &[("forced-colors", "active"), ("prefers-color-scheme", scheme)]).await;
        let _gate = state::open(page, state, &[PLAIN]).await;
        page.run(CONTRAST).await;
        assert!(page.is("matchMedia('(forced-colors: active)').matches").await);
        let expected: serde_json::Map<_, _> = names.iter().map(|name| ((*name).to_string(), json!(true))).collect();
        assert_eq!(page.get(CONTRASTS).await, json!(expected), "{scheme}");
        if state == State::Whole {
            let bar = of_bar(page, "background-color").await;
            assert!(page.is(&format!("contrast('{bar}', part('progress')) >= 3")).await, "{scheme}: {bar}");
        }
        chromium::media(page, &[]).await;
    }
}

pub async fn in_the_readers_own_colours_nothing_vanishes(page: Page) {
    let names = [
        "edge of the bar",
        "edge of sign",
        "pressed",
        "language",
        "organisation",
        "person",
        "organisation on its filter",
        "focus",
    ];
    all_have_contrast(&page, State::Whole, &names).await;
}

pub async fn in_the_readers_own_colours_what_was_found_is_marked(page: Page) {
    let names = ["pressed", "organisation on its filter", "person", "found", "field", "focus"];
    all_have_contrast(&page, State::Found, &names).await;
}
