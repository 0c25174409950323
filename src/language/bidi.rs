//! Texts of one direction within lines of the other direction.

use super::Language;
use crate::model::Direction;

/// First strong isolate, and pop directional isolate (Unicode Bidirectional Algorithm, 2.3).
const ISOLATE: [&str; 2] = ["\u{2068}", "\u{2069}"];

impl Language {
    /// Adds a text by another author to a line in this language. If its direction may differ, it is isolated, so that
    /// the text around it keeps its order and the commas their places.
    ///
    /// Isolates are characters, for places where no `bdi` is possible; only there, because readers copy them with the
    /// text.
    pub fn add_apart(&self, line: &mut String, text: &str) {
        let is_rtl = self.tag.direction() == Direction::Rtl;
        // From left to right run the letters of ASCII and, apart from the scripts below, all characters after them.
        let is_foreign = text.chars().any(|c| c >= 'A' && runs_to_the_left(c) != is_rtl);
        let [start, end] = if is_foreign { ISOLATE } else { [""; 2] };
        for part in [start, text, end] {
            line.push_str(part);
        }
    }
}

/// Whether the character belongs to a modern script written from right to left.
fn runs_to_the_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}')
}
