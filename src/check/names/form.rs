//! Finds texts that are no names.

use crate::check::links;
use crate::model::{Kind, email_in};

/// The fault of a text as a name. Organisations may be called 350.org and Yahoo!, persons not.
#[must_use]
pub fn fault(name: &str, kind: Option<Kind>) -> Option<String> {
    let is_person = kind == Some(Kind::Person);
    let letters = |char: char| if is_person { char.is_alphabetic() } else { char.is_alphanumeric() };
    if !name.contains(letters) {
        return Some("has no letter: write the name, or leave the row out".to_string());
    }
    // An e-mail address prevents publishing, and is reported elsewhere.
    if email_in(name).is_some() {
        return None;
    }
    if let Some(address) = name.split_whitespace().find(|word| links::is_address(word, is_person)) {
        return Some(format!("has the address {address}: write it into the column url"));
    }
    surrounding(name, is_person)
}

/// A digit in a person's name, which may be a password, an age or a typing error.
#[must_use]
pub fn digit(name: &str, kind: Option<Kind>) -> Option<String> {
    let is_odd = |word: &&str| word.contains(char::is_numeric) && !word.contains(['&', '@']) && !is_ordinal(word);
    let word = name.split_whitespace().find(is_odd).filter(|_| kind == Some(Kind::Person))?;
    // A name of digits alone is reported as no name.
    name.contains(char::is_alphabetic).then(|| format!("has a digit in “{word}”: write the name alone"))
}

/// An ordinal after a name: the digits of 2nd and 3e are correct.
fn is_ordinal(word: &str) -> bool {
    let end = word.trim_start_matches(|char: char| char.is_ascii_digit());
    end.len() < word.len()
        && matches!(end.trim_end_matches(['.', ',']), "st" | "nd" | "rd" | "th" | "e" | "er" | "º" | "ª")
        && word.chars().count() < 5
}

/// Marks around a name that are not part of it. A name may begin with an apostrophe (’t Hooft) and end with a full stop
/// (Jr.) or a bracket (HART).
fn surrounding(name: &str, is_person: bool) -> Option<String> {
    let first = name.chars().next()?;
    let last = name.chars().next_back()?;
    let pairs = [('"', '"'), ('“', '”'), ('„', '“'), ('«', '»'), ('\'', '\''), ('(', ')'), ('[', ']'), ('<', '>')];
    let inner = &name[first.len_utf8()..name.len() - last.len_utf8().min(name.len() - first.len_utf8())];
    if pairs.contains(&(first, last)) && !inner.contains([first, last]) {
        return Some(format!("is between {first} and {last}: leave them out"));
    }
    let separators = [',', ';', ':', '/', '\\', '|', '_', '•', '\u{F0B7}'];
    let of_lists = ['-', '–', '—', '*', '#', '.', '+', '=', '~', '?', '!', '>', '➢'];
    let is_mark = |char: char, more: &[char]| separators.contains(&char) || is_person && more.contains(&char);
    if is_mark(first, &of_lists) {
        return Some(format!("begins with {first}: leave it out"));
    }
    let at_end: Vec<char> = of_lists.into_iter().filter(|char| *char != '.').collect();
    is_mark(last, &at_end).then(|| format!("ends with {last}: leave it out"))
}
