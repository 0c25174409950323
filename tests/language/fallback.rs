//! Which texts are used for which language, and the names of languages.

use open_letter::language::Language;
use open_letter::model::{Date, Direction, LanguageTag};

fn tag(tag: &str) -> LanguageTag {
    LanguageTag::parse(tag).unwrap()
}

#[test]
fn a_region_gets_its_languages_texts_and_what_nobody_speaks_gets_english() {
    for (wanted, texts) in [
        ("fr", "fr"),
        ("fr-CA", "fr"),
        ("de-AT-1996", "de"),
        ("es-419", "es"),
        ("pt-BR", "pt"),
        ("nl-BE", "nl"),
        ("fa-AF", "fa"),
        ("ja-JP", "ja"),
        ("ko-KP", "ko"),
        ("iw", "he"),
        ("zh", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("zh-SG", "zh-Hans"),
        ("zh-Hant", "en"),
        ("zh-TW", "en"),
        ("zh-HK", "en"),
        ("ka", "en"),
        ("nb", "en"),
    ] {
        let language = Language::new(&tag(wanted));
        assert_eq!(language.texts.lang, texts, "{wanted}");
        assert_eq!(language.tag(), wanted);
        assert_eq!(language.is_foreign(), texts == "en", "{wanted}");
    }
    assert!(!Language::new(&tag("en-GB")).is_foreign());
}

#[test]
fn numbers_and_dates_keep_the_region() {
    let number = |lang| Language::new(&tag(lang)).number(12_873);
    assert_eq!((number("de"), number("de-CH")), ("12.873".into(), "12'873".into()));
    let date = |lang| Language::new(&tag(lang)).date(Date { year: 2026, month: 3, day: 1 });
    assert_eq!((date("en"), date("en-GB")), ("March 1, 2026".into(), "1 March 2026".into()));
}

#[test]
fn forms_follow_the_number() {
    let signatures = |lang: &str, number| {
        let language = Language::new(&tag(lang));
        language.plural(&language.texts.signatures, number).replace('\u{a0}', " ")
    };
    for (lang, number, text) in [
        ("fr", 0, "0 signature"),
        ("fr", 2, "2 signatures"),
        ("fr", 1_000_000, "1\u{202f}000\u{202f}000 de signatures"),
        ("ru", 1, "1 подпись"),
        ("ru", 22, "22 подписи"),
        ("ru", 111, "111 подписей"),
        ("uk", 5, "5 підписів"),
        ("ar", 2, "توقيعان"),
        ("ar", 103, "103 توقيعات"),
        ("he", 1, "חתימה אחת"),
        ("he", 20, "20 חתימות"),
        ("zh", 7, "7个签名"),
        ("nl", 1, "1 handtekening"),
        ("pl", 1, "1 podpis"),
        ("pl", 24, "24 podpisy"),
        ("pl", 12, "12 podpisów"),
        ("el", 2, "2 υπογραφές"),
        ("fa", 1, "۱ امضا"),
        ("fa", 12_873, "۱۲٬۸۷۳ امضا"),
        ("ja", 12_873, "12,873筆の署名"),
        ("ko", 7, "서명 7건"),
    ] {
        assert_eq!(signatures(lang, number), text, "{number} in {lang}");
    }
}

#[test]
fn texts_say_their_direction() {
    for lang in ["ar", "fa", "he"] {
        assert_eq!(Language::new(&tag(lang)).of_texts(), (lang, Direction::Rtl));
    }
    for lang in ["hy", "ja"] {
        assert_eq!(Language::new(&tag(lang)).of_texts(), (lang, Direction::Ltr));
    }
    assert_eq!(Language::new(&tag("ur")).of_texts(), ("en", Direction::Ltr));
}

#[test]
fn languages_are_called_as_they_call_themselves() {
    for (lang, name) in [
        ("hy", "հայերեն"),
        ("pt-BR", "português (BR)"),
        ("zh-Hans", "简体中文"),
        ("fa", "فارسی"),
        ("el-CY", "Ελληνικά (CY)"),
        ("ka", "ქართული"),
        ("sw", "Kiswahili"),
        ("qaa", "qaa"),
    ] {
        assert_eq!(Language::new(&tag("en")).name(&tag(lang)), name);
    }
}

/// In the calendar and the digits that the country uses (CLDR), as every browser writes them.
#[test]
fn days_and_numbers_are_in_the_languages_own_calendar_and_digits() {
    let date = |lang| Language::new(&tag(lang)).date(Date { year: 2023, month: 9, day: 7 });
    for (lang, text) in [
        ("nl", "7 september 2023"),
        ("pl", "7 września 2023"),
        ("el", "7 Σεπτεμβρίου 2023"),
        ("fa", "۱۶ شهریور ۱۴۰۲"),
        ("ja", "2023年9月7日"),
        ("ko", "2023년 9월 7일"),
    ] {
        assert_eq!(date(lang), text, "{lang}");
    }
}

/// As Firefox and `WebKit` write them (CLDR, `dateStyle: "long"`): Chromium has none in Armenian.
#[test]
fn armenian_days_are_in_our_own_words() {
    let armenian = Language::new(&tag("hy-AM"));
    assert_eq!(armenian.date(Date { year: 2023, month: 9, day: 7 }), "07 սեպտեմբերի, 2023 թ.");
    assert_eq!(armenian.date(Date { year: 2024, month: 12, day: 31 }), "31 դեկտեմբերի, 2024 թ.");
}
