//! Sharing: the browser's own way where there is one, else a copied link.

use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

// Both are undefined outside secure contexts, and the first in some browsers: calling them is then an error like others.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = navigator, js_name = share, catch)]
    fn share_data(data: &Object) -> Result<Promise, JsValue>;
    #[wasm_bindgen(js_namespace = ["navigator", "clipboard"], js_name = writeText, catch)]
    fn copy(text: &str) -> Result<Promise, JsValue>;
}

/// Shares the title and URL. The answer says whether the link was copied instead.
pub async fn share(title: String, url: String) -> bool {
    let data = Object::new();
    let _ = Reflect::set(&data, &"title".into(), &title.into());
    let _ = Reflect::set(&data, &"url".into(), &JsValue::from_str(&url));
    let shared = share_data(&data);
    let asked = shared.is_ok();
    let Ok(promise) = shared.or_else(|_| copy(&url)) else { return false };
    // A reader who closes the browser's own dialogue has answered too.
    JsFuture::from(promise).await.is_ok() && !asked
}
