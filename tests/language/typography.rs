//! Punctuation and spaces in each language.

use crate::files::{Text, files, texts};
use unicode_normalization::is_nfc;

fn each(claim: impl Fn(&str, &str) -> bool) {
    for (tag, file) in files() {
        for Text { key, words: text, .. } in texts(&file) {
            assert!(claim(tag, &text), "{key} in {tag}: {text:?}");
        }
    }
}

#[test]
fn no_text_has_space_around_it_or_twice() {
    // A comma includes the space after it.
    each(|_, text| (text.trim() == text || [", ", "، "].contains(&text)) && !text.contains("  "));
}

#[test]
fn quotation_marks_apostrophes_and_dots_are_typographic() {
    each(|_, text| !text.contains(['\'', '"', '`']) && !text.contains("..."));
}

#[test]
fn texts_are_composed() {
    each(|_, text| is_nfc(text));
}

#[test]
fn marks_are_those_of_the_script() {
    each(|tag, text| match tag {
        "ar" | "fa" => !text.contains([',', ';', '?']),
        "hy" => !text.contains([':', '?', ';']),
        "zh-Hans" | "ja" => !text.contains([',', '.', ':', ';', '?', '!']),
        // A Greek question ends with a semicolon.
        "el" => !text.contains('?'),
        _ => true,
    });
}

/// Persian has a ye and a kaf of its own, and digits; the keyboards of its readers don't have the Arabic ones.
#[test]
fn persian_is_in_persian_letters() {
    each(|tag, text| tag != "fa" || !text.contains(|c: char| "يىكة".contains(c) || ('٠'..='٩').contains(&c)));
}

#[test]
fn french_marks_stand_behind_a_space_that_does_not_break() {
    each(|tag, text| {
        let chars: Vec<char> = text.chars().collect();
        let apart = chars.windows(2).all(|pair| !":;!?".contains(pair[1]) || "\u{a0}\u{202f}".contains(pair[0]));
        tag != "fr" || apart
    });
}

/// The kind of ending: of a sentence, of a label, or open.
fn end(text: &str) -> &'static str {
    match text.chars().last() {
        Some('.' | '։' | '。') => "sentence",
        Some(':' | '՝' | '：') => "label",
        Some('…') => "on its way",
        _ => "words",
    }
}

#[test]
fn texts_end_as_the_english_ones_do() {
    let files = files();
    let english = texts(&files[0].1);
    for (tag, file) in &files {
        for Text { key, words: text, .. } in texts(file).into_iter().filter(|text| text.key != "day") {
            let wanted = english.iter().find(|text| text.key == key).map(|text| end(&text.words));
            assert_eq!(Some(end(&text)), wanted, "{key} in {tag}: {text}");
        }
    }
}
