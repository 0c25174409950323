//! Sharing: the browser's own way where there is one, else a copied link.

use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

// Both are undefined outside secure contexts, and the first in some browsers: calling them is then an error like others.
// In a frame of another origin both are refused, unless the frame's `allow` has them (Permissions Policy).
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = navigator, js_name = share, catch)]
    fn share_data(data: &Object) -> Result<Promise, JsValue>;
    #[wasm_bindgen(js_namespace = ["navigator", "clipboard"], js_name = writeText, catch)]
    fn copy(text: &str) -> Result<Promise, JsValue>;
}

/// What came of sharing.
pub enum Shared {
    /// The browser asked the reader, who has sent it somewhere or thought better of it.
    Asked,
    /// The link is in the clipboard.
    Copied,
    /// The browser does neither.
    Refused,
}

/// Shares the title and URL.
pub async fn share(title: &str, url: &str) -> Shared {
    let data = Object::new();
    let _ = Reflect::set(&data, &"title".into(), &title.into());
    let _ = Reflect::set(&data, &"url".into(), &url.into());
    match settled(share_data(&data)).await {
        Ok(()) => return Shared::Asked,
        // A reader who closes the browser's own dialogue has answered too (Web Share API, 2.1.2).
        Err(error) if Reflect::get(&error, &"name".into()).is_ok_and(|name| name == "AbortError") => {
            return Shared::Asked;
        }
        Err(_) => {}
    }
    match settled(copy(url)).await {
        Ok(()) => Shared::Copied,
        Err(_) => Shared::Refused,
    }
}

async fn settled(promise: Result<Promise, JsValue>) -> Result<(), JsValue> {
    JsFuture::from(promise?).await.map(drop)
}
