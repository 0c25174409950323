//! Language tags and their directions.

use open_letter::model::{Direction, LanguageTag};

fn tag(tag: &str) -> LanguageTag {
    LanguageTag::parse(tag).unwrap_or_else(|| panic!("{tag} is a tag"))
}

#[test]
fn well_formed_tags_are_read() {
    for text in ["en", "fr-CA", "zh-Hant-TW", "hy", "sr-Latn", "es-419", "x-private", "en-x-a", "de-1996"] {
        assert_eq!(LanguageTag::parse(text).is_some(), text != "x-private", "{text}");
    }
    assert_eq!(tag(" en ").as_str(), "en");
}

#[test]
fn what_is_no_tag_is_none() {
    for text in ["", "e", "english!", "fr_CA", "fr-", "-fr", "fr--CA", "français", "1n", "abcdefghi", "en-abcdefghi"] {
        assert_eq!(LanguageTag::parse(text), None, "{text}");
    }
}

#[test]
fn the_direction_is_that_of_the_script() {
    for (text, direction) in [
        ("en", Direction::Ltr),
        ("hy", Direction::Ltr),
        ("zh-Hant-TW", Direction::Ltr),
        ("ar", Direction::Rtl),
        ("fa-IR", Direction::Rtl),
        ("he", Direction::Rtl),
        ("HE", Direction::Rtl),
        ("iw", Direction::Rtl),
        ("ckb", Direction::Rtl),
        ("ug", Direction::Rtl),
        ("ar-Latn", Direction::Ltr),
        ("az-Arab", Direction::Rtl),
        ("pa-Arab-PK", Direction::Rtl),
        ("en-Hebr", Direction::Rtl),
        ("de-1996", Direction::Ltr),
    ] {
        assert_eq!(tag(text).direction(), direction, "{text}");
    }
}

#[test]
fn who_reads_a_language_reads_it_whatever_the_country_but_chinese_is_two() {
    for (one, other, same) in [
        ("fr-CA", "fr", true),
        ("pt-BR", "pt", true),
        ("EN-gb", "en", true),
        ("iw", "he", true),
        ("zh-CN", "zh-Hans", true),
        ("zh-SG", "zh", true),
        ("zh-Hans-HK", "zh", true),
        ("zh-Hant", "zh-Hans", false),
        ("zh-TW", "zh-Hans", false),
        ("zh-hk", "zh-Hans", false),
        ("zh-MO", "zh-Hant", true),
        ("yue", "zh-Hans", false),
        ("hy-arevmda", "hy", true),
        ("fr", "frr", false),
    ] {
        assert_eq!(tag(one).reads_as(&tag(other)), same, "{one} and {other}");
    }
}

#[test]
fn the_nearest_of_the_offered_is_found() {
    let offered = ["en", "fr", "pt-BR", "he"].map(tag);
    for (wanted, found) in [
        ("en", Some(0)),
        ("FR", Some(1)),
        ("fr-CA", Some(1)),
        ("pt-BR", Some(2)),
        ("pt-PT", Some(2)),
        ("pt", Some(2)),
        ("en-GB-oxendict", Some(0)),
        ("iw-IL", Some(3)),
        ("hy", None),
        ("frr", None),
    ] {
        assert_eq!(tag(wanted).lookup(offered.iter()), found, "{wanted}");
    }
}
