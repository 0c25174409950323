//! The messages of a stream of Server-Sent Events, out of its bytes (HTML, 9.2.6), within limits. Pure.
//!
//! The browser's own `EventSource` has none: it keeps a line that never ends in memory until the page falls, tells each of
//! a million messages, and opens a stream that closes at once again and again, as soon as the server likes.

use crate::model::limits::COUNT_BYTES;

/// Milliseconds over which a stream's bytes and messages are counted.
const WINDOW_MS: f64 = 60_000.0;

/// Most bytes of a stream in that time.
const MOST_BYTES: usize = 1_000_000;

/// Most messages of a stream in that time.
const MOST_MESSAGES: u32 = 1_000;

/// The stream sends more than any count has to tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flood;

/// Reads a stream. Of the messages that come together, the newest is kept.
#[derive(Default)]
pub struct Messages {
    line: Vec<u8>,
    /// Whether the line before ended with a carriage return, so that a line feed belongs to it.
    returned: bool,
    data: Vec<u8>,
    /// Whether the event that is being read is no message.
    other: bool,
    newest: Option<Vec<u8>>,
    begun: Option<f64>,
    bytes: usize,
    told: u32,
}

impl Messages {
    /// Takes in bytes that have come `at` so many milliseconds of any clock that only goes forward.
    ///
    /// # Errors
    /// If it is a flood: then nothing more is to be read.
    pub fn read(&mut self, bytes: &[u8], at: f64) -> Result<(), Flood> {
        if self.begun.is_none_or(|begun| at - begun >= WINDOW_MS) {
            self.begun = Some(at);
            (self.bytes, self.told) = (0, 0);
        }
        self.bytes += bytes.len();
        for byte in bytes {
            let follows = std::mem::replace(&mut self.returned, *byte == b'\r');
            match byte {
                b'\n' if follows => {}
                b'\n' | b'\r' => self.end_line(),
                _ => self.line.push(*byte),
            }
            if self.line.len() + self.data.len() > COUNT_BYTES as usize || self.told > MOST_MESSAGES {
                return Err(Flood);
            }
        }
        if self.bytes > MOST_BYTES { Err(Flood) } else { Ok(()) }
    }

    /// The newest message that was not yet taken.
    pub fn take(&mut self) -> Option<Vec<u8>> {
        self.newest.take()
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        if line.is_empty() {
            return self.end_event();
        }
        let colon = line.iter().position(|byte| *byte == b':').unwrap_or(line.len());
        let (field, value) = line.split_at(colon);
        let value = value.strip_prefix(b":").unwrap_or(value);
        let value = value.strip_prefix(b" ").unwrap_or(value);
        match field {
            b"data" => {
                self.data.extend_from_slice(value);
                self.data.push(b'\n');
            }
            b"event" => self.other = !value.is_empty() && value != b"message",
            // When to come again is not the server's affair.
            _ => {}
        }
    }

    fn end_event(&mut self) {
        let data = std::mem::take(&mut self.data);
        if !std::mem::take(&mut self.other) && !data.is_empty() {
            self.told += 1;
            self.newest = Some(data);
        }
    }
}
