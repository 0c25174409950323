//! Finds contradictions between members of a letter.

use crate::check::note::Note;
use crate::model::Letter;
use std::collections::HashSet;

/// Finds members that contradict each other.
#[must_use]
pub fn check(letter: &Letter) -> Vec<Note> {
    count(letter).into_iter().chain(translations(letter)).chain(ids(letter)).collect()
}

/// The count includes everybody, also those who are not named.
fn count(letter: &Letter) -> Option<Note> {
    let count = letter.signatures.count?;
    let listed = letter.signatories.len() as u64;
    let message = || format!("is {count}, and {listed} signatories are listed: count all who signed");
    (count < listed).then(|| Note::warning("signatures.count", "count", message()))
}

/// Translations list all texts, including the one that contains the list, each once.
fn translations(letter: &Letter) -> Vec<Note> {
    const CODE: &str = "translation";
    let tags: Vec<String> = letter.translations.iter().map(|one| one.lang.as_str().to_ascii_lowercase()).collect();
    let mut notes = Vec::new();
    let own = letter.lang.as_str();
    if !tags.is_empty() && !tags.contains(&own.to_ascii_lowercase()) {
        let message = format!("has all texts but this one: list {own} too");
        notes.push(Note::warning("translations", CODE, message));
    }
    let mut seen = HashSet::new();
    for (at, tag) in tags.iter().enumerate().filter(|(_, tag)| !seen.insert(tag.as_str())) {
        let message = format!("is {tag}, which is already in the list: keep one of the two");
        notes.push(Note::warning(format!("translations[{at}].lang"), CODE, message));
    }
    notes
}

/// Ids are public.
fn ids(letter: &Letter) -> Vec<Note> {
    let ids = letter.signatories.iter().enumerate().filter_map(|(at, one)| Some((at, one.id.as_deref()?)));
    let message = "is an e-mail address, and ids are public: give a number or a word";
    let mails = ids.filter(|(_, id)| id.contains('@'));
    mails.map(|(at, _)| Note::warning(format!("signatories[{at}].id"), "id", message)).collect()
}
