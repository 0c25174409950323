//! The events of the element, but for those of signing (`loader/glue/signing.js`). All bubble and cross shadow roots;
//! `open-letter.d.ts` has their types.

use crate::model::Failure;
use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, EventTarget};

/// `open-letter-ready`: the letter is on the page.
pub(super) fn ready(host: &EventTarget) {
    dispatch(host, "open-letter-ready", &JsValue::NULL);
}

/// `open-letter-count`: the count is known, or has changed.
#[expect(clippy::cast_precision_loss, reason = "counts are whole numbers below 2^53")]
pub(super) fn count(host: &EventTarget, count: u64, previous: Option<u64>) {
    let previous = previous.map_or(JsValue::NULL, |previous| (previous as f64).into());
    let detail = detail(&[("count", (count as f64).into()), ("previous", previous)]);
    dispatch(host, "open-letter-count", &detail);
}

/// `open-letter-error`: the letter, or a part of it, could not be loaded.
pub(super) fn error(host: &EventTarget, failure: &Failure) {
    let code = failure.code.as_str();
    let detail =
        detail(&[("code", code.into()), ("message", (&failure.message).into()), ("url", (&failure.url).into())]);
    dispatch(host, "open-letter-error", &detail);
}

fn detail(members: &[(&str, JsValue)]) -> JsValue {
    let detail = Object::new();
    for (key, value) in members {
        let _ = Reflect::set(&detail, &(*key).into(), value);
    }
    detail.into()
}

fn dispatch(host: &EventTarget, name: &str, detail: &JsValue) {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_detail(detail);
    let _ = CustomEvent::new_with_event_init_dict(name, &init).and_then(|event| host.dispatch_event(&event));
}
