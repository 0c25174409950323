//! The keys under which the search files list a name.

use super::cut;
use super::fold::fold;
use super::starts::{is_unspaced, starts};

/// In names with more words, each word is paired with its neighbour only: all pairs would be too many.
const PAIRED_WORDS: usize = 5;

/// The keys of a name, sorted and without duplicates. A name of punctuation only has none.
///
/// Each word begins at least one key and is followed by another word, so that people with a common given name are
/// spread over their other names. A name written without spaces has one key for each possible start, with the rest of
/// the name.
#[must_use]
pub fn keys(name: &str) -> Vec<String> {
    let folded = fold(name);
    let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    let mut keys = Vec::new();
    let mut add = |first: &str, second: Option<&str>| {
        let whole = second.map_or(first.to_string(), |second| [first, " ", second].concat());
        keys.push(cut(&whole).to_string());
    };
    for (index, word) in words.iter().enumerate() {
        let after = |step: usize| words[(index + step) % words.len()];
        match words.len() {
            1 => add(word, None),
            2..=PAIRED_WORDS => (1..words.len()).for_each(|step| add(word, Some(after(step)))),
            _ => add(word, Some(after(1))),
        }
        // People who search for such a name may leave out its spaces.
        let more: String =
            words[index + 1..].iter().take_while(|word| word.starts_with(is_unspaced)).copied().collect();
        for at in starts(word) {
            let unspaced = word[at..].starts_with(is_unspaced);
            if unspaced && !more.is_empty() {
                add(&[&word[at..], &more].concat(), None);
            } else if at > 0 {
                add(&word[at..], words.get(index + 1).copied());
            }
        }
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// The shortest beginning of `key` that sorts above `before`, the previous key. The whole key if both are the same.
#[must_use]
pub fn separator<'k>(before: &str, key: &'k str) -> &'k str {
    let common: usize =
        before.chars().zip(key.chars()).take_while(|(a, b)| a == b).map(|(char, _)| char.len_utf8()).sum();
    let next = key[common..].chars().next().map_or(0, char::len_utf8);
    &key[..common + next]
}
