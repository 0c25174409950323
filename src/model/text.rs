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

/// How often the script changes in a text, or its direction. Each change begins a run that a browser shapes and places by
/// itself; a line of 300,000 such runs keeps Chromium busy for half a minute.
#[must_use]
pub fn turns(text: &str) -> usize {
    let mut turns = 0;
    let mut last = 0;
    for char in text.chars() {
        let script = match char {
            // Marks, and what stands between words: a browser takes them for a part of those.
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
