//! The events of the element, all of which bubble and leave shadow roots, as `open-letter.d.ts` types them.

use crate::model::Failure;
use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, EventTarget};

/// `open-letter-ready`: the letter is on the page.
pub(super) fn ready(host: &EventTarget) {
    dispatch(host, "open-letter-ready", false, &JsValue::NULL);
}

/// `open-letter-error`: the letter could not be had.
pub(super) fn error(host: &EventTarget, failure: &Failure) {
    let code = failure.code.as_str();
    let detail = detail(&[("code", code), ("message", &failure.message), ("url", &failure.url)]);
    dispatch(host, "open-letter-error", false, &detail);
}

/// `open-letter-sign`: a reader follows the link to sign. The answer says whether the host lets it be followed.
pub(super) fn sign(host: &EventTarget, url: &str) -> bool {
    dispatch(host, "open-letter-sign", true, &detail(&[("url", url)]))
}

fn detail(members: &[(&str, &str)]) -> JsValue {
    let detail = Object::new();
    for (key, value) in members {
        let _ = Reflect::set(&detail, &(*key).into(), &(*value).into());
    }
    detail.into()
}

/// Dispatches; false if a listener of a cancelable event has cancelled it.
fn dispatch(host: &EventTarget, name: &str, cancelable: bool, detail: &JsValue) -> bool {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_cancelable(cancelable);
    init.set_detail(detail);
    CustomEvent::new_with_event_init_dict(name, &init).and_then(|event| host.dispatch_event(&event)).unwrap_or(true)
}
