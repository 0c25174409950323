//! A line of the head of a letter.

use crate::new::text::document::Line;

/// The longest line of a head, in characters.
pub const LINE: usize = 160;

/// A line of the head.
pub struct Part {
    /// Its words.
    pub line: Line,
    /// Whether it is a heading.
    pub is_heading: bool,
    /// Whether it is an item of a list.
    pub is_item: bool,
    /// Whether front matter has it.
    pub is_taken: bool,
}
