//! Finds names in capitals.

use crate::model::Kind;

/// Whether a person's name, or a name of several words that may be a person's, has no small letter. Names in scripts
/// without capitals don't count; nor do organisations, which use initials.
#[must_use]
pub fn fault(name: &str, kind: Option<Kind>) -> Option<String> {
    if kind == Some(Kind::Organisation) {
        return None;
    }
    if name.chars().any(char::is_lowercase) {
        return surname(name, kind);
    }
    let capitals = |word: &str| word.chars().filter(|char| char.is_uppercase()).count();
    // Short words are initials or numerals: J. R. R., III, NGO.
    let long = name.split_whitespace().filter(|word| capitals(word) > 3).count();
    let least = if kind == Some(Kind::Person) { 1 } else { 2 };
    (long >= least).then(|| format!("is all in capitals: write {}, if the person writes it so", in_title_case(name)))
}

fn in_title_case(name: &str) -> String {
    let mut first = true;
    let cased = name.chars().flat_map(|char| {
        let kept = std::mem::replace(&mut first, !char.is_alphanumeric() && char != '’' && char != '\'');
        let cased: Vec<char> = if kept { vec![char] } else { char.to_lowercase().collect() };
        cased
    });
    cased.collect()
}

/// A surname in capitals before the first name, as lists and forms of offices have it: *MUSTER Jana*. A French
/// *Marie DUPONT* is usual.
fn surname(name: &str, kind: Option<Kind>) -> Option<String> {
    const SHORTEST: usize = 6;
    let (first, rest) = name.split_once(' ')?;
    let is_shouted = first.chars().count() >= SHORTEST && first.chars().all(char::is_uppercase);
    let is_name =
        rest.split_whitespace().count() < 3 && rest.split_whitespace().all(|word| word.chars().any(char::is_lowercase));
    (kind == Some(Kind::Person) && is_shouted && is_name)
        .then(|| format!("has {first} in capitals: write {rest} {}, if the person writes it so", in_title_case(first)))
}
