//! Characters that are not allowed in a text, or not in a line.

/// Control characters (Unicode general category Cc), except line breaks and tabs.
#[must_use]
pub fn is_control(char: char) -> bool {
    char.is_control() && !is_line_break(char)
}

/// Line breaks and tabs; each becomes a space in a line.
#[must_use]
pub fn is_line_break(char: char) -> bool {
    matches!(char, '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}')
}

/// Embeddings, overrides and isolates (Unicode Bidirectional Algorithm, UAX #9, 2.1 to 2.4): if left open, they reverse
/// the text after them. The marks of section 2.6, which reverse nothing, are allowed.
#[must_use]
pub fn is_bidi_control(char: char) -> bool {
    matches!(char, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// How often the script or the direction of a text changes. A browser shapes and positions each run between two changes
/// separately; a line of 300,000 such runs keeps Chromium busy for half a minute.
#[must_use]
pub fn turns(text: &str) -> usize {
    let mut turns = 0;
    let mut last = 0;
    for char in text.chars() {
        let script = match char {
            // Marks, and characters between words: a browser counts them as part of the run.
            '\0'..='/'
            | ':'..='@'
            | '['..='`'
            | '{'..='\u{bf}'
            | '\u{300}'..='\u{36f}'
            | '\u{2000}'..='\u{200d}'
            | '\u{2010}'..='\u{206f}' => continue,
            '0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | '\u{200e}' => 1,
            '\u{590}'..='\u{8ff}'
            | '\u{200f}'
            | '\u{fb1d}'..='\u{fdff}'
            | '\u{fe70}'..='\u{feff}'
            | '\u{10800}'..='\u{10fff}'
            | '\u{1e800}'..='\u{1efff}' => 2,
            _ => 3,
        };
        turns += usize::from(script != last);
        last = script;
    }
    turns
}

/// The text without the refused characters; each refused line break becomes a space.
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
