//! Scripts that write words together.

/// Whether Chinese and Japanese use the character: their lines break between any two of them, and no space is between
/// two lines.
#[must_use]
pub fn is_wide(char: char) -> bool {
    matches!(
        char,
        '\u{2E80}'..='\u{312F}' | '\u{3190}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
            | '\u{FE30}'..='\u{FE4F}' | '\u{FF00}'..='\u{FF9F}' | '\u{20000}'..='\u{3FFFF}'
    )
}

/// Whether it is a letter or mark of Chinese, Japanese or Korean.
#[must_use]
pub fn is_east_asian(char: char) -> bool {
    is_wide(char) || matches!(char, '\u{1100}'..='\u{11FF}' | '\u{3130}'..='\u{318F}' | '\u{AC00}'..='\u{D7AF}')
}
