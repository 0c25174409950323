//! Decomposition by the crate unicode-normalization (Unicode 17.0).

use unicode_normalization::char::decompose_compatible;

/// Decomposes each character on its own (compatibility decomposition, Unicode Standard Annex #15, NFKD), in lower case,
/// with a line break after each.
pub(super) fn decompose(text: &str) -> String {
    let mut decomposed = String::with_capacity(text.len() * 3);
    for char in text.chars() {
        match char {
            '\n' => {}
            _ => decompose_compatible(char, |part| decomposed.extend(part.to_lowercase())),
        }
        decomposed.push('\n');
    }
    decomposed
}
