//! Composition by the browser.

use js_sys::JsString;

/// The text in Normalization Form C (ECMA-262, `normalize`).
pub(super) fn nfc(text: &str) -> String {
    JsString::from(text).normalize("NFC").into()
}
