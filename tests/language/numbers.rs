//! Numbers that a page tells by two of them.

use open_letter::language::{Language, Numbers};
use open_letter::model::{Date, LanguageTag};
use proptest::prelude::*;

/// Every kind of digits, groups and marks between them.
const LANGUAGES: [&str; 22] = [
    "en", "de", "de-CH", "de-AT", "fr", "fr-CH", "es", "es-MX", "pl", "pt-PT", "hy", "hi", "bn", "ar", "ar-SA", "ckb", "fa", "my",
    "ne", "dz", "tlh", "en-a",
];

fn language(lang: &str) -> Language {
    Language::new(&LanguageTag::parse(lang).unwrap())
}

fn written(lang: &str, number: u64) -> Option<String> {
    let language = language(lang);
    Numbers::read(&Numbers::told(|number| language.number(number))).unwrap().write(number)
}

proptest! {
    #[test]
    fn every_number_is_written_as_the_page_writes_it(number in prop_oneof![0..20_000_u64, 0..2_u64.pow(53)], lang in 0..LANGUAGES.len()) {
        let lang = LANGUAGES[lang];
        prop_assert_eq!(written(lang, number), Some(language(lang).number(number)), "{} in {}", number, lang);
    }

    #[test]
    fn whatever_a_page_tells_something_or_nothing_is_written(told in ".*", number in any::<u64>()) {
        let _ = Numbers::read(&told).and_then(|numbers| numbers.write(number));
    }
}

#[test]
fn groups_begin_where_each_language_has_them_begin() {
    for (lang, number, text) in [
        ("en", 999, "999"),
        ("en", 1000, "1,000"),
        ("es", 9999, "9999"),
        ("es", 10_000, "10.000"),
        ("hi", 1_234_567, "12,34,567"),
        ("hy", 12_345, "12\u{a0}345"),
        ("fr-CH", 12_345, "12\u{202f}345"),
        ("my", 12_345, "၁၂,၃၄၅"),
    ] {
        assert_eq!(language(lang).number(number), text, "{lang}");
        assert_eq!(written(lang, number).as_deref(), Some(text), "{lang}");
    }
}

/// Days by ISO 8601, numbers in groups of three (ISO 80000-1): of no other language.
#[test]
fn what_nobody_knows_is_written_plainly() {
    let day = Date { year: 2024, month: 3, day: 1 };
    for lang in ["tlh", "qaa", "en-a", "xx", "art-x-own"] {
        assert_eq!(language(lang).date(day), "2024-03-01", "{lang}");
        assert_eq!(language(lang).number(1_234_567), "1\u{a0}234\u{a0}567", "{lang}");
    }
}
