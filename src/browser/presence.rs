//! Whether the page is visible, and whether it has a network.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{EventTarget, VisibilityState, window};

/// Listens for the page being shown or hidden and the network coming or going, until it is dropped.
#[must_use = "dropping it ends the listening"]
pub struct Presence {
    listeners: Vec<(EventTarget, &'static str)>,
    closure: Closure<dyn Fn()>,
}

impl Presence {
    /// Calls `changed` after each change.
    pub fn watch(changed: impl Fn() + 'static) -> Presence {
        let window = window();
        let document: Option<EventTarget> = window.as_ref().and_then(web_sys::Window::document).map(Into::into);
        let window: Option<EventTarget> = window.map(Into::into);
        let targets = [(&document, "visibilitychange"), (&window, "online"), (&window, "offline")];
        let listeners = targets.into_iter().filter_map(|(target, name)| Some((target.clone()?, name)));
        let presence = Presence { listeners: listeners.collect(), closure: Closure::new(changed) };
        for (target, name) in &presence.listeners {
            let _ = target.add_event_listener_with_callback(name, presence.closure.as_ref().unchecked_ref());
        }
        presence
    }
}

impl Drop for Presence {
    fn drop(&mut self) {
        for (target, name) in &self.listeners {
            let _ = target.remove_event_listener_with_callback(name, self.closure.as_ref().unchecked_ref());
        }
    }
}

/// Whether the page is visible (`document.visibilityState`: HTML, 6.2).
#[must_use]
pub fn is_visible() -> bool {
    let document = window().and_then(|window| window.document());
    document.is_none_or(|document| document.visibility_state() != VisibilityState::Hidden)
}

/// Whether the browser reports a network (`navigator.onLine`: HTML, 8.10.1.5).
#[must_use]
pub fn is_online() -> bool {
    window().is_none_or(|window| window.navigator().on_line())
}
