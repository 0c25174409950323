//! The content of the files of texts.

use open_letter::language::{FILES, Texts, all};
use open_letter::model::LanguageTag;
use serde_json::Value;
use std::collections::BTreeSet;

/// A text of a file, by its key; for a plural form, by the key and its category.
pub struct Text {
    pub key: String,
    pub category: Option<String>,
    pub words: String,
}

/// The files by their tags, English first. The member `collector` has the texts of the collector's mails and pages.
pub fn files() -> Vec<(&'static str, Value)> {
    let mut files: Vec<(&str, Value)> =
        FILES.iter().map(|(tag, text)| (*tag, serde_json::from_str(text).unwrap())).collect();
    for ((tag, file), text) in files.iter_mut().zip(collectors()) {
        let mut texts: Value = serde_json::from_str(text).unwrap();
        assert_eq!(texts["lang"], *tag);
        texts.as_object_mut().unwrap().remove("lang");
        file["collector"] = texts;
    }
    files
}

#[cfg(feature = "collect")]
fn collectors() -> impl Iterator<Item = &'static str> {
    open_letter::collect::post::FILES.iter().map(|(_, text)| *text)
}

#[cfg(not(feature = "collect"))]
fn collectors() -> impl Iterator<Item = &'static str> {
    std::iter::empty()
}

/// Whether the value is a text with plural forms.
pub fn is_plural(value: &Value) -> bool {
    value.get("other").is_some()
}

/// All texts of a file.
pub fn texts(file: &Value) -> Vec<Text> {
    let mut texts = Vec::new();
    gather("", file, &mut texts);
    texts
}

fn gather(key: &str, value: &Value, texts: &mut Vec<Text>) {
    let below = |name: &str| if key.is_empty() { name.to_string() } else { format!("{key}.{name}") };
    match value {
        Value::Object(forms) if is_plural(value) => texts.extend(forms.iter().map(|(category, text)| Text {
            key: key.into(),
            category: Some(category.clone()),
            words: text.as_str().unwrap().into(),
        })),
        Value::Object(members) => members.iter().for_each(|(name, value)| gather(&below(name), value, texts)),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, value)| gather(&below(&index.to_string()), value, texts));
        }
        text => texts.push(Text { key: key.into(), category: None, words: text.as_str().unwrap().into() }),
    }
}

/// The keys of a file's texts.
fn keys(file: &Value) -> BTreeSet<String> {
    texts(file).into_iter().map(|text| text.key).collect()
}

fn english() -> Value {
    files().swap_remove(0).1
}

#[test]
fn nineteen_languages_are_spoken_english_first() {
    let tags: Vec<&str> = FILES.iter().map(|(tag, _)| *tag).collect();
    let others = "ar de el es fa fr he hy it ja ko nl pl pt ru tr uk zh-Hans";
    assert_eq!(tags, [&["en"][..], &others.split(' ').collect::<Vec<_>>()].concat());
}

#[test]
fn each_has_the_texts_of_english_and_no_others() {
    let wanted = keys(&english());
    for (tag, file) in files() {
        assert_eq!(keys(&file), wanted, "{tag}");
        // Browsers write days in most languages.
        let empty = texts(&file).into_iter().filter(|text| text.words.is_empty()).map(|text| text.key);
        let empty: Vec<String> = empty.collect();
        assert!(empty.is_empty() || empty == ["day", "months"], "{tag} has empty texts: {empty:?}");
    }
}

#[test]
fn each_is_named_by_its_tag() {
    for (tag, file) in files() {
        assert_eq!(file["lang"], tag);
        assert!(LanguageTag::parse(tag).is_some(), "{tag}");
    }
}

#[test]
fn the_list_beside_the_widget_has_each_text_in_its_place() {
    for (texts, (tag, file)) in all().iter().zip(files()) {
        assert_eq!(texts.lang, tag);
        let read = Texts::of(texts.values().into_iter());
        assert_eq!(read.values(), texts.values(), "{tag}");
        assert_eq!((read.lang, read.share, read.orders), (texts.lang, texts.share, texts.orders), "{tag}");
        // Nothing in the file is left out: each text has a place in the list.
        let mut written: Vec<&str> = texts.values().into_iter().filter(|text| !text.is_empty()).collect();
        // The widget needs neither the texts of published pages nor those of the collector.
        let of_others = |key: &str| key.starts_with("pages") || key.starts_with("collector");
        let of_widget = |text: &Text| !of_others(&text.key) && !text.words.is_empty();
        let mut wanted: Vec<String> = self::texts(&file).into_iter().filter(of_widget).map(|text| text.words).collect();
        written.sort_unstable();
        wanted.sort_unstable();
        assert_eq!(written, wanted, "{tag}");
    }
}

/// The loader knows no keys; it uses these texts for its notice.
#[test]
fn the_loaders_own_texts_are_first() {
    for texts in all() {
        assert_eq!(texts.values()[..3], [texts.lang, texts.unavailable, texts.try_again]);
    }
}
