//! The interface's texts, and the formats of numbers and dates: `Intl` in the browser, ICU4X natively.
//!
//! The two support different languages, and format some of them differently. So the widget keeps the numbers and dates
//! that the published page already shows. What a browser does not support gets a plain form, never the browser's own
//! language: days as in ISO 8601, numbers in groups of three digits.
//!
//! Each language is a file in `texts/`. The widget contains English and loads the others, small files beside it. The
//! coordinator's command contains them all. The texts of the form to sign are in `texts/sign/`.

mod bidi;
mod fill;
#[cfg(not(target_arch = "wasm32"))]
#[path = "icu.rs"]
mod format;
#[cfg(target_arch = "wasm32")]
#[path = "intl.rs"]
mod format;
#[cfg(target_arch = "wasm32")]
mod loaded_texts;
#[cfg(not(target_arch = "wasm32"))]
mod page_texts;
#[cfg(target_arch = "wasm32")]
mod page_values;
#[cfg(not(target_arch = "wasm32"))]
mod sign_texts;
mod texts;

pub use fill::{around, fill};
#[cfg(target_arch = "wasm32")]
pub use loaded_texts::learn;
#[cfg(not(target_arch = "wasm32"))]
pub use page_texts::Pages;
#[cfg(target_arch = "wasm32")]
pub use page_values::{keep, lead};
#[cfg(not(target_arch = "wasm32"))]
pub use sign_texts::SignTexts;
pub use texts::{Failures, Plural, Texts};

use crate::model::{Date, Direction, LanguageTag, Timestamp};

// The languages' names, `NAMES`; the compiled texts, `COMPILED`, English first; natively also the files.
include!(concat!(env!("OUT_DIR"), "/texts.rs"));

/// A display language: its formats for numbers and dates, and the interface's texts in it, or in English if there are
/// none.
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
        Language { tag: tag.clone(), texts: texts(tag).unwrap_or(english()) }
    }

    /// The first of `wanted` that the interface supports, or English.
    #[must_use]
    pub fn first_of(wanted: &[LanguageTag]) -> Language {
        let spoken = wanted.iter().find(|tag| texts(tag).is_some());
        spoken.map_or_else(|| Language::new(&tag(english())), Language::new)
    }

    /// The language's tag (BCP 47).
    #[must_use]
    pub fn tag(&self) -> &str {
        self.tag.as_str()
    }

    /// The language's name in itself, or its tag if the name is unknown.
    #[must_use]
    pub fn name(&self, tag: &LanguageTag) -> String {
        #[cfg(target_arch = "wasm32")]
        if let Some(written) = page_values::word(&self.tag, tag.as_str()) {
            return written;
        }
        // Some browsers lack names: Chromium writes "Armenian" for Armenian.
        let known = NAMES.iter().find(|(lang, _)| *lang == tag.as_str());
        known.map_or_else(|| format::language_name(tag), |(_, name)| (*name).to_string())
    }

    /// The tag and the direction of the interface's texts.
    #[must_use]
    pub fn of_texts(&self) -> (&'static str, Direction) {
        (self.texts.lang, tag(self.texts).direction())
    }

    /// The values of `lang` and `dir` for the interface's texts, if their language differs from the display language.
    #[cfg(not(target_arch = "wasm32"))]
    #[must_use]
    pub fn foreign(&self) -> Option<(&'static str, &'static str)> {
        let (lang, direction) = self.of_texts();
        self.is_foreign().then_some((lang, direction.as_str()))
    }

    /// Whether the interface's texts are in another language than the display language.
    #[must_use]
    pub fn is_foreign(&self) -> bool {
        !self.texts.are_for(&self.tag)
    }

    /// The additional texts of published pages.
    #[cfg(not(target_arch = "wasm32"))]
    #[must_use]
    pub fn pages(&self) -> &'static Pages {
        let index = COMPILED.iter().position(|texts| texts.lang == self.texts.lang);
        index.and_then(|index| PAGES.get(index)).unwrap_or(&PAGES[0])
    }

    /// The texts of the form to sign.
    #[cfg(not(target_arch = "wasm32"))]
    #[must_use]
    pub fn sign_texts(&self) -> &'static SignTexts {
        SIGN.iter().find(|texts| texts.lang == self.texts.lang).unwrap_or(&SIGN[0])
    }

    /// The number with the language's digits and separators.
    #[must_use]
    pub fn number(&self, number: u64) -> String {
        #[cfg(target_arch = "wasm32")]
        if let Some(written) = page_values::number(&self.tag, number) {
            return written;
        }
        format::number(self.tag.as_str(), number)
    }

    /// Two numbers that show how to write all others: the first with four digits, and the greatest power of ten that a
    /// count can have (below 2^53).
    #[cfg(not(target_arch = "wasm32"))]
    #[must_use]
    pub fn numbers(&self) -> String {
        [&self.number(1000), "/", &self.number(10_u64.pow(15))].concat()
    }

    /// The day in words: *September 7, 2023*.
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        #[cfg(target_arch = "wasm32")]
        if let Some(written) = page_values::word(&self.tag, &date.to_iso()) {
            return written;
        }
        self.written_out(date).unwrap_or_else(|| format::date(self.tag.as_str(), date))
    }

    /// The day in words from our own texts, for languages that some browsers have no dates in.
    fn written_out(&self, date: Date) -> Option<String> {
        let Texts { day, months, .. } = self.texts;
        let iso = date.to_iso();
        let (year, month, of_month) = (iso.get(..4)?, iso.get(5..7)?, iso.get(8..)?);
        let month = around(around(months, month)?.1, "")?.0;
        Some(fill(&fill(&fill(day, "month", month), "year", year), "day", of_month))
    }

    /// Date and time, in the reader's time zone: *Nov 23, 2026, 1:00 PM*.
    #[must_use]
    pub fn moment(&self, moment: Timestamp) -> String {
        format::moment(self.tag.as_str(), moment)
    }

    /// The time relative to `now`: *5 minutes ago*.
    #[must_use]
    pub fn ago(&self, moment: Timestamp, now: Timestamp) -> String {
        let (number, unit) = moment.before(now);
        format::ago(self.tag.as_str(), number, unit)
    }

    /// The plural form for the number, with the number in place of `{n}`.
    #[must_use]
    pub fn plural(&self, plural: &Plural, number: u64) -> String {
        fill(self.plural_form(plural, number), "n", &self.number(number))
    }

    /// The plural form for the number, still with `{n}`.
    #[must_use]
    pub fn plural_form(&self, plural: &Plural, number: u64) -> &'static str {
        plural.form(&format::plural_category(self.texts.lang, number))
    }
}

/// The texts in all languages, English first.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn all() -> &'static [Texts] {
    COMPILED
}

/// The texts of the form to sign in all languages, English first.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn all_sign() -> &'static [SignTexts] {
    SIGN
}

/// The texts for readers of that language, if available.
fn texts(reader: &LanguageTag) -> Option<&'static Texts> {
    #[cfg(target_arch = "wasm32")]
    if let Some(texts) = loaded_texts::texts(reader) {
        return Some(texts);
    }
    COMPILED.iter().find(|texts| texts.are_for(reader))
}

fn english() -> &'static Texts {
    &COMPILED[0]
}

fn tag(texts: &Texts) -> LanguageTag {
    LanguageTag::parse(texts.lang).unwrap_or_else(|| unreachable!("each language has a tag"))
}
