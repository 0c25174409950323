//! Keeps what the reader looks at in its place, while something above it changes.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::prelude::*;
use web_sys::{Element, ShadowRoot, window};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = CSS, catch)]
    fn supports(property: &str, value: &str) -> Result<bool, JsValue>;
}

/// An edge of an element, and where it was.
#[derive(Clone, Copy)]
enum Edge {
    Top,
    Bottom,
}

/// An element at the top of the window, its edge, and where that edge was.
type Held = (Element, Edge, f64);

thread_local! {
    /// The hold that began last.
    static LAST: RefCell<Weak<Cell<Option<Held>>>> = const { RefCell::new(Weak::new()) };
}

/// What the reader looks at, until its place is restored.
pub struct Steady(Rc<Cell<Option<Held>>>);

impl Steady {
    /// Remembers the element at the top of the window, before the content of the shadow root changes: an element in the
    /// root, or the end of the root if all of it is above the window. Does nothing where the browser does so itself
    /// (CSS Scroll Anchoring 1), as all but `WebKit` do, or where the root is below the window.
    #[must_use]
    pub fn hold(root: &ShadowRoot) -> Steady {
        let steady = Steady(Rc::default());
        if supports("overflow-anchor", "auto").unwrap_or(true) {
            return steady;
        }
        // Otherwise both would scroll by what has moved since the first.
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

    /// Scrolls the page by as much as the element has moved.
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
