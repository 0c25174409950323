//! The ends of a text, for messages: long enough to find the place.

/// The maximum length of a text in a message, in characters.
const EXCERPT: usize = 32;

/// The beginning of a text.
#[must_use]
pub fn beginning(text: &str) -> String {
    let text = text.trim();
    match text.char_indices().nth(EXCERPT) {
        None => text.to_string(),
        Some((end, _)) => {
            let whole_words = text[..end].rfind(char::is_whitespace).unwrap_or(end);
            format!("{}…", text[..whole_words].trim_end())
        }
    }
}

/// The end of a text.
#[must_use]
pub fn ending(text: &str) -> String {
    let text = text.trim();
    match text.char_indices().rev().nth(EXCERPT) {
        None => text.to_string(),
        Some((start, _)) => {
            let rest = &text[start..];
            let whole_words = rest.find(char::is_whitespace).unwrap_or(0);
            format!("…{}", rest[whole_words..].trim_start())
        }
    }
}
