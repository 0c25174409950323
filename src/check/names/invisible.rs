//! Finds invisible characters, which make two names of one.

use std::cell::LazyCell;
use unicode_script::{Script, UnicodeScript};

/// The first invisible character that the letters around it don't require.
#[must_use]
pub fn fault(words: &str) -> Option<String> {
    let mut before = None;
    let is_right_to_left = LazyCell::new(|| words.chars().any(|char| is_right_to_left(char.script())));
    let mut chars = words.chars().peekable();
    while let Some(char) = chars.next() {
        if is_invisible(char) && !is_called_for(char, before, chars.peek().copied(), || *is_right_to_left) {
            let code = u32::from(char);
            return Some(format!("has the invisible character U+{code:04X}: delete it, or type the name again"));
        }
        before = Some(char);
    }
    None
}

fn is_invisible(char: char) -> bool {
    matches!(
        char,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{206F}' | '\u{2800}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFB}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}'
    )
}

/// Joiners shape Arabic and Indic letters (Unicode Standard Annex #31, 2.3.1), direction marks order lines of mixed
/// direction, and selectors choose a form of the character before.
fn is_called_for(
    char: char,
    before: Option<char>,
    after: Option<char>,
    has_right_to_left: impl FnOnce() -> bool,
) -> bool {
    match char {
        '\u{200C}' => is_joined(before) && is_joined(after),
        '\u{200D}' => is_joined(before) || before.is_some_and(is_picture),
        '\u{200E}' | '\u{200F}' | '\u{61C}' => has_right_to_left(),
        '\u{180B}'..='\u{180F}' => before.is_some_and(|char| char.script() == Script::Mongolian),
        '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' => {
            before.is_some_and(|char| char.script() == Script::Han || is_picture(char))
        }
        _ => false,
    }
}

/// Whether the character's script joins letters, or combines them into one form.
fn is_joined(char: Option<char>) -> bool {
    use Script::{
        Adlam, Arabic, Balinese, Bengali, Devanagari, Gujarati, Gurmukhi, Inherited, Javanese, Kannada, Khmer,
        Malayalam, Mandaic, Manichaean, Mongolian, Myanmar, Nko, Oriya, Sinhala, Syriac, Tamil, Telugu, Tibetan,
    };
    char.is_some_and(|char| {
        matches!(
            char.script(),
            Adlam
                | Arabic
                | Balinese
                | Bengali
                | Devanagari
                | Gujarati
                | Gurmukhi
                | Inherited
                | Javanese
                | Kannada
                | Khmer
                | Malayalam
                | Mandaic
                | Manichaean
                | Mongolian
                | Myanmar
                | Nko
                | Oriya
                | Sinhala
                | Syriac
                | Tamil
                | Telugu
                | Tibetan
        )
    })
}

fn is_right_to_left(script: Script) -> bool {
    use Script::{Adlam, Arabic, Hebrew, Mandaic, Nko, Syriac, Thaana};
    matches!(script, Adlam | Arabic | Hebrew | Mandaic | Nko | Syriac | Thaana)
}

/// Emoji and other signs that take selectors and joiners.
fn is_picture(char: char) -> bool {
    matches!(char, '\u{FE0F}' | '\u{2190}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}' | '#' | '*' | '0'..='9' | '©' | '®')
}
