//! Texts of one direction in lines of the other direction.

use open_letter::language::Language;
use open_letter::model::LanguageTag;

#[track_caller]
fn line(lang: &str, text: &str) -> String {
    let mut line = String::new();
    Language::new(&LanguageTag::parse(lang).unwrap()).add_apart(&mut line, text);
    line
}

#[test]
fn what_may_run_the_other_way_is_isolated() {
    for (lang, text) in [
        ("ar", "Fellow"),
        ("ar", "Fellow (زميل)"),
        ("he", "李灯"),
        ("he", "Անի"),
        ("en", "زميل"),
        ("hy", "Acme מרכז"),
        ("zh-Hans", "מרכז"),
    ] {
        assert_eq!(line(lang, text), format!("\u{2068}{text}\u{2069}"), "{lang}");
    }
}

#[test]
fn what_runs_along_is_left_as_it_was_written() {
    for (lang, text) in
        [("ar", "زميل، 2020"), ("he", "מרכז"), ("en", "Fellow, Ödegård & 李灯"), ("en", ""), ("ar", "1984 (!)")]
    {
        assert_eq!(line(lang, text), text, "{lang}");
    }
}
