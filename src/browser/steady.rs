//! Keeping what the reader looks at where it is, while something above it changes.

use wasm_bindgen::prelude::*;
use web_sys::{Element, ShadowRoot, window};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = CSS)]
    fn supports(property: &str, value: &str) -> bool;
}

/// What the reader looks at, and where it stood.
#[derive(Clone, Copy)]
enum Edge {
    Top,
    Bottom,
}

/// Something at the top of the window, and where its edge was.
pub struct Steady(Option<(Element, Edge, f64)>);

impl Steady {
    /// Remembers what stands at the top of the window, before the content of the shadow root changes: something within
    /// the root, or the end of it where all of it is above. Nothing, where the browser does the same by itself (CSS
    /// Scroll Anchoring 1), as all but `WebKit` do, or where the root is below.
    #[must_use]
    pub fn hold(root: &ShadowRoot) -> Steady {
        let host = root.host();
        let place = host.get_bounding_client_rect();
        if place.top() >= 0.0 || supports("overflow-anchor", "auto") {
            return Steady(None);
        }
        #[expect(clippy::cast_possible_truncation, reason = "pixels of a window")]
        let middle = (place.left() + place.width() / 2.0) as f32;
        let (element, edge) = if place.bottom() <= 0.0 {
            (Some(host), Edge::Bottom)
        } else {
            (root.element_from_point(middle, 1.0), Edge::Top)
        };
        Steady(element.map(|element| (element.clone(), edge, at(&element, edge))))
    }

    /// Scrolls the page by as much as that has moved.
    pub fn restore(self) {
        let (Some((element, edge, before)), Some(window)) = (self.0, window()) else { return };
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
