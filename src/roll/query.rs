//! What a reader looks for.

use super::fold::{Origin, fold, fold_with};
use super::starts::{is_unspaced, starts};
use std::ops::Range;

/// Words to be found in a name: each at the beginning of one of its words or, where names are written without spaces,
/// of one of their characters or syllables; in any order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    words: Vec<String>,
}

impl Query {
    /// The words of what was typed, folded.
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

    /// The folded words in the order of typing, none of them twice. Without one, nothing is found.
    #[must_use]
    pub fn words(&self) -> &[String] {
        &self.words
    }

    /// Whether the name has all the words.
    #[must_use]
    pub fn matches(&self, name: &str) -> bool {
        let folded = fold(name);
        !self.words.is_empty() && self.words.iter().all(|word| found(&folded, word).next().is_some())
    }

    /// The parts of the name that match, as ranges of its bytes at characters, in their order, apart from each other.
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

/// Where the word is found in a folded name: from where, to where.
fn found<'f>(folded: &'f str, word: &'f str) -> impl Iterator<Item = (usize, usize)> + 'f {
    starts(folded).filter_map(move |at| Some((at, at + length(folded.get(at..)?, word)?)))
}

/// How much of a folded name the word takes up, if the name begins with it. In names that may as well be written
/// without spaces, those do not count.
fn length(name: &str, word: &str) -> Option<usize> {
    let joined = word.starts_with(is_unspaced);
    let mut rest = name;
    for char in word.chars() {
        let unspaced = rest.strip_prefix(' ').filter(|rest| joined && rest.starts_with(is_unspaced));
        rest = unspaced.unwrap_or(rest).strip_prefix(char)?;
    }
    Some(name.len() - rest.len())
}

/// The bytes of the original that a range of the folded name comes from.
fn original(name: &str, origins: &[Origin], at: usize, end: usize) -> Option<(usize, usize)> {
    let first = origins.get(origins.partition_point(|origin| origin.at <= at).checked_sub(1)?)?;
    let last = origins.get(origins.partition_point(|origin| origin.at < end).checked_sub(1)?)?;
    // Marks on the last letter belong to it, an apostrophe after it does not.
    let part = name.get(first.from..last.to)?.trim_end_matches(['\'', '’']);
    Some((first.from, first.from + part.len()))
}
