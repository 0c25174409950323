//! The code of the letter's language.

use super::{has_findings, text};

#[test]
fn the_name_of_a_language_is_no_code() {
    has_findings(
        &text("English", "Text."),
        &["letter.md:2: warning: lang is “English”, which is not a language code: write one such as en, fr or pt-BR"],
    );
    for lang in ["en", "pt-BR", "gsw", "zh-Hant-TW"] {
        has_findings(&text(lang, "Text."), &[]);
    }
}
