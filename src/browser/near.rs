//! Elements near the visible part of the page.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit, window};

/// CSS pixels above and below the window that count as near: some screens of a phone.
const MARGIN: i32 = 2000;

/// Reports elements that come near or leave, until it is dropped.
#[must_use = "dropping it ends the observation"]
pub struct Near {
    observer: IntersectionObserver,
    _closure: Closure<dyn Fn(Array)>,
}

impl Near {
    /// Calls `report` with each element that came near or left, whether it is near, and its height in CSS pixels.
    /// `None` if the browser can't observe this.
    pub fn watch(report: impl Fn(Element, bool, f64) + 'static) -> Option<Near> {
        let closure = Closure::<dyn Fn(Array)>::new(move |entries: Array| {
            for entry in entries.iter() {
                let entry: IntersectionObserverEntry = entry.unchecked_into();
                report(entry.target(), entry.is_intersecting(), entry.bounding_client_rect().height());
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin(&[&MARGIN.to_string(), "px 0px"].concat());
        let observer = IntersectionObserver::new_with_options(closure.as_ref().unchecked_ref(), &options).ok()?;
        Some(Near { observer, _closure: closure })
    }

    /// Observes this element too.
    pub fn observe(&self, element: &Element) {
        self.observer.observe(element);
    }

    /// Observes this element again, so that its state is reported again: a busy caller may have missed a report.
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

/// Whether the element is shown, and is near or above the visible part of the page.
#[must_use]
pub fn is_near(element: &Element) -> bool {
    let place = element.get_bounding_client_rect();
    let height = window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or_default();
    place.height() > 0.0 && place.top() < height + f64::from(MARGIN)
}
