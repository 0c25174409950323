//! Names and other words that are published. People's names are as different as people: whatever is not refused here is
//! a name, in any script, with periods, apostrophes, hyphens or numbers.

use super::fault::Fault;

/// What is wrong with a name: it has an address in it, begins as a spreadsheet's formula does, changes the direction of
/// the text around it, or has no letters.
pub(super) fn fault_of_name(name: &str) -> Option<Fault> {
    if name.contains('/') {
        return Some(Fault::Link);
    }
    fault_of_words(name)
}

/// The same for an organisation or a role, which may have a slash: *Founder / editor*.
pub(super) fn fault_of_words(words: &str) -> Option<Fault> {
    if words.contains('@') {
        return Some(Fault::Link);
    }
    fault_of_text(words).or_else(|| (!words.contains(is_letter)).then_some(Fault::Letters))
}

/// Whether the character is a letter that can be seen: those of Hangul that only fill a place are blank.
fn is_letter(char: char) -> bool {
    char.is_alphabetic() && !matches!(char, '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}')
}

/// The same for a text, which may have no letters, and an @.
pub(super) fn fault_of_text(text: &str) -> Option<Fault> {
    if has_link(text) {
        return Some(Fault::Link);
    }
    fault_of_signs(text)
}

/// Signs that no published word may have.
pub(super) fn fault_of_signs(text: &str) -> Option<Fault> {
    let is_refused = |char: char| {
        char.is_control() || matches!(char, '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    (text.contains(is_refused) || text.starts_with(['=', '+', '-', '@'])).then_some(Fault::Form)
}

/// Whether a word of the text is an address. A colon alone proves nothing: *S:t Eriks*, *EU:n*, *Branch: North*. Names
/// that look like a domain are names: *Armenophobia.org* has signed a letter.
fn has_link(text: &str) -> bool {
    const BEGINS: [&str; 10] =
        ["http:", "https:", "mailto:", "ftp:", "tel:", "sms:", "data:", "file:", "javascript:", "www."];
    let text = text.to_ascii_lowercase();
    let begins = |word: &str| BEGINS.into_iter().any(|link| word.starts_with(link));
    text.contains("://") || text.split(|char: char| !char.is_alphanumeric() && char != '.' && char != ':').any(begins)
}
