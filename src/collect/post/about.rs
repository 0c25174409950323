//! A letter as mails and pages name it.

use super::texts::Texts;
use crate::language::Language;
use crate::model::LanguageTag;

/// A letter, in the language of the text that was signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// The language of that text.
    pub lang: LanguageTag,
    /// Its title.
    pub title: String,
    /// The address of its page.
    pub url: String,
    /// Where readers find what becomes of their data.
    pub privacy: Option<String>,
    /// What the letter says of what happens next.
    pub next: Option<String>,
}

/// The language of a mail or a page: that of the letter's text, or English where the interface does not speak it.
#[derive(Clone)]
pub struct Speech {
    /// For numbers, days, and the interface's own texts.
    pub language: Language,
    /// The texts of mails and pages.
    pub texts: &'static Texts,
}

impl Speech {
    /// The language for readers of that one.
    #[must_use]
    pub fn of(lang: &LanguageTag) -> Speech {
        let language = Language::first_of(std::slice::from_ref(lang));
        let texts = Texts::of(&language);
        Speech { language, texts }
    }

    /// The values of `lang` and `dir`.
    #[must_use]
    pub fn lang_and_dir(&self) -> (&'static str, &'static str) {
        let (lang, direction) = self.language.of_texts();
        (lang, direction.as_str())
    }
}
