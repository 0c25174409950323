//! Decomposition by the browser, of the Unicode version that it knows.

use js_sys::JsString;

/// Each character by itself in its compatibility decomposition (ECMA-262, `normalize`), in lower case, with a line
/// break after it. One call does them all: nothing is composed or reordered across a line break.
pub(super) fn decompose(text: &str) -> String {
    let mut apart = String::with_capacity(text.len() * 2);
    for char in text.chars() {
        if char != '\n' {
            apart.push(char);
        }
        apart.push('\n');
    }
    JsString::from(apart).normalize("NFKD").to_lower_case().into()
}
