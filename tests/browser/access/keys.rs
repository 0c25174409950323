//! Real keys, and what has the focus.

use crate::page::Page;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;
use serde_json::Value;
use std::time::Duration;

/// How often what should be is asked for, and the pause between.
const PATIENCE: usize = 250;
const PAUSE: Duration = Duration::from_millis(20);

/// What has the focus, wherever it is: its tag name and what names it.
pub const FOCUSED: &str =
    "(node => `${node.localName} ${(node.getAttribute('aria-label') ?? node.textContent).trim()}`)(focused())";

/// What is wrong with how the focus shows (WCAG 2.2, 2.4.7 and 2.4.11); nothing, where all is well. Firefox leaves what
/// is partly in sight where it is.
const FAULT: &str = "(() => {
    const node = focused();
    const { outlineStyle, outlineWidth } = getComputedStyle(node);
    const isOurs = outlineStyle === 'solid' && parseFloat(outlineWidth) >= 2;
    if (!isOurs && outlineStyle !== 'auto') return 'it has no outline';
    const { left, right, top, bottom } = node.getClientRects()[0];
    const above = node.getRootNode().elementFromPoint((left + right) / 2, (top + bottom) / 2);
    if (!above) return `it is out of sight, at ${top} to ${bottom} of ${innerHeight}`;
    return node === above || node.contains(above) ? '' : `it is covered by ${above.outerHTML}`;
})()";

/// Presses a key, and lets it go.
pub async fn press(page: &Page, key: Key) {
    chord(page, &[key]).await;
}

/// Presses keys one after the other, and lets them go the other way round.
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

/// Waits until that has the focus, and shows it.
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

/// Waits until what has the focus shows it: a page may scroll smoothly.
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
