//! How much time has passed.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = performance, js_name = now, catch)]
    fn ticks() -> Result<f64, JsValue>;
}

/// A moment of this page's life. No clock alone tells how long ago it was: that of the wall may be set back, by the
/// reader or by a phone that finds its network; the other stands still while the device sleeps.
#[derive(Clone, Copy)]
pub struct Moment {
    /// Milliseconds since 1970, by the clock of the wall.
    pub wall: f64,
    ticks: f64,
}

impl Moment {
    /// This moment.
    #[must_use]
    pub fn now() -> Moment {
        Moment { wall: js_sys::Date::now(), ticks: ticks().unwrap_or_default() }
    }

    /// Milliseconds since then, never fewer than none.
    #[must_use]
    pub fn elapsed(self) -> f64 {
        let now = Moment::now();
        (now.wall - self.wall).max(now.ticks - self.ticks).max(0.0)
    }
}
