//! The console of the host page, for webmasters.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    // A page may have replaced this function.
    #[wasm_bindgen(js_namespace = console, js_name = warn, catch)]
    fn console_warn(message: &str) -> Result<(), JsValue>;
}

/// Warns of a fault that the widget can work around.
pub fn warn(message: &str) {
    let _ = console_warn(message);
}
