//! The texts that have come in since the widget began: English is all that it brings itself.

use super::Texts;
use crate::model::LanguageTag;
use js_sys::Array;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};

thread_local! {
    static LEARNED: RefCell<Vec<&'static Texts>> = const { RefCell::new(Vec::new()) };
}

/// Takes in a file of texts: the release, then the values. What is of another release is left, for it may lack a text:
/// English is better than half of each.
pub fn learn(file: JsValue) {
    let file: Array = file.unchecked_into();
    let mut values = file.iter().map(|value| &*value.as_string().unwrap_or_default().leak());
    if values.next() == Some(env!("CARGO_PKG_VERSION")) {
        let texts = Texts::of(values);
        LEARNED.with_borrow_mut(|learned| learned.push(texts));
    }
}

pub(super) fn texts(reader: &LanguageTag) -> Option<&'static Texts> {
    LEARNED.with_borrow(|learned| learned.iter().copied().find(|texts| texts.are_for(reader)))
}
