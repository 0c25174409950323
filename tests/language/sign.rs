//! The texts of the form to sign: complete and well set in each language.

use crate::files::texts;
use open_letter::language::{FILES, SIGN_FILES, all_sign};
use open_letter::model::Field;
use open_letter::signing::Fault;
use open_letter::view::sign_form;
use serde_json::Value;
use unicode_normalization::is_nfc;

fn files() -> Vec<(&'static str, Value)> {
    SIGN_FILES.iter().map(|(tag, text)| (*tag, serde_json::from_str(text).unwrap())).collect()
}

/// Asserts what each text is, by its language, key and words. Addresses are the same in all languages.
#[track_caller]
fn each(claim: impl Fn(&str, &str, &str) -> bool) {
    for (tag, file) in files() {
        for text in texts(&file).iter().filter(|text| text.key != "lang") {
            let words = text.words.replace("name@example.org", "x");
            assert!(claim(tag, &text.key, &words), "{} in {tag}: {words}", text.key);
        }
    }
}

/// The placeholders of a text.
fn places(text: &str) -> Vec<&str> {
    let mut places: Vec<&str> = text.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect();
    places.sort_unstable();
    places
}

#[test]
fn each_language_has_all_texts() {
    let tags = |files: &[(&'static str, &str)]| files.iter().map(|(tag, _)| *tag).collect::<Vec<_>>();
    assert_eq!(tags(SIGN_FILES), tags(FILES));
    let english = &files()[0].1;
    for (tag, file) in files() {
        assert_eq!(file["lang"], tag);
        for text in texts(english) {
            let words = file[&text.key].as_str().unwrap_or_default();
            assert!(!words.is_empty(), "{} in {tag} is missing", text.key);
            assert_eq!(places(words), places(&text.words), "{} in {tag}", text.key);
        }
        assert_eq!(file.as_object().unwrap().len(), english.as_object().unwrap().len(), "{tag}");
    }
}

#[test]
fn the_widgets_form_has_all_fields_and_the_texts_of_its_language() {
    for (texts, (tag, file)) in all_sign().iter().zip(files()) {
        let form = sign_form(texts);
        assert_eq!(form["lang"], tag);
        for (field, name) in Field::ALL {
            assert!(form["fields"][name].to_string().contains(&format!("\"name\":\"{name}\"")), "{name} in {tag}");
            assert_eq!(form["labels"].get(name).is_some(), !field.is_box(), "{name} in {tag}");
            for (_, code) in Fault::ALL {
                let own = form["faults"][name].get(code).unwrap_or(&form["faults"]["any"][code]);
                assert_eq!(own, texts.fault(field, code), "{code} of {name} in {tag}");
            }
        }
        for (key, text) in form["texts"].as_object().unwrap() {
            assert_eq!(text, &file[key], "{key} in {tag}");
        }
        assert!(form["form"].to_string().contains(file["title"].as_str().unwrap()), "{tag}");
    }
}

#[test]
fn marks_are_typographic_and_of_the_script() {
    each(|_, _, text| is_nfc(text) && text.trim() == text && !text.contains("  "));
    each(|_, _, text| !text.contains(['\'', '"', '`']) && !text.contains("..."));
    each(|tag, _, text| match tag {
        "ar" | "fa" => !text.contains([',', ';', '?']),
        "hy" => !text.contains([':', '?', ';']),
        "zh-Hans" | "ja" => !text.contains([',', '.', ':', ';', '?', '!']),
        // A Greek question ends with a semicolon.
        "el" => !text.contains('?'),
        "fr" => {
            text.char_indices().all(|(at, mark)| !":;!?".contains(mark) || text[..at].ends_with(['\u{a0}', '\u{202f}']))
        }
        _ => true,
    });
}

#[test]
fn sentences_are_sentences_in_each_language() {
    let english = &files()[0].1;
    let is_sentence = |text: &str| text.ends_with(['.', '։', '。']);
    each(|_, key, text| is_sentence(text) == is_sentence(english[key].as_str().unwrap_or_default()));
}

#[test]
fn each_fault_of_each_field_has_a_text() {
    for texts in all_sign() {
        for (field, _) in Field::ALL {
            assert!(Fault::ALL.iter().all(|(_, code)| !texts.fault(field, code).is_empty()));
            assert!(!texts.label(field).is_empty() || field.is_box());
        }
    }
}
