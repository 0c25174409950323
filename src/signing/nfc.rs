//! Composition by the crate unicode-normalization.

use unicode_normalization::UnicodeNormalization;

/// The text in Normalization Form C (Unicode Standard Annex #15).
pub(super) fn nfc(text: &str) -> String {
    text.nfc().collect()
}
