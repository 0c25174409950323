//! What the class of the element holds.

use super::element::Element;
use super::stylesheet;
use js_sys::{Function, Promise};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, ShadowRoot};

/// Mounts the widget for `host` into `place`, an element in its shadow root. `slot` is told
/// whether the letter hides what the host has put there, with each view and before the one that it replaces goes: it
/// need be no element, only have `hidden`.
/// `texts` asks for the interface's texts, as `loader/engine/texts.js` says; the loaders of earlier releases don't give it, and
/// have the interface in English.
#[wasm_bindgen]
#[must_use]
pub fn mount(
    host: HtmlElement,
    root: ShadowRoot,
    slot: HtmlElement,
    place: HtmlElement,
    texts: Option<Function>,
) -> Mounted {
    stylesheet::adopt(&root);
    let element = Rc::new(Element::new(host, root, slot, place, texts));
    let mounted = Mounted { element };
    mounted.attributes_changed();
    mounted
}

/// A mounted element, held by the custom element's class until it is freed, which ends everything that it began.
#[wasm_bindgen]
pub struct Mounted {
    element: Rc<Element>,
}

#[wasm_bindgen]
impl Mounted {
    /// Attributes of the element have changed.
    pub fn attributes_changed(&self) {
        self.element.read_attributes();
        self.element.load();
    }

    /// The host's content in the element has changed.
    pub fn content_changed(&self) {
        if self.element.letter().is_none() {
            self.element.render();
        }
    }

    /// Asks for the count now. The promise resolves when the answer is in, or when it is known that none will come.
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

    /// The count that is shown, or `null`.
    #[wasm_bindgen(getter)]
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "counts are whole numbers below 2^53")]
    pub fn count(&self) -> Option<f64> {
        self.element.count().map(|count| count as f64)
    }
}
