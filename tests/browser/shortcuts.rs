//! Shortcuts of one key on the host page don't fire while the reader types in the letter.

use crate::access::keys::{chord, press, type_text};
use crate::first_view::module;
use crate::page::Page;
use crate::published;
use fantoccini::key::Key;
use serde_json::{Value, json};

/// A host with "/" to search, j and k for next and previous, and space to play. It checks whether the key goes into a
/// field, without knowledge of shadow roots.
const HOST: &str = "<script>
    window.heard = [];
    for (const type of ['keydown', 'keypress', 'keyup', 'compositionstart', 'compositionend']) {
        document.addEventListener(type, event => {
            if (/INPUT|TEXTAREA|SELECT/.test(event.target.tagName)) return;
            heard.push(`${type} ${event.key}`);
            if (type === 'keydown' && '/jk '.includes(event.key)) event.preventDefault();
        });
        window.addEventListener(type, () => window[type] = (window[type] ?? 0) + 1);
    }
</script>";

async fn open(page: &Page) {
    let letter = published::of_length(600);
    page.open_body(&format!("{HOST}<open-letter src=\"{{files}}{letter}\"></open-letter>")).await;
    page.until("canFind() && events('ready').length").await;
}

pub async fn what_is_typed_in_a_field_fires_none(page: Page) {
    open(&page).await;
    page.run("part('find').focus()").await;
    type_text(&page, "jo k/s p").await;
    page.until("part('find').value === 'jo k/s p'").await;
    assert_eq!(page.get("heard").await, json!([]));
    // The order's select element takes letters too, to jump to an entry.
    page.run("root().querySelector('.order').focus()").await;
    type_text(&page, "jk/").await;
    page.quiet().await;
    assert_eq!(page.get("heard").await, json!([]));
}

/// Also before the engine, which may be slow to arrive.
pub async fn what_is_typed_before_the_engine_fires_none(page: Page) {
    let letter = published::of_length(600);
    let gate = page.files.hold(&module());
    page.open_body(&format!("{HOST}<open-letter src=\"{{files}}{letter}\"></open-letter>")).await;
    page.until("part('find')").await;
    page.run("part('find').focus()").await;
    type_text(&page, "jo k/s p").await;
    page.until("part('find').value === 'jo k/s p'").await;
    assert_eq!(page.get("heard").await, json!([]));
    gate.open();
}

pub async fn keys_that_type_nothing_reach_the_host(page: Page) {
    open(&page).await;
    page.run("part('find').focus()").await;
    let control = Key::Control;
    chord(&page, &[control, Key::Right]).await;
    press(&page, Key::Escape).await;
    press(&page, Key::Tab).await;
    let heard = page.get("heard.filter(text => text.startsWith('keydown'))").await;
    let heard: Vec<&str> = heard.as_array().unwrap().iter().filter_map(Value::as_str).collect();
    for key in ["ArrowRight", "Escape", "Tab"] {
        assert!(heard.iter().any(|text| text.ends_with(key)), "{key}: {heard:?}");
    }
}

/// Keys that a driver can't press in every browser: those of other keyboards, and of input methods.
pub async fn keys_of_every_keyboard_are_distinguished(page: Page) {
    open(&page).await;
    let fire = |selector: &str, kind: &str, members: &str| {
        format!(
            "(() => {{
                heard.length = 0;
                const node = root().querySelector('{selector}');
                node.dispatchEvent(new {kind}({members}, bubbles: true, composed: true, cancelable: true }}));
                return heard.length;
            }})()"
        )
    };
    let key = |members: &str| fire("[part=find]", "KeyboardEvent", &format!("'keydown', {{ {members}"));
    for members in [
        "key: 'a'",
        "key: 'A', shiftKey: true",
        "key: 'Enter'",
        "key: 'ArrowDown'",
        "key: 'Unidentified'",
        "key: 'Process', isComposing: true",
        "key: 'Escape', isComposing: true",
        "key: 'Tab', isComposing: true",
        "key: '@', ctrlKey: true, altKey: true",
        "key: 'ą', ctrlKey: true, altKey: true",
        "key: '/', altKey: true",
        "key: '[', altKey: true, shiftKey: true",
        "key: '', isComposing: true",
    ] {
        assert_eq!(page.get(&key(members)).await, 0, "{members}");
    }
    for members in [
        "key: 'Escape'",
        "key: 'Tab'",
        "key: 'Tab', shiftKey: true",
        "key: 'k', ctrlKey: true",
        "key: 'k', metaKey: true",
        "key: 'k', altKey: true",
        "key: 'k', ctrlKey: true, altKey: true",
    ] {
        assert_eq!(page.get(&key(members)).await, 1, "{members}");
    }
    for kind in ["keypress", "keyup"] {
        let fired = fire("select", "KeyboardEvent", &format!("'{kind}', {{ key: 'k'"));
        assert_eq!(page.get(&fired).await, 0, "{kind}");
    }
    for kind in ["compositionstart", "compositionend"] {
        let fired = fire("[part=find]", "CompositionEvent", &format!("'{kind}', {{ data: 'k'"));
        assert_eq!(page.get(&fired).await, 0, "{kind}");
    }
    // The browser's autofill sends an event of that name without a key.
    assert_eq!(page.get(&fire("[part=find]", "Event", "'keydown', { detail: 1")).await, 0);
    assert_eq!(page.get("recorded.errors").await, json!([]));
}

/// Two keys press a button, and hosts use these too; all others are the host's.
pub async fn buttons_are_pressed_and_other_keys_are_the_hosts(page: Page) {
    open(&page).await;
    page.run(
        "const button = part('filters').querySelector('.person');
        window.times = 0;
        button.addEventListener('click', () => window.times++);
        button.focus();",
    )
    .await;
    type_text(&page, " ").await;
    page.until("times === 1").await;
    press(&page, Key::Enter).await;
    page.until("times === 2").await;
    assert_eq!(page.get("heard").await, json!([]));
    type_text(&page, "j").await;
    page.until("heard.includes('keydown j')").await;
}
