//! What the page that the widget takes over has written already: numbers, days, names of languages.

use crate::model::LanguageTag;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/embed/loader/glue/page.js")]
extern "C" {
    /// Keeps how the text that was published with the page is written, while it still stands in that shadow root.
    pub fn keep(root: &JsValue);
    #[wasm_bindgen(js_name = word)]
    fn word_in(lang: &str, key: &str) -> Option<String>;
    fn written(lang: &str, number: f64) -> Option<String>;
}

#[expect(clippy::cast_precision_loss, reason = "counts are whole numbers below 2^53")]
pub(super) fn number(lang: &LanguageTag, number: u64) -> Option<String> {
    written(lang.as_str(), number as f64)
}

/// The day with that date, or the language with that tag.
pub(super) fn word(lang: &LanguageTag, key: &str) -> Option<String> {
    word_in(lang.as_str(), key)
}
