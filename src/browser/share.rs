//! Sharing: the browser's own way where there is one, else a copied link.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::window;

/// Shares the title and URL. The answer says whether the link was copied instead.
pub async fn share(title: String, url: String) -> bool {
    let Some(window) = window() else { return false };
    let navigator = window.navigator();
    if let Ok(share) = Reflect::get(&navigator, &"share".into()).and_then(JsCast::dyn_into::<Function>) {
        let data = Object::new();
        let _ = Reflect::set(&data, &"title".into(), &title.into());
        let _ = Reflect::set(&data, &"url".into(), &url.into());
        if let Ok(shared) = share.call1(&navigator, &data).and_then(JsCast::dyn_into::<Promise>) {
            // A reader who closes the browser's own dialogue has answered too.
            let _ = JsFuture::from(shared).await;
        }
        return false;
    }
    // Outside secure contexts `navigator.clipboard` is undefined, whatever its type says.
    let Ok(clipboard) = Reflect::get(&navigator, &"clipboard".into()) else { return false };
    let copy = Reflect::get(&clipboard, &"writeText".into()).and_then(JsCast::dyn_into::<Function>);
    let copied =
        copy.and_then(|copy| copy.call1(&clipboard, &JsValue::from(url))).and_then(JsCast::dyn_into::<Promise>);
    match copied {
        Ok(copied) => JsFuture::from(copied).await.is_ok(),
        Err(_) => false,
    }
}
