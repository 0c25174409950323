//! Whether the text is still the one that people signed.

use super::note::Note;
use crate::source::collected;
use crate::source::text::Text;
use std::path::Path;

const CODE: &str = "signed-text";

/// Warns if the text was changed after people signed it, and no update says so. `hashes` are those of the letter's texts
/// in all languages.
#[must_use]
pub fn check(folder: &Path, original: &Text, hashes: &[String]) -> Option<Note> {
    let table = collected::bytes(folder).ok().flatten()?;
    let signed = collected::signed(&table);
    let mut others = signed.iter().filter(|signed| !hashes.contains(&signed.hash)).peekable();
    others.peek()?;
    let (count, last) = others.fold((0, None), |(count, last), signed| (count + signed.count, signed.last.max(last)));
    let is_told = original.letter.updates.iter().any(|update| update.date >= last);
    let people = if count == 1 { "person" } else { "people" };
    let message = format!(
        "has changed since {count} {people} signed: undo the change, or say in updates what was corrected, and when"
    );
    (!is_told).then(|| Note::warning("body", CODE, message))
}
