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

/// How often the script or the direction of a text changes, and how many characters only join, part or turn others. Each
/// begins a run, which a browser shapes and positions separately. A line of 300,000 such runs keeps Chromium busy for half
/// a minute, and `WebKit` for minutes if no space parts them. So many turns within one word count more.
#[must_use]
pub fn turns(text: &str) -> usize {
    /// No word of any language has that many.
    const WORD: usize = 100;
    const WEIGHT: usize = 20;
    let mut turns = 0;
    let (mut last, mut in_word) = (0, 0);
    for char in text.chars() {
        // A line may break at a space, and anywhere among the characters of East Asia and pictures.
        let parts = matches!(char, '\u{2e80}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}'
            | '\u{1f000}'..='\u{1faff}' | '\u{20000}'..='\u{3ffff}');
        if parts || char.is_whitespace() {
            in_word = 0;
        }
        if matches!(char, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}') {
            in_word += 1;
            turns += if in_word > WORD { WEIGHT } else { 1 };
            continue;
        }
        let script = match char {
            // Marks, and characters between words: a browser counts them as part of the run.
            '\0'..='/' | ':'..='@' | '['..='`' | '{'..='\u{bf}' | '\u{300}'..='\u{36f}' | '\u{2000}'..='\u{206f}' => {
                continue;
            }
            '0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => 1,
            '\u{590}'..='\u{8ff}'
            | '\u{fb1d}'..='\u{fdff}'
            | '\u{fe70}'..='\u{feff}'
            | '\u{10800}'..='\u{10fff}'
            | '\u{1e800}'..='\u{1efff}' => 2,
            _ => 3,
        };
        if script != last {
            in_word += 1;
            turns += if in_word > WORD { WEIGHT } else { 1 };
        }
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
