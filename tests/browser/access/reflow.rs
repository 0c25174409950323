//! Little room and large type: nothing is lost, nothing scrolls sideways, and touch targets are large enough (WCAG 2.2,
//! 1.4.4, 1.4.10, 1.4.12 and 2.5.5).

use super::state::{self, GUISES, PLAIN, State};
use crate::page::Page;
use serde_json::json;

/// The host's own look, and the largest title.
const LOOKS: [state::Guise; 2] = [PLAIN, GUISES[6]];

const STATES: [State; 7] = [
    State::Whole,
    State::RightToLeft,
    State::Delivered,
    State::Failed,
    State::CountAndSign,
    State::Badge,
    State::Found,
];

/// Sets the width of the letters' column in CSS pixels, and the page's type in per cent.
async fn squeeze(page: &Page, width: u32, percent: u32) {
    page.run(&format!(
        "document.documentElement.style.fontSize = '{percent}%';
        document.body.style.margin = 0;
        for (const letter of document.querySelectorAll('open-letter')) {{
            letter.closest('div').style.inlineSize = '{width}px';
            letter.closest('div').style.padding = 0;
        }}"
    ))
    .await;
}

/// Elements that don't fit, or are cut off.
const LOST: &str = "[...document.querySelectorAll('open-letter')].flatMap(letter => {
    const column = letter.closest('div').getBoundingClientRect();
    const nodes = [...letter.shadowRoot.querySelectorAll('*')].filter(node => shown(node) && !node.closest('.spoken'));
    const lost = nodes.filter(node => {
        const { left, right } = node.getBoundingClientRect();
        const overflows = node.clientWidth > 0 && node.scrollWidth > node.clientWidth + 1;
        return overflows || left < column.left - 1 || right > column.right + 1;
    });
    return lost.map(({ outerHTML }) => outerHTML.slice(0, 200));
})";

async fn nothing_is_lost(page: &Page, width: u32, percent: u32) {
    for state in STATES {
        let _gate = state::open(page, state, &LOOKS).await;
        squeeze(page, width, percent).await;
        assert_eq!(page.get(LOST).await, json!([]), "{state:?}");
    }
}

/// A window of 1280 pixels at 400 %.
pub async fn at_400_percent_nothing_is_lost_or_scrolled_sideways(page: Page) {
    nothing_is_lost(&page, 320, 100).await;
}

pub async fn with_text_at_200_percent_nothing_is_lost(page: Page) {
    nothing_is_lost(&page, 640, 200).await;
}

pub async fn on_a_phone_with_text_at_200_percent_nothing_is_lost(page: Page) {
    nothing_is_lost(&page, 360, 200).await;
}

pub async fn with_wide_text_spacing_nothing_is_lost(page: Page) {
    let spacing =
        "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
        p { margin-block-end: 2em !important }";
    for state in STATES {
        let _gate = state::open(&page, state, &LOOKS).await;
        squeeze(&page, 320, 100).await;
        page.run(&format!(
            "const sheet = new CSSStyleSheet();
            sheet.replaceSync(`{spacing}`);
            for (const {{ shadowRoot }} of document.querySelectorAll('open-letter')) shadowRoot.adoptedStyleSheets.push(sheet);"
        ))
        .await;
        assert!(page.is("getComputedStyle(root().querySelector('p')).letterSpacing !== 'normal'").await);
        assert_eq!(page.get(LOST).await, json!([]), "{state:?}");
    }
}

/// Controls smaller than 44 pixels. Links within a text are as high as its lines; a name in the roll is a line.
const SMALL: &str = "[...document.querySelectorAll('open-letter')].flatMap(({ shadowRoot }) =>
    [...shadowRoot.querySelectorAll('a, button, input, select')].filter(shown).filter(node => {
        if (node.closest('[part~=paragraph], [part~=list], .updates')) return false;
        const { width, height } = node.getClientRects()[0];
        return height < 44 || (width < 44 && !node.closest('.name'));
    }).map(({ outerHTML }) => outerHTML))";

pub async fn fingers_find_every_control_on_a_phone(page: Page) {
    for state in [State::Whole, State::CountAndSign, State::Found, State::Failed] {
        let _gate = state::open(&page, state, &LOOKS).await;
        // Many hosts set the rem to ten pixels.
        for percent in [100.0, 62.5] {
            squeeze(&page, 360, 100).await;
            page.run(&format!("document.documentElement.style.fontSize = '{percent}%'")).await;
            assert_eq!(page.get(SMALL).await, json!([]), "{state:?} at {percent} %");
        }
    }
}
