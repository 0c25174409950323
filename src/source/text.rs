//! A letter in one of its languages.

use super::origin::Written;
use crate::model::Letter;

/// The letter in one language.
#[derive(Debug)]
pub struct Text {
    /// The name of its file in the site: `letter.fr.json`.
    pub file: String,
    /// The letter, whole.
    pub letter: Letter,
    /// Where it was written.
    pub written: Written,
}

impl Text {
    /// The language that its file is named by; `None` for the letter itself.
    #[must_use]
    pub fn tag(&self) -> Option<&str> {
        self.file.strip_prefix("letter.")?.strip_suffix(".json")
    }

    /// The folder of its page within the letter's, with a slash at its end; nothing for the letter itself.
    #[must_use]
    pub fn folder(&self) -> String {
        self.tag().map_or(String::new(), |tag| format!("{tag}/"))
    }
}
