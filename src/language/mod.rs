//! What the interface says, and how numbers and dates are written: `Intl` in the browser, ICU4X natively.

mod en;
#[cfg(not(target_arch = "wasm32"))]
#[path = "icu.rs"]
mod format;
#[cfg(target_arch = "wasm32")]
#[path = "intl.rs"]
mod format;
mod fr;
#[cfg(not(target_arch = "wasm32"))]
mod names;
mod texts;

#[cfg(not(target_arch = "wasm32"))]
pub use texts::Pages;
pub use texts::{Failures, Plural, Texts};

use crate::model::{Date, LanguageTag, Timestamp};

/// Every language of the interface. English is the one that all others fall back to.
const LANGUAGES: [&Texts; 2] = [&en::TEXTS, &fr::TEXTS];

/// The language that something is shown in: its own conventions for numbers and dates, and the interface's texts
/// in it, or in English where there are none.
#[derive(Clone)]
pub struct Language {
    tag: LanguageTag,
    /// The interface's texts.
    pub texts: &'static Texts,
}

impl Language {
    /// The language with that tag.
    #[must_use]
    pub fn new(tag: &LanguageTag) -> Language {
        Language { tag: tag.clone(), texts: texts(tag).unwrap_or(&en::TEXTS) }
    }

    /// The first of `wanted` that the interface speaks, or English.
    #[must_use]
    pub fn first_of(wanted: &[LanguageTag]) -> Language {
        let spoken = wanted.iter().find(|tag| texts(tag).is_some());
        spoken.map_or_else(|| Language { tag: tag(&en::TEXTS), texts: &en::TEXTS }, Language::new)
    }

    /// The language's tag (BCP 47).
    #[must_use]
    pub fn tag(&self) -> &str {
        self.tag.as_str()
    }

    /// The language's own name for itself, or its tag where nobody knows it.
    #[must_use]
    pub fn name(tag: &LanguageTag) -> String {
        match texts(tag) {
            Some(texts) => texts.name.to_string(),
            None => format::language_name(tag.as_str()),
        }
    }

    /// The tag of the interface's texts where it is another language than the one that is shown, for `lang`.
    #[must_use]
    pub fn foreign_texts(&self) -> Option<&'static str> {
        (self.texts.lang != self.tag.language()).then_some(self.texts.lang)
    }

    /// A number with the language's digits and separators.
    #[must_use]
    pub fn number(&self, number: u64) -> String {
        format::number(self.tag.as_str(), number)
    }

    /// A day, written out: *September 7, 2023*.
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        format::date(self.tag.as_str(), date)
    }

    /// A moment, by the reader's own clock: *Nov 23, 2026, 1:00 PM*.
    #[must_use]
    pub fn moment(&self, moment: Timestamp) -> String {
        format::moment(self.tag.as_str(), moment)
    }

    /// The form of a text for that number, with the number in place of `{n}`.
    #[must_use]
    pub fn plural(&self, plural: &Plural, number: u64) -> String {
        self.plural_form(plural, number).replace("{n}", &self.number(number))
    }

    /// The form of a text for that number, `{n}` still in it.
    #[must_use]
    pub fn plural_form(&self, plural: &Plural, number: u64) -> &'static str {
        plural.form(&format::plural_category(self.texts.lang, number))
    }
}

fn texts(wanted: &LanguageTag) -> Option<&'static Texts> {
    LANGUAGES.into_iter().find(|texts| texts.lang == wanted.language())
}

fn tag(texts: &Texts) -> LanguageTag {
    LanguageTag::parse(texts.lang).unwrap_or_else(|| unreachable!("each language has a tag"))
}
