//! The lines on which the records of a CSV file begin. The reader's own count excludes the empty lines that it skips.

use csv::Position;
use memchr::memchr_iter;

/// Finds the lines of records, asked for in ascending order.
pub struct RecordLines<'b> {
    bytes: &'b [u8],
    at: usize,
    /// The line of the last record that was asked for.
    pub line: usize,
}

impl<'b> RecordLines<'b> {
    /// For a table that begins on that line of its file.
    #[must_use]
    pub fn new(bytes: &'b [u8], line: usize) -> Self {
        RecordLines { bytes, at: 0, line }
    }

    /// The line of the record at that position, or after the empty lines there.
    pub fn line_of(&mut self, position: Option<&Position>) -> usize {
        let start = start(self.bytes, position);
        self.line += memchr_iter(b'\n', &self.bytes[self.at..start]).count();
        self.at = start;
        self.line
    }

    /// Whether a quotation mark is never closed. The rest of the file then becomes one cell, and the reader reports no
    /// error. `breaks`: whether the last record has a line break in a cell.
    #[must_use]
    pub fn is_unclosed(&self, breaks: bool) -> bool {
        breaks && memchr_iter(b'"', self.bytes).count() % 2 == 1
    }
}

/// The first byte of the record at that position, or after the empty lines there.
#[must_use]
pub fn start(bytes: &[u8], position: Option<&Position>) -> usize {
    let start = position.map_or(0, |position| usize::try_from(position.byte()).unwrap_or_default());
    start + bytes[start..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count()
}
