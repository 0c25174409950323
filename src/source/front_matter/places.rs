//! What follows a place in a text.

/// Finds what follows places in a text. The places come in ascending order, so that it scans the text once.
#[derive(Debug)]
pub struct Places<'y> {
    text: &'y str,
    line: usize,
    column: usize,
    at: usize,
    /// The number of characters scanned.
    pub walked: usize,
}

impl<'y> Places<'y> {
    /// Begins before the first line.
    #[must_use]
    pub fn of(text: &'y str) -> Self {
        Places { text, line: 1, column: 0, at: 0, walked: 0 }
    }

    /// The text from a line, counted from 1, and a column, counted from 0 in characters. `None` beyond its end.
    pub fn from(&mut self, line: usize, column: usize) -> Option<&'y str> {
        if (line, column) < (self.line, self.column) {
            // One step back, as after an empty value: start again at the beginning of that line.
            let before = &self.text[..self.at];
            let back = self.line - line;
            let start = before.rmatch_indices('\n').nth(back).map_or(0, |(at, _)| at + 1);
            self.walked += before.len() - start;
            (self.line, self.column, self.at) = (line, 0, start);
        }
        while (self.line, self.column) < (line, column) {
            let char = self.text[self.at..].chars().next()?;
            self.walked += 1;
            if char == '\n' && self.line == line {
                return None;
            }
            self.at += char.len_utf8();
            self.column += 1;
            if char == '\n' {
                (self.line, self.column) = (self.line + 1, 0);
            }
        }
        self.text.get(self.at..)
    }
}
