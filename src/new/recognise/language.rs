//! The language of a text: that of its frequent words and its script; else the one that the file names.

use crate::model::LanguageTag;
use crate::new::text::document::{Block, Document};
use crate::source::formulas::FORMULAS;
use unicode_script::{Script, UnicodeScript};

/// The tag of the language, and whether the text's own words show it.
#[must_use]
pub fn of(document: &Document) -> (String, bool) {
    let text = document.blocks.iter().map(Block::plain).collect::<Vec<_>>().join(" ").to_lowercase();
    let named = document.lang.as_deref().and_then(LanguageTag::parse);
    let words: Vec<&str> = text.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let score = |known: &str| {
        let known: Vec<&str> = known.split(' ').collect();
        words.iter().filter(|word| known.contains(word)).count()
    };
    let mut scores: Vec<(usize, &str)> = FORMULAS
        .iter()
        .filter(|formulas| formulas.lang != "zh")
        .map(|formulas| (score(formulas.words), formulas.lang))
        .collect();
    if text.chars().filter(|char| char.script() == Script::Han).count() * 2
        > text.chars().filter(|char| char.is_alphabetic()).count()
    {
        scores.push((usize::MAX, "zh"));
    }
    scores.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    let (best, next) = (scores[0], scores[1]);
    let is_clear = best.0 > 2 && best.0 >= next.0.saturating_mul(3) / 2 && best.0 > next.0;
    let own = named.as_ref().map(LanguageTag::language);
    match (is_clear, named) {
        (true, Some(named)) if own.as_deref() == Some(best.1) => (named.as_str().to_string(), true),
        (true, _) => (if best.1 == "zh" { "zh-Hans" } else { best.1 }.to_string(), true),
        (false, Some(named)) => (named.as_str().to_string(), false),
        (false, None) => ("en".to_string(), false),
    }
}
