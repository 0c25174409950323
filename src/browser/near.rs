//! What is near the part of the page that the reader sees.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit, window};

/// So many CSS pixels above and below the window are near: some screens of a phone.
const MARGIN: i32 = 2000;

/// Tells of elements that come near or go, until it is dropped.
#[must_use = "dropping it ends the telling"]
pub struct Near {
    observer: IntersectionObserver,
    _closure: Closure<dyn Fn(Array)>,
}

impl Near {
    /// Calls `tell` with each element that came near or went, whether it is near, and its height in CSS pixels. `None`
    /// where the browser can't tell.
    pub fn watch(tell: impl Fn(Element, bool, f64) + 'static) -> Option<Near> {
        let closure = Closure::<dyn Fn(Array)>::new(move |entries: Array| {
            for entry in entries.iter() {
                let entry: IntersectionObserverEntry = entry.unchecked_into();
                tell(entry.target(), entry.is_intersecting(), entry.bounding_client_rect().height());
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin(&[&MARGIN.to_string(), "px 0px"].concat());
        let observer = IntersectionObserver::new_with_options(closure.as_ref().unchecked_ref(), &options).ok()?;
        Some(Near { observer, _closure: closure })
    }

    /// Tells of this element too.
    pub fn observe(&self, element: &Element) {
        self.observer.observe(element);
    }

    /// Tells of this element as if nothing had been told of it: who was busy meanwhile may have missed something.
    pub fn observe_anew(&self, element: &Element) {
        self.observer.unobserve(element);
        self.observer.observe(element);
    }
}

impl Drop for Near {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Whether the element is shown, and near, or above what the reader sees.
#[must_use]
pub fn is_near(element: &Element) -> bool {
    let place = element.get_bounding_client_rect();
    let height = window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or_default();
    place.height() > 0.0 && place.top() < height + f64::from(MARGIN)
}
