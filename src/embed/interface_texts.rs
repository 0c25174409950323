//! Loads the interface's texts while the letter loads.

use crate::language::learn;
use js_sys::{Array, Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlElement;

/// The texts in the languages that the letter may have.
#[derive(Clone, Default)]
pub(super) struct Interface(Option<Function>);

impl Interface {
    /// Makes the loader load them: only those of `lang`, if the letter's language is known.
    pub fn ask(texts: Option<&Function>, host: &HtmlElement, lang: Option<&str>) -> Interface {
        let lang = lang.map_or(JsValue::UNDEFINED, JsValue::from);
        let ready = texts.and_then(|texts| texts.call2(&JsValue::UNDEFINED, host, &lang).ok());
        Interface(ready.and_then(|ready| ready.dyn_into().ok()))
    }

    /// Takes the texts that have loaded or load soon, those in the language of the letter too. The letter has loaded
    /// already, so it does not wait for long.
    pub async fn learn(self, letter: Option<&str>) {
        let lang = letter.map_or(JsValue::UNDEFINED, JsValue::from);
        let promise = self.0.and_then(|ready| ready.call1(&JsValue::UNDEFINED, &lang).ok()?.dyn_into::<Promise>().ok());
        let Some(promise) = promise else { return };
        let Ok(texts) = JsFuture::from(promise).await else { return };
        texts.unchecked_into::<Array>().iter().for_each(learn);
    }
}
