//! Folding: reduces a name to the letters that everybody types, without the marks that people leave out or add.
//!
//! Each character is decomposed on its own (Unicode's compatibility decomposition) and set in lower case. The table in
//! [`letters`] does the rest. The native decomposition is that of Unicode 17.0, the browser's that of its own Unicode
//! version: they differ only in characters that the older version lacks.

use super::decompose::decompose;
use super::letters::{Letter, letter};

/// A character of the original, and where its folded form begins.
pub(super) struct Origin {
    /// The first byte in the folded text.
    pub(super) at: usize,
    /// The first byte in the original.
    pub(super) from: usize,
    /// The end in the original, after the character and the marks on it.
    pub(super) to: usize,
}

/// The folded words, one space between two.
#[must_use]
pub fn fold(text: &str) -> String {
    fold_with(text, None)
}

/// What a character becomes: letters, a space if it separates words, or nothing if it is dropped.
#[must_use]
pub fn fold_char(char: char) -> String {
    let mut folded = String::new();
    for_each_letter(char.encode_utf8(&mut [0; 4]), &mut |_, letter| match letter {
        Letter::Itself(char) => folded.push(char),
        Letter::Spelt(letters) => folded.push_str(letters),
        Letter::Apart => folded.push(' '),
        Letter::Dropped => {}
    });
    folded
}

/// A digest (FNV-1a) of the folded forms of 4096 characters, from `block` × 4096 on: of their UTF-8, with a byte 255
/// after each. Two builds with the same digest fold these characters alike.
#[must_use]
pub fn fold_digest(block: u32) -> u64 {
    const CHARACTERS: u32 = 4096;
    let first = block.saturating_mul(CHARACTERS);
    let mut digest = 0xcbf2_9ce4_8422_2325;
    for char in (first..first.saturating_add(CHARACTERS)).filter_map(char::from_u32) {
        for byte in fold_char(char).bytes().chain([0xff]) {
            digest = (digest ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    digest
}

/// The folded words, and the origin of each of their letters.
pub(super) fn fold_with(text: &str, mut origins: Option<&mut Vec<Origin>>) -> String {
    let mut folded = String::with_capacity(text.len());
    for_each_letter(text, &mut |(from, to), letter| {
        let at = folded.len();
        match letter {
            Letter::Itself(char) => folded.push(char),
            Letter::Spelt(letters) => folded.push_str(letters),
            Letter::Apart => {
                if !folded.is_empty() && !folded.ends_with(' ') {
                    folded.push(' ');
                }
                return;
            }
            Letter::Dropped => {
                // A mark belongs to the letter before it.
                let last = origins.as_mut().and_then(|origins| origins.last_mut());
                if let Some(last) = last.filter(|last| last.to == from) {
                    last.to = to;
                }
                return;
            }
        }
        if let Some(origins) = &mut origins {
            origins.push(Origin { at, from, to });
        }
    });
    folded.truncate(folded.trim_end_matches(' ').len());
    folded
}

/// Calls `each` with every letter, and with the start and end of the character that it comes from.
fn for_each_letter(text: &str, each: &mut dyn FnMut((usize, usize), Letter)) {
    // Decomposition is the expensive step, and most names don't need it.
    let decomposed = (!text.is_ascii()).then(|| decompose(text));
    let mut parts = decomposed.iter().flat_map(|decomposed| decomposed.split('\n'));
    for (from, char) in text.char_indices() {
        let origin = (from, from + char.len_utf8());
        match parts.next() {
            _ if char == ACUTE => each(origin, Letter::Dropped),
            Some(part) if !char.is_ascii() => part.chars().for_each(|part| each(origin, letter(part))),
            _ => each(origin, letter(char.to_ascii_lowercase())),
        }
    }
}

/// The spacing acute accent, which people also type as an apostrophe. Its decomposition begins with a space.
const ACUTE: char = '\u{B4}';
