//! The form's texts. English is in this part; the others are files of the release.

use crate::language::{SignTexts, english_sign};
use js_sys::{Array, Promise};
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen(module = "/src/embed/loader/glue/form.js")]
extern "C" {
    #[wasm_bindgen(js_name = formTexts, catch)]
    fn request(tag: &str) -> Result<Promise, JsValue>;
}

thread_local! {
    static KNOWN: RefCell<Vec<&'static SignTexts>> = const { RefCell::new(Vec::new()) };
}

/// The texts in the language with that tag; English, if they can't be had.
pub(super) async fn of(tag: &str) -> &'static SignTexts {
    let english = english_sign();
    if tag == english.lang {
        return english;
    }
    let known = KNOWN.with_borrow(|known| known.iter().copied().find(|texts| texts.lang == tag));
    match known {
        Some(texts) => texts,
        None => load(tag).await.unwrap_or(english),
    }
}

async fn load(tag: &str) -> Option<&'static SignTexts> {
    let file: Array = JsFuture::from(request(tag).ok()?).await.ok()?.dyn_into().ok()?;
    let mut values = file.iter().map(|value| &*value.as_string().unwrap_or_default().leak());
    // A file of another release may lack a text.
    (values.next() == Some(env!("CARGO_PKG_VERSION")))
        .then(|| SignTexts::of(values))
        .inspect(|texts| KNOWN.with_borrow_mut(|known| known.push(texts)))
}
