//! The texts of languages loaded at run time: the widget itself contains English only.

use super::Texts;
use crate::model::LanguageTag;
use js_sys::Array;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};

thread_local! {
    static LEARNED: RefCell<Vec<&'static Texts>> = const { RefCell::new(Vec::new()) };
}

/// Adds a file of texts: the release, then the values. A file of another release is ignored because it may lack a text:
/// all English is better than a mixture.
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
