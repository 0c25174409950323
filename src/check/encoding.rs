//! Finds text that a program once read in the wrong encoding.

use super::names::scripts;
use super::note::Note;
use super::passages::Passage;
use encoding_rs::WINDOWS_1252;

/// Finds passages with such a word.
#[must_use]
pub fn check(passages: &[Passage]) -> Vec<Note> {
    passages
        .iter()
        .filter_map(|passage| Some(Note::warning(&passage.path, "encoding", fault(&passage.text)?)))
        .collect()
}

/// The first word that is UTF-8 read as Windows-1252, `RenÃ©e`, or that has lost letters.
#[must_use]
pub fn fault(text: &str) -> Option<String> {
    if text.contains('\u{FFFD}') {
        return Some("has �, where a letter was lost: write it again, or export the file as UTF-8".to_string());
    }
    // Read as Windows-1252, the first byte of a UTF-8 letter is one of these.
    let mut words = text.split_whitespace().filter(|word| word.contains(|char| ('Â'..='ô').contains(&char)));
    let (word, meant) = words.find_map(|word| Some((word, repaired(word)?)))?;
    Some(format!("has “{word}”, which was UTF-8 and read as something else: write {meant}, and look at the others"))
}

/// The original word, if decoding it again gives one. A result in several scripts is rejected: ßš may be intended.
fn repaired(word: &str) -> Option<String> {
    let (bytes, _, unmappable) = WINDOWS_1252.encode(word);
    let meant = std::str::from_utf8(&bytes).ok()?;
    (!unmappable && meant != word && scripts::fault(meant).is_none()).then(|| meant.to_string())
}
