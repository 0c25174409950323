//! The numbers, days and names of languages that the page already shows when the widget takes over.

use crate::model::LanguageTag;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/embed/loader/glue/page.js")]
extern "C" {
    /// Remembers how the published text in that shadow root writes them, while the text is still there.
    pub fn keep(root: &JsValue);
    /// Moves the reader's focus from the view before to the one that was added last to `place`.
    pub fn lead(place: &JsValue);
    #[wasm_bindgen(js_name = word)]
    fn word_in(lang: &str, key: &str) -> Option<String>;
    fn written(lang: &str, number: f64) -> Option<String>;
}

#[expect(clippy::cast_precision_loss, reason = "counts are whole numbers below 2^53")]
pub(super) fn number(lang: &LanguageTag, number: u64) -> Option<String> {
    written(lang.as_str(), number as f64)
}

/// How the page writes the day with that date, or the language with that tag.
pub(super) fn word(lang: &LanguageTag, key: &str) -> Option<String> {
    word_in(lang.as_str(), key)
}
