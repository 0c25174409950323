//! The events of the element. All bubble and cross shadow roots; `open-letter.d.ts` has their types.

use crate::model::Failure;
use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, EventTarget};

/// `open-letter-ready`: the letter is on the page.
pub(super) fn ready(host: &EventTarget) {
    dispatch(host, "open-letter-ready", false, &JsValue::NULL);
}

/// `open-letter-count`: the count is known, or has changed.
#[expect(clippy::cast_precision_loss, reason = "counts are whole numbers below 2^53")]
pub(super) fn count(host: &EventTarget, count: u64, previous: Option<u64>) {
    let previous = previous.map_or(JsValue::NULL, |previous| (previous as f64).into());
    let detail = detail(&[("count", (count as f64).into()), ("previous", previous)]);
    dispatch(host, "open-letter-count", false, &detail);
}

/// `open-letter-error`: the letter, or a part of it, could not be loaded.
pub(super) fn error(host: &EventTarget, failure: &Failure) {
    let code = failure.code.as_str();
    let detail =
        detail(&[("code", code.into()), ("message", (&failure.message).into()), ("url", (&failure.url).into())]);
    dispatch(host, "open-letter-error", false, &detail);
}

/// `open-letter-signed`: a reader has signed; `state` says how far that is known.
pub(super) fn signed(host: &EventTarget, state: &str) {
    dispatch(host, "open-letter-signed", false, &detail(&[("state", state.into())]));
}

/// `open-letter-sign`: a reader follows the link to sign, or opens the form. Returns whether the host page allows that.
pub(super) fn sign(host: &EventTarget, url: &str) -> bool {
    dispatch(host, "open-letter-sign", true, &detail(&[("url", url.into())]))
}

fn detail(members: &[(&str, JsValue)]) -> JsValue {
    let detail = Object::new();
    for (key, value) in members {
        let _ = Reflect::set(&detail, &(*key).into(), value);
    }
    detail.into()
}

/// Dispatches an event; false if it is cancelable and a listener has cancelled it.
fn dispatch(host: &EventTarget, name: &str, cancelable: bool, detail: &JsValue) -> bool {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_cancelable(cancelable);
    init.set_detail(detail);
    CustomEvent::new_with_event_init_dict(name, &init).and_then(|event| host.dispatch_event(&event)).unwrap_or(true)
}
