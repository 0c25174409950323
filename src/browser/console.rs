//! The console of the host page, where webmasters look.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    // Pages put functions of their own in its place.
    #[wasm_bindgen(js_namespace = console, js_name = warn, catch)]
    fn tell(message: &str) -> Result<(), JsValue>;
}

/// Warns of something that the widget has got along without.
pub fn warn(message: &str) {
    let _ = tell(message);
}
