//! A letter in one of its languages.

use super::origin::Written;
use crate::files::hash::name_hash;
use crate::model::Letter;

/// The letter in one language.
#[derive(Debug)]
pub struct Text {
    /// The name of its file in the site: `letter.fr.json`.
    pub file: String,
    /// The letter, complete.
    pub letter: Letter,
    /// Its origin.
    pub written: Written,
}

impl Text {
    /// The language in its file's name; `None` for the original.
    #[must_use]
    pub fn tag(&self) -> Option<&str> {
        self.file.strip_prefix("letter.")?.strip_suffix(".json")
    }

    /// The hash of what is signed, which is the title and the body.
    #[must_use]
    pub fn signed_hash(&self) -> String {
        let signed = (&self.letter.title, &self.letter.body);
        name_hash(&serde_json::to_vec(&signed).unwrap_or_default())
    }

    /// The folder of its page within the letter's folder, with a slash at its end; empty for the original.
    #[must_use]
    pub fn folder(&self) -> String {
        self.tag().map_or(String::new(), |tag| format!("{tag}/"))
    }
}
