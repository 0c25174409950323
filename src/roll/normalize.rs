//! Decomposition by the browser, with the Unicode version that it supports.

use js_sys::JsString;

/// Decomposes each character on its own (compatibility decomposition, ECMA-262, `normalize`), in lower case, with a
/// line break after each. One call handles all characters: nothing is composed or reordered across a line break.
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
