//! Keeping what the reader looks at where it is, while something above it changes.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::prelude::*;
use web_sys::{Element, ShadowRoot, window};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = CSS, catch)]
    fn supports(property: &str, value: &str) -> Result<bool, JsValue>;
}

/// What the reader looks at, and where it stood.
#[derive(Clone, Copy)]
enum Edge {
    Top,
    Bottom,
}

/// Something at the top of the window, and where its edge was.
type Held = (Element, Edge, f64);

thread_local! {
    /// What was held last.
    static LAST: RefCell<Weak<Cell<Option<Held>>>> = const { RefCell::new(Weak::new()) };
}

/// What the reader looks at, held until it is restored.
pub struct Steady(Rc<Cell<Option<Held>>>);

impl Steady {
    /// Remembers what stands at the top of the window, before the content of the shadow root changes: something within
    /// the root, or the end of it where all of it is above. Nothing, where the browser does the same by itself (CSS
    /// Scroll Anchoring 1), as all but `WebKit` do, or where the root is below.
    #[must_use]
    pub fn hold(root: &ShadowRoot) -> Steady {
        let steady = Steady(Rc::default());
        if supports("overflow-anchor", "auto").unwrap_or(true) {
            return steady;
        }
        // Else both would scroll by what has moved since the first.
        if let Some(last) = LAST.with_borrow(Weak::upgrade) {
            Steady(last).restore();
        }
        let host = root.host();
        let place = host.get_bounding_client_rect();
        if place.top() >= 0.0 {
            return steady;
        }
        #[expect(clippy::cast_possible_truncation, reason = "pixels of a window")]
        let middle = (place.left() + place.width() / 2.0) as f32;
        let (element, edge) = if place.bottom() <= 0.0 {
            (Some(host), Edge::Bottom)
        } else {
            (root.element_from_point(middle, 1.0), Edge::Top)
        };
        steady.0.set(element.map(|element| (element.clone(), edge, at(&element, edge))));
        LAST.replace(Rc::downgrade(&steady.0));
        steady
    }

    /// Scrolls the page by as much as that has moved.
    pub fn restore(self) {
        let (Some((element, edge, before)), Some(window)) = (self.0.take(), window()) else { return };
        if element.is_connected() {
            window.scroll_by_with_x_and_y(0.0, at(&element, edge) - before);
        }
    }
}

fn at(element: &Element, edge: Edge) -> f64 {
    let place = element.get_bounding_client_rect();
    match edge {
        Edge::Top => place.top(),
        Edge::Bottom => place.bottom(),
    }
}
