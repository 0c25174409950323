//! The stylesheet, constructed once for the page: it needs no `style` attribute or element, and so no `style-src`.

use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{CssStyleSheet, ShadowRoot};

/// The files of `style/`, joined and minified by the build script.
const CSS: &str = include_str!(concat!(env!("OUT_DIR"), "/widget.css"));

thread_local! {
    static SHEET: Option<CssStyleSheet> = CssStyleSheet::new().ok().inspect(|sheet| {
        let _ = sheet.replace_sync(CSS);
    });
}

/// Adds the stylesheet to the shadow root's, unless it is there.
pub(super) fn adopt(root: &ShadowRoot) {
    let Ok(adopted) = Reflect::get(root, &"adoptedStyleSheets".into()) else { return };
    SHEET.with(|sheet| {
        let Some(sheet) = sheet else { return };
        let sheets = Array::from(&adopted);
        if !sheets.includes(sheet, 0) {
            sheets.push(sheet);
            let _ = Reflect::set(root, &JsValue::from("adoptedStyleSheets"), &sheets);
        }
    });
}
