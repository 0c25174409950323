//! The formats of numbers, and of days in unsupported languages.

use open_letter::language::Language;
use open_letter::model::{Date, LanguageTag};

fn language(lang: &str) -> Language {
    Language::new(&LanguageTag::parse(lang).unwrap())
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
        ("fr-CH", 12_345, "12'345"),
        ("my", 12_345, "၁၂,၃၄၅"),
        ("nl", 12_345, "12.345"),
        ("pl", 9999, "9999"),
        ("pl", 12_345, "12\u{a0}345"),
        ("fa", 12_345, "۱۲٬۳۴۵"),
    ] {
        assert_eq!(language(lang).number(number), text, "{lang}");
    }
}

/// Days as in ISO 8601, numbers in groups of three (ISO 80000-1): not those of some other language.
#[test]
fn what_nobody_knows_is_written_plainly() {
    let day = Date { year: 2024, month: 3, day: 1 };
    for lang in ["tlh", "qaa", "en-a", "xx", "art-x-own"] {
        assert_eq!(language(lang).date(day), "2024-03-01", "{lang}");
        assert_eq!(language(lang).number(1_234_567), "1\u{a0}234\u{a0}567", "{lang}");
    }
}

/// A published page gives these samples to the widget that replaces it.
#[test]
fn two_numbers_tell_all_others() {
    for (lang, numbers) in [
        ("en", "1,000/1,000,000,000,000,000"),
        ("es", "1000/1.000.000.000.000.000"),
        ("hi", "1,000/1,00,00,00,00,00,00,000"),
        ("my", "၁,၀၀၀/၁,၀၀၀,၀၀၀,၀၀၀,၀၀၀,၀၀၀"),
        ("fa", "۱٬۰۰۰/۱٬۰۰۰٬۰۰۰٬۰۰۰٬۰۰۰٬۰۰۰"),
    ] {
        assert_eq!(language(lang).numbers(), numbers);
    }
}
