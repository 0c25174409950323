//! Finds a language that is not written in the letters of the text: then browsers read it aloud and break its lines as
//! if it were another, and the letter's buttons speak that other language.

use super::language::CODE;
use super::note::Note;
use super::passages::parts;
use crate::model::{LanguageTag, Letter};
use crate::source::origin::Written;
use crate::source::scripts::{chinese, script as script_of};
use std::collections::HashMap;
use unicode_script::{Script, UnicodeScript};

/// The fewest letters that show the script of a text.
const FEWEST: usize = 12;

/// The fewest Chinese characters without a Japanese letter among them that are no Japanese.
const WITHOUT_KANA: usize = 18;

/// Checks the language of a text against the letters of its body.
#[must_use]
pub fn check(letter: &Letter, written: &Written) -> Option<Note> {
    let mut text = String::new();
    for (at, block) in letter.body.iter().enumerate() {
        for (_, spans) in parts(block, at) {
            text.push_str(&spans.plain());
        }
    }
    let (what, codes) = contradiction(&text, &letter.lang)?;
    let lang = letter.lang.as_str();
    let such_as = if codes.is_empty() { String::new() } else { format!(", such as {codes}") };
    let named = written.name().strip_prefix("letter.").and_then(|rest| rest.strip_suffix(".md")).is_some();
    let remedy = if named { "name the file by its language" } else { "write the code of its language" };
    Some(Note::warning("lang", CODE, format!("is “{lang}”, and the text is {what}: {remedy}{such_as}")))
}

/// What the text is written in, and the codes of languages that have that, if the language has not.
fn contradiction(text: &str, lang: &LanguageTag) -> Option<(String, &'static str)> {
    let (counts, all) = count(text);
    if all < FEWEST {
        return None;
    }
    let of = |scripts: &[Script]| scripts.iter().filter_map(|script| counts.get(script)).sum::<usize>();
    let language = lang.language();
    let own = scripts(&language, &script_of(lang.as_str())?)?;
    // Names, addresses and quotations in other letters are at most half of a text, or another language is beside it.
    let (han, kana, hangul) = (of(&[Script::Han]), of(&KANA), of(&[Script::Hangul]));
    // Korean can't do without its own letters.
    let is_foreign = language == "ko" && hangul == 0;
    if of(&own) * 4 < all || is_foreign {
        let (script, number) = counts.iter().max_by_key(|(script, number)| (**number, script.short_name()))?;
        let script = if [Script::Hiragana, Script::Katakana].contains(script) { Script::Hiragana } else { *script };
        let is_kana = kana * 4 > han;
        return (number * 2 > all || of(&JAPANESE) * 2 > all).then(|| named(script, is_kana, text));
    }
    match language.as_str() {
        // A title of a film is less.
        "zh" if kana * 5 > all => Some(named(Script::Hiragana, true, text)),
        "zh" if hangul * 4 > all => Some(named(Script::Hangul, false, text)),
        "ja" if kana == 0 && han >= WITHOUT_KANA => Some(named(Script::Han, false, text)),
        "zh" => {
            let is_simplified = form(text)?;
            let script = script_of(lang.as_str())?;
            match (script.as_str(), is_simplified) {
                ("Hans", false) => Some(("in traditional characters".to_string(), "zh-Hant")),
                ("Hant", true) => Some(("in simplified characters".to_string(), "zh-Hans")),
                _ => None,
            }
        }
        _ => None,
    }
}

const KANA: [Script; 2] = [Script::Hiragana, Script::Katakana];
const JAPANESE: [Script; 3] = [Script::Hiragana, Script::Katakana, Script::Han];

/// How many letters of each script a text has, and of all.
fn count(text: &str) -> (HashMap<Script, usize>, usize) {
    let mut counts = HashMap::new();
    let mut all = 0;
    for char in text.chars().filter(|char| char.is_alphabetic()) {
        let script = char.script();
        if !matches!(script, Script::Common | Script::Inherited | Script::Unknown) {
            *counts.entry(script).or_default() += 1;
            all += 1;
        }
    }
    (counts, all)
}

/// Languages that people write in several scripts, whether their tag says so or not.
const SEVERAL: [&str; 27] = [
    "sr", "sh", "bs", "me", "az", "uz", "tk", "kk", "ky", "tt", "tg", "mn", "ku", "ckb", "kmr", "ug", "pa", "sd", "ks",
    "ms", "ha", "ff", "ber", "zgh", "yue", "mo", "rom",
];

/// The scripts that a text in this language can have. `None` if any is right, or none is known.
fn scripts(language: &str, script: &str) -> Option<Vec<Script>> {
    if SEVERAL.contains(&language) {
        return None;
    }
    Some(match script {
        "Jpan" => JAPANESE.to_vec(),
        "Kore" => vec![Script::Hangul, Script::Han],
        "Hans" | "Hant" | "Hani" => vec![Script::Han, Script::Bopomofo],
        // Letters of the same languages.
        "Cyrs" => vec![Script::Cyrillic],
        "Latf" | "Latg" => vec![Script::Latin],
        "Aran" => vec![Script::Arabic],
        other => vec![Script::from_short_name(other)?],
    })
}

/// How a text is written, and the codes of languages that are written so.
fn named(script: Script, has_kana: bool, text: &str) -> (String, &'static str) {
    let codes = match script {
        Script::Han if has_kana => "ja",
        Script::Hiragana | Script::Katakana => "ja",
        Script::Han if form(text) == Some(false) => "zh-Hant",
        Script::Han => "zh-Hans",
        Script::Hangul => "ko",
        Script::Latin => "en or fr",
        Script::Cyrillic => "ru or uk",
        Script::Arabic => "ar or fa",
        Script::Hebrew => "he",
        Script::Greek => "el",
        Script::Armenian => "hy",
        Script::Georgian => "ka",
        Script::Devanagari => "hi or mr",
        Script::Bengali => "bn",
        Script::Thai => "th",
        Script::Ethiopic => "am or ti",
        _ => "",
    };
    let name = match script {
        Script::Han if has_kana => "Japanese characters",
        Script::Hiragana | Script::Katakana => "Japanese characters",
        Script::Han => "Chinese characters",
        Script::Hangul => "Korean letters",
        other => return (format!("in {} letters", other.full_name().replace('_', " ")), codes),
    };
    (format!("in {name}"), codes)
}

/// Whether a text has the simplified forms of Chinese characters, if it clearly has those of one kind.
fn form(text: &str) -> Option<bool> {
    let (simplified, traditional) = chinese(text);
    match (simplified, traditional) {
        (2.., _) if simplified > 4 * traditional => Some(true),
        (_, 2..) if traditional > 4 * simplified => Some(false),
        _ => None,
    }
}
