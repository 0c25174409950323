//! The functions that the element's class calls.

use super::element::Element;
use crate::model::{Kind, Signatory};
use js_sys::{Function, Promise};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, ShadowRoot};

/// Mounts the widget for `host` into `place`, an element in its shadow root. Each view sets `slot.hidden`: true if the
/// letter replaces the host page's content. It does so before the previous view is removed. `slot` need not be an
/// element. `texts` loads the interface's texts, see `loader/engine/texts.js`. The loaders of earlier releases don't
/// pass it: then the interface is in English.
#[wasm_bindgen]
#[must_use]
pub fn mount(
    host: HtmlElement,
    root: ShadowRoot,
    slot: HtmlElement,
    place: HtmlElement,
    texts: Option<Function>,
) -> Mounted {
    let element = Rc::new(Element::new(host, root, slot, place, texts));
    let mounted = Mounted { element };
    mounted.attributes_changed();
    mounted
}

/// A mounted element. The custom element's class holds it; freeing it ends all its work.
#[wasm_bindgen]
pub struct Mounted {
    element: Rc<Element>,
}

#[wasm_bindgen]
impl Mounted {
    /// Attributes of the element have changed. Returns whether a letter is loading; in earlier releases, nothing.
    pub fn attributes_changed(&self) -> bool {
        self.element.attributes_changed()
    }

    /// The host's content in the element has changed.
    pub fn content_changed(&self) {
        self.element.content_changed();
    }

    /// Updates the count. The promise resolves when the answer is in, or when none will come.
    pub fn update(&self) -> Promise {
        let element = &self.element;
        Promise::new(&mut |resolve, _| element.update(Box::new(move || drop(resolve.call0(&JsValue::UNDEFINED)))))
    }

    /// The `letter.json` that is shown, or `null`.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn letter(&self) -> JsValue {
        self.element.value()
    }

    /// The base of the letter's relative URLs: its own address, after all redirects. Empty without a letter.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn base(&self) -> String {
        self.element.base()
    }

    /// The reader has signed, with that place in the count (0 if it is unknown) and that name, if it is published. The
    /// note stands beside it until the roll has the id.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "one that is no count is 0")]
    pub fn sign(&self, number: f64, id: Option<String>, name: Option<String>, note: Option<String>) {
        let signatory = |name| Signatory { id, name, kind: Some(Kind::Person), note, ..Signatory::default() };
        self.element.sign(number as u64, name.map(signatory));
    }

    /// The count that is shown, or `null`.
    #[wasm_bindgen(getter)]
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "counts are whole numbers below 2^53")]
    pub fn count(&self) -> Option<f64> {
        self.element.count().map(|count| count as f64)
    }
}
