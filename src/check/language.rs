//! Finds a language by its name where its code belongs: `English` is no code that any browser knows.

use super::note::Note;
use crate::model::LanguageTag;

/// The word for programs.
pub const CODE: &str = "language";

/// Checks the code of the letter's language. Every registered one has two or three letters (IANA Language Subtag
/// Registry).
#[must_use]
pub fn check(lang: &LanguageTag) -> Option<Note> {
    (lang.language().len() > 3).then(|| {
        let message =
            format!("is “{}”, which is not a language code: write one such as en, fr or pt-BR", lang.as_str());
        Note::warning("lang", CODE, message)
    })
}
