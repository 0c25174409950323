//! Sharing: by the browser's own dialogue if it has one, else by copying the link.

use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

// Both are undefined outside secure contexts, and the first in some browsers: calling them then throws. A frame of
// another origin is refused both, unless its `allow` grants them (Permissions Policy).
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = navigator, js_name = share, catch)]
    fn share_data(data: &Object) -> Result<Promise, JsValue>;
    #[wasm_bindgen(js_namespace = ["navigator", "clipboard"], js_name = writeText, catch)]
    fn copy(text: &str) -> Result<Promise, JsValue>;
}

/// The result of sharing.
pub enum Shared {
    /// The browser showed its dialogue; the reader has shared the link or cancelled.
    Asked,
    /// The link is in the clipboard.
    Copied,
    /// The browser allows neither.
    Refused,
}

/// Shares the title and URL.
pub async fn share(title: &str, url: &str) -> Shared {
    let data = Object::new();
    let _ = Reflect::set(&data, &"title".into(), &title.into());
    let _ = Reflect::set(&data, &"url".into(), &url.into());
    match settled(share_data(&data)).await {
        Ok(()) => return Shared::Asked,
        // A reader who closes the browser's dialogue has answered too (Web Share API, 2.1.2).
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
