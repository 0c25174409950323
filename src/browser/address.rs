//! Addresses, and the languages of the page and its reader.

use crate::model::LanguageTag;
use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use web_sys::{Element, ShadowRoot, window};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = URL)]
    type Address;
    #[wasm_bindgen(constructor, js_class = "URL", catch)]
    fn new(reference: &str, base: &str) -> Result<Address, JsValue>;
}

/// The URL of a reference at that base, as the browser writes it (URL Standard); `None` if the reference is invalid, or
/// if the page has replaced the browser's `URL`.
#[must_use]
pub fn resolve(reference: &str, base: &str) -> Option<String> {
    let address = JsValue::from(Address::new(reference, base).ok()?);
    Reflect::get(&address, &"href".into()).ok()?.as_string()
}

/// The language of the text around the element: the nearest `lang`, also beyond shadow roots (HTML, 3.2.6.2).
#[must_use]
pub fn nearest_language(element: &Element) -> Option<LanguageTag> {
    let mut element = element.clone();
    loop {
        if let Ok(Some(holder)) = element.closest("[lang]") {
            return LanguageTag::parse(&holder.get_attribute("lang")?);
        }
        element = element.get_root_node().dyn_into::<ShadowRoot>().ok()?.host();
    }
}

/// The languages that the reader's browser asks for, the preferred one first.
#[must_use]
pub fn reader_languages() -> Vec<LanguageTag> {
    let Some(window) = window() else { return Vec::new() };
    let tags = window.navigator().languages();
    tags.iter().filter_map(|tag: JsValue| LanguageTag::parse(&tag.as_string()?)).collect()
}
