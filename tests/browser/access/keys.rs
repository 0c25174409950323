//! Real keys, and the focused element.

use crate::page::Page;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;
use serde_json::Value;
use std::time::Duration;

/// How often a condition is checked, and the pause in between.
const PATIENCE: usize = 250;
const PAUSE: Duration = Duration::from_millis(20);

/// The focused element, in any shadow root: its tag name and its label.
pub const FOCUSED: &str =
    "(node => `${node.localName} ${(node.getAttribute('aria-label') ?? node.textContent).trim()}`)(focused())";

/// The faults of the visible focus (WCAG 2.2, 2.4.7 and 2.4.11); empty if there are none. Firefox does not scroll to an
/// element that is partly in view, and `WebKit` shows no focus in a window behind another: several tests run at once.
const FAULT: &str = "(() => {
    const node = focused();
    const { outlineStyle, outlineWidth } = getComputedStyle(node);
    const isOurs = outlineStyle === 'solid' && parseFloat(outlineWidth) >= 2;
    if (document.hasFocus() && !isOurs && outlineStyle !== 'auto') return 'it has no outline';
    const { left, right, top, bottom } = node.getClientRects()[0];
    const above = node.getRootNode().elementFromPoint((left + right) / 2, (top + bottom) / 2);
    if (!above) return `it is out of sight, at ${top} to ${bottom} of ${innerHeight}`;
    return node === above || node.contains(above) ? '' : `it is covered by ${above.outerHTML}`;
})()";

/// Presses and releases a key.
pub async fn press(page: &Page, key: Key) {
    chord(page, &[key]).await;
}

/// Presses keys one after another, and releases them in reverse order.
pub async fn chord(page: &Page, keys: &[Key]) {
    let down = keys.iter().map(|key| KeyAction::Down { value: (*key).into() });
    let up = keys.iter().rev().map(|key| KeyAction::Up { value: (*key).into() });
    act(page, down.chain(up)).await;
}

/// Types a text.
pub async fn type_text(page: &Page, text: &str) {
    act(page, text.chars().flat_map(|value| [KeyAction::Down { value }, KeyAction::Up { value }])).await;
}

async fn act(page: &Page, actions: impl Iterator<Item = KeyAction>) {
    let actions = actions.fold(KeyActions::new("keyboard".to_string()), InputSource::then);
    page.client.perform_actions(actions).await.unwrap_or_else(|error| panic!("the keys can't be pressed: {error}"));
}

/// Waits until that element has the focus, visibly.
pub async fn until_focus(page: &Page, expected: &str) {
    let mut focused = Value::Null;
    for _ in 0..PATIENCE {
        focused = page.get(FOCUSED).await;
        if focused == expected {
            return until_seen(page).await;
        }
        tokio::time::sleep(PAUSE).await;
    }
    panic!("not {expected}, but {focused} has the focus");
}

/// Waits until the focused element is in view: a page may scroll smoothly.
pub async fn until_seen(page: &Page) {
    let mut fault = Value::Null;
    for _ in 0..PATIENCE {
        fault = page.get(FAULT).await;
        if fault == "" {
            return;
        }
        tokio::time::sleep(PAUSE).await;
    }
    panic!("{} has the focus, but {fault}", page.get(FOCUSED).await);
}
