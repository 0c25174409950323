//! What a line says of those who sign: nobody, one person, several, or something that only a person can read.

use super::{Signatory, named};

/// The longest line with a name, in characters.
pub const NAME: usize = 160;

/// What a line says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// No name.
    Nothing,
    /// One name, with what follows it.
    One(Signatory),
    /// Two names, or a name and what follows it: *Ada Example, River Sonne*.
    Either(Signatory),
    /// Several names.
    Several(Vec<Signatory>),
    /// Names, but not which.
    Unclear,
    /// How many others sign: *and 34 others*.
    Others,
}

/// One name and what follows it, after a comma, a dash or in brackets.
#[must_use]
pub fn single(words: &str) -> Option<Signatory> {
    let separators = [" – ", " — ", " - ", "–", "—", "(", "（"];
    let found = separators.into_iter().filter_map(|sign| Some((words.find(sign)?, sign))).min_by_key(|(at, _)| *at);
    let (name, role) = match found.map(|(at, sign)| (&words[..at], &words[at + sign.len()..])) {
        Some((name, role)) if !name.contains([',', '،', '，']) => {
            (name.trim().to_string(), role.trim_end_matches([')', '）']).trim().to_string())
        }
        _ => {
            let (name, role) = named(words);
            (name, role.unwrap_or_default())
        }
    };
    let name = name.as_str();
    let is_cased = |word: &str| word.starts_with(|char: char| char.is_uppercase() || !char.is_lowercase());
    let capitals = name.split_whitespace().filter(|word| is_cased(word)).count();
    let count = name.split_whitespace().count();
    let fits = (1..=8).contains(&count)
        && capitals * 2 >= count
        && name.chars().next().is_some_and(char::is_alphabetic)
        && is_cased(name)
        && words.chars().count() <= NAME
        && !name.contains(|char: char| char.is_ascii_digit() || "@:?!".contains(char))
        && !(words.ends_with(['.', '!', '?', '。']) && count > 4);
    fits.then(|| Signatory { name: name.to_string(), role: role.clone(), group: None })
}
