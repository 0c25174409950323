//! Texts of one direction within lines of the other.

use super::Language;
use crate::model::Direction;

/// First strong isolate, and its end (Unicode Bidirectional Algorithm, 2.3).
const ISOLATE: [&str; 2] = ["\u{2068}", "\u{2069}"];

impl Language {
    /// Adds a text that somebody else has written to a line in this language. Where it may run the other way it is
    /// isolated, so that what stands beside it keeps its order, and the commas between their places.
    ///
    /// By characters, where there is no room for a `bdi` around each; and only there, for they are copied along.
    pub fn add_apart(&self, line: &mut String, text: &str) {
        let is_rtl = self.tag.direction() == Direction::Rtl;
        // Of what runs to the right, the letters of ASCII and all that comes behind them.
        let is_foreign = text.chars().any(|c| c >= 'A' && runs_to_the_left(c) != is_rtl);
        let [start, end] = if is_foreign { ISOLATE } else { [""; 2] };
        for part in [start, text, end] {
            line.push_str(part);
        }
    }
}

/// Whether the character is of a script of today that is written from right to left.
fn runs_to_the_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}')
}
