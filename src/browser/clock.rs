//! How much time has passed.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = performance, js_name = now, catch)]
    fn ticks() -> Result<f64, JsValue>;
}

/// A moment of this page's life. Measuring the time since then takes two clocks: the reader, or a phone that finds its
/// network, may set back the wall clock; the other clock stops while the device sleeps.
#[derive(Clone, Copy)]
pub struct Moment {
    /// Milliseconds since 1970, by the wall clock.
    pub wall: f64,
    ticks: f64,
}

impl Moment {
    /// This moment.
    #[must_use]
    pub fn now() -> Moment {
        Moment { wall: js_sys::Date::now(), ticks: ticks().unwrap_or_default() }
    }

    /// Milliseconds since then, at least 0.
    #[must_use]
    pub fn elapsed(self) -> f64 {
        let now = Moment::now();
        (now.wall - self.wall).max(now.ticks - self.ticks).max(0.0)
    }
}
