//! Characters that may not stand in a text, or not in a line of it.

/// Control characters (Unicode general category Cc) but for the line breaks and the tab.
#[must_use]
pub fn is_control(char: char) -> bool {
    char.is_control() && !is_line_break(char)
}

/// What breaks a line or jumps in it; in a line each becomes a space.
#[must_use]
pub fn is_line_break(char: char) -> bool {
    matches!(char, '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}')
}

/// Embeddings, overrides and isolates (Unicode Bidirectional Algorithm, UAX #9, 2.1 to 2.4): left open, they turn
/// the text after them around. The marks of section 2.6, which turn nothing, may stay.
#[must_use]
pub fn is_bidi_control(char: char) -> bool {
    matches!(char, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// The text without the refused characters, a space for each line break among them.
#[must_use]
pub fn without(text: &str, refused: impl Fn(char) -> bool) -> String {
    text.chars()
        .filter_map(|char| match refused(char) {
            false => Some(char),
            true if is_line_break(char) => Some(' '),
            true => None,
        })
        .collect()
}
