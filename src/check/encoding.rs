//! Texts that a program once read in the wrong encoding.

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

/// The first word whose letters are those of UTF-8 read as Windows-1252: `RenÃ©e`; or whose letters are lost.
#[must_use]
pub fn fault(text: &str) -> Option<String> {
    if text.contains('\u{FFFD}') {
        return Some("has �, where a letter was lost: write it again, or export the file as UTF-8".to_string());
    }
    // What begins a letter in UTF-8 is one of these in Windows-1252.
    let mut words = text.split_whitespace().filter(|word| word.contains(|char| ('Â'..='ô').contains(&char)));
    let (word, meant) = words.find_map(|word| Some((word, repaired(word)?)))?;
    Some(format!("has “{word}”, which was UTF-8 and read as something else: write {meant}, and look at the others"))
}

/// The word as it was, if it becomes one by being read anew. Letters of several scripts are none: ßš may be meant.
fn repaired(word: &str) -> Option<String> {
    let (bytes, _, unmappable) = WINDOWS_1252.encode(word);
    let meant = std::str::from_utf8(&bytes).ok()?;
    (!unmappable && meant != word && scripts::fault(meant).is_none()).then(|| meant.to_string())
}
