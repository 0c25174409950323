//! The language of a text: that of its script and its frequent words; else the one that the file names.

use super::scripts::{self, Letters};
use crate::model::LanguageTag;
use crate::new::text::document::{Block, Document};
use crate::source::formulas::FORMULAS;
use std::cmp::Ordering;
use unicode_script::Script;

/// The tag of the language, and whether the text itself shows it.
#[must_use]
pub fn of(document: &Document) -> (String, bool) {
    let text = document.blocks.iter().map(Block::plain).collect::<Vec<_>>().join(" ").to_lowercase();
    let letters = Letters::of(&text);
    let named = document.lang.as_deref().and_then(LanguageTag::parse);
    // A file says en of many texts that are not.
    let named = named.filter(|named| letters.script.is_none_or(|script| scripts::of(&named.language()) == script));
    let (lang, is_certain) = match letters.script {
        Some(Script::Han) => return chinese_or_near(&letters, named.as_ref()),
        Some(Script::Latin) | None => by_words(&text, Script::Latin, "en"),
        Some(Script::Cyrillic) => match letters.cyrillic() {
            Some(lang) => (lang, false),
            None => by_words(&text, Script::Cyrillic, "ru"),
        },
        Some(Script::Arabic) => match letters.arabic() {
            Some(lang) => (lang, false),
            None => by_words(&text, Script::Arabic, "ar"),
        },
        Some(script) => scripts::only(script).unwrap_or(("en", false)),
    };
    match named {
        Some(named) if named.language() == lang => (named.as_str().to_string(), true),
        Some(named) if !is_certain => (named.as_str().to_string(), false),
        _ => (lang.to_string(), is_certain),
    }
}

/// Chinese in one of its scripts, Japanese or Korean.
fn chinese_or_near(letters: &Letters, named: Option<&LanguageTag>) -> (String, bool) {
    let own = match () {
        () if letters.hangul * 10 > letters.all => "ko",
        () if letters.kana * 20 > letters.all => "ja",
        () => "zh",
    };
    let named = named.filter(|named| named.language() == own).map(LanguageTag::as_str);
    if own != "zh" {
        return (named.unwrap_or(own).to_string(), true);
    }
    let is_traditional = match letters.traditional.cmp(&letters.simplified) {
        Ordering::Greater => Some(true),
        Ordering::Less => Some(false),
        Ordering::Equal => None,
    };
    let named = named.zip(named.and_then(written)).filter(|(_, named)| is_traditional.is_none_or(|own| own == *named));
    match (named, is_traditional) {
        (Some((named, _)), _) => (named.to_string(), true),
        (None, Some(true)) => ("zh-Hant".to_string(), true),
        (None, own) => ("zh-Hans".to_string(), own.is_some()),
    }
}

/// Whether a tag says that Chinese is written in the traditional script; `None` if it doesn't say in which.
fn written(tag: &str) -> Option<bool> {
    tag.split('-').find_map(|part| match part {
        "Hant" | "TW" | "HK" | "MO" => Some(true),
        "Hans" | "CN" | "SG" => Some(false),
        _ => None,
    })
}

/// Frequent short words of languages in which the interface has no formulas. Without them, a text would be taken for one
/// in a language nearby.
const OTHERS: [(&str, &str); 13] = [
    ("nl", "de het een van en is niet wij dat zijn voor met op aan ook door onze"),
    ("pl", "i w nie na się z że do jest to przez dla są jako które oraz"),
    ("sv", "och att som för inte det är vi med till av på en den har"),
    ("da", "og at som for ikke det er vi med til af på en den har efter"),
    ("nb", "og at som for ikke det er vi med til av på en den har etter"),
    ("fi", "ja on ei että se ovat mutta kun tai myös joka me"),
    ("cs", "a v na je se že do jsou není jako pro by ve aby"),
    ("sk", "a v na je sa že do sú nie ako pre by vo aby"),
    ("hu", "a az és hogy nem is van egy meg ez de mert"),
    ("ro", "și în de la nu este cu pentru din care sunt mai pe că"),
    ("ca", "el la els les de i és que no per amb una del aquest aquesta són"),
    ("gl", "o a os as de e é que non para con unha do da polo nosa"),
    ("hr", "i u je na se da za su nije od što koji ili smo"),
];

/// The language whose frequent words a text has, among those of a script.
fn by_words(text: &str, script: Script, other: &'static str) -> (&'static str, bool) {
    let words: Vec<&str> = text.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let all = FORMULAS.iter().map(|formulas| (formulas.lang, formulas.words)).chain(OTHERS);
    let all: Vec<(&str, Vec<&str>)> = all
        .filter(|(lang, _)| scripts::of(lang) == script)
        .map(|(lang, known)| (lang, known.split(' ').collect()))
        .collect();
    let score = |known: &[&str], others: &[&str]| {
        words.iter().filter(|word| known.contains(word) && !others.contains(word)).count()
    };
    let Some((lang, known)) = all.iter().max_by_key(|(_, known)| score(known, &[])) else { return (other, false) };
    // Of languages nearby, only the words count that the other has not.
    let is_nearest = |(_, others): &&(&str, Vec<&str>)| {
        let (own, next) = (score(known, others), score(others, known));
        own > next && own >= next.saturating_mul(3) / 2
    };
    let is_clear = score(known, &[]) > 2 && all.iter().filter(|(other, _)| other != lang).all(|one| is_nearest(&one));
    if is_clear { (lang, true) } else { (other, false) }
}
