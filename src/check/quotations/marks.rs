//! The quotation marks of a text, and what stands around them.

use crate::model::{Direction, LanguageTag};

/// A mark, and what stands around it.
pub struct Mark {
    /// The mark.
    pub char: char,
    /// Its place.
    pub at: usize,
    /// The character before it.
    pub before: Option<char>,
    /// The character after it.
    pub after: Option<char>,
}

/// The marks that come in pairs.
#[must_use]
pub fn marks(text: &str, lang: &LanguageTag) -> Vec<Mark> {
    let is_mark = |char: char| match char {
        '“' | '”' | '„' => lang.direction() == Direction::Ltr,
        _ => matches!(char, '«' | '»' | '‹' | '›' | '‚' | '‘' | '’'),
    };
    let marks = text.char_indices().filter(|(_, char)| is_mark(*char));
    let marks = marks.map(|(at, mark)| {
        let (before, after) = around(text, at, mark);
        Mark { char: mark, at, before, after }
    });
    // An apostrophe within a word closes nothing.
    marks.filter(|mark| !(matches!(mark.char, '‘' | '’') && is_letter(mark.before) && is_letter(mark.after))).collect()
}

/// The characters before and after a mark.
#[must_use]
pub fn around(text: &str, at: usize, mark: char) -> (Option<char>, Option<char>) {
    (text[..at].chars().next_back(), text[at + mark.len_utf8()..].chars().next())
}

/// Whether there is a letter.
#[must_use]
pub fn is_letter(char: Option<char>) -> bool {
    char.is_some_and(char::is_alphabetic)
}
