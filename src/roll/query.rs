//! A reader's search query.

use super::fold::{Origin, fold, fold_with};
use super::starts::{is_unspaced, starts};
use crate::model::Signatory;
use std::ops::Range;

/// The words to find in a name, in any order. Each must match the beginning of a word; in names written without spaces,
/// the beginning of a character or syllable.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    words: Vec<String>,
}

impl Query {
    /// Folds the typed text into words.
    #[must_use]
    pub fn new(typed: &str) -> Query {
        let mut words: Vec<String> = Vec::new();
        for word in fold(typed).split(' ').filter(|word| !word.is_empty()) {
            if !words.iter().any(|other| other == word) {
                words.push(word.to_string());
            }
        }
        Query { words }
    }

    /// The folded words in the order of typing, without duplicates. Without words, nothing is found.
    #[must_use]
    pub fn words(&self) -> &[String] {
        &self.words
    }

    /// Whether the name matches all words.
    #[must_use]
    pub fn matches(&self, name: &str) -> bool {
        let folded = fold(name);
        !self.words.is_empty() && self.words.iter().all(|word| found(&folded, word).next().is_some())
    }

    /// Whether the signatory is found: all words match, at least one of them the name; the others may match what stands
    /// before and after it. A name that is withheld is found by nothing.
    #[must_use]
    pub fn finds(&self, signatory: &Signatory) -> bool {
        let [name, title, suffix] = [Some(&signatory.name), signatory.title.as_ref(), signatory.suffix.as_ref()]
            .map(|text| text.map_or(String::new(), |text| fold(text)));
        let has = |folded: &str, word: &str| found(folded, word).next().is_some();
        !signatory.withheld
            && self.words.iter().any(|word| has(&name, word))
            && self.words.iter().all(|word| has(&name, word) || has(&title, word) || has(&suffix, word))
    }

    /// The matching parts of the name, as byte ranges at character boundaries, in order and without overlap.
    #[must_use]
    pub fn marks(&self, name: &str) -> Vec<Range<usize>> {
        let mut origins = Vec::new();
        let folded = fold_with(name, Some(&mut origins));
        let mut marks: Vec<(usize, usize)> = Vec::new();
        for word in &self.words {
            marks.extend(found(&folded, word).filter_map(|(at, end)| original(name, &origins, at, end)));
        }
        marks.sort_unstable();
        let mut apart: Vec<Range<usize>> = Vec::new();
        for (from, to) in marks {
            match apart.last_mut().filter(|last| from <= last.end) {
                Some(last) => last.end = last.end.max(to),
                None => apart.push(from..to),
            }
        }
        apart
    }
}

/// The ranges of a folded name that the word matches.
fn found<'f>(folded: &'f str, word: &'f str) -> impl Iterator<Item = (usize, usize)> + 'f {
    starts(folded).filter_map(move |at| Some((at, at + length(folded.get(at..)?, word)?)))
}

/// How many bytes of a folded name the word matches, if the name begins with it. Spaces in a name that can be written
/// without them are skipped.
fn length(name: &str, word: &str) -> Option<usize> {
    let joined = word.starts_with(is_unspaced);
    let mut rest = name;
    for char in word.chars() {
        let unspaced = rest.strip_prefix(' ').filter(|rest| joined && rest.starts_with(is_unspaced));
        rest = unspaced.unwrap_or(rest).strip_prefix(char)?;
    }
    Some(name.len() - rest.len())
}

/// The byte range of the original that a range of the folded name comes from.
fn original(name: &str, origins: &[Origin], at: usize, end: usize) -> Option<(usize, usize)> {
    let first = origins.get(origins.partition_point(|origin| origin.at <= at).checked_sub(1)?)?;
    let last = origins.get(origins.partition_point(|origin| origin.at < end).checked_sub(1)?)?;
    // Marks on the last letter are included, an apostrophe after it is not.
    let part = name.get(first.from..last.to)?.trim_end_matches(['\'', '’']);
    Some((first.from, first.from + part.len()))
}
