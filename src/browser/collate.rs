//! Alphabetical order.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type Collator;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(tag: &str) -> Result<Collator, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn compare(this: &Collator, one: &str, other: &str) -> Result<f64, JsValue>;
}

/// Sorts by names in the order of that language (ECMA-402, `Intl.Collator`); keeps the order if the browser can't sort
/// so.
pub fn collate<T>(tag: &str, items: &mut [T], name: impl Fn(&T) -> &str) {
    let Ok(collator) = Collator::new(tag) else { return };
    items.sort_by(|one, other| collator.compare(name(one), name(other)).unwrap_or_default().total_cmp(&0.0));
}
