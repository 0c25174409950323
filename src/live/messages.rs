//! Reads the messages of a stream of Server-Sent Events from its bytes (HTML, 9.2.6), within limits. Pure.
//!
//! The browser's own `EventSource` has no limits: it keeps an endless line in memory until the page crashes, dispatches
//! each of a million messages, and reopens a stream that closes at once again and again, as soon as the server likes.

use crate::model::limits::COUNT_BYTES;

/// Milliseconds over which a stream's bytes and messages are counted.
const WINDOW_MS: f64 = 60_000.0;

/// Most bytes of a stream in that time.
const MOST_BYTES: usize = 1_000_000;

/// Most messages of a stream in that time.
const MOST_MESSAGES: u32 = 1_000;

/// The stream sends more than any count needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flood;

/// Reads a stream. Of messages that arrive together, it keeps the newest.
#[derive(Default)]
pub struct Messages {
    line: Vec<u8>,
    /// Whether the line before ended with a carriage return, so that a line feed belongs to it.
    returned: bool,
    data: Vec<u8>,
    /// Whether the current event is not a message.
    other: bool,
    newest: Option<Vec<u8>>,
    begun: Option<f64>,
    bytes: usize,
    received: u32,
}

impl Messages {
    /// Reads bytes that arrived `at` that time: milliseconds of any clock that only goes forward.
    ///
    /// # Errors
    /// If it is a flood: then read nothing more.
    pub fn read(&mut self, bytes: &[u8], at: f64) -> Result<(), Flood> {
        if self.begun.is_none_or(|begun| at - begun >= WINDOW_MS) {
            self.begun = Some(at);
            (self.bytes, self.received) = (0, 0);
        }
        self.bytes += bytes.len();
        for byte in bytes {
            let follows = std::mem::replace(&mut self.returned, *byte == b'\r');
            match byte {
                b'\n' if follows => {}
                b'\n' | b'\r' => self.end_line(),
                _ => self.line.push(*byte),
            }
            if self.line.len() + self.data.len() > COUNT_BYTES as usize || self.received > MOST_MESSAGES {
                return Err(Flood);
            }
        }
        if self.bytes > MOST_BYTES { Err(Flood) } else { Ok(()) }
    }

    /// The newest message that was not taken yet.
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
            // The server doesn't decide when to reconnect.
            _ => {}
        }
    }

    fn end_event(&mut self) {
        let data = std::mem::take(&mut self.data);
        if !std::mem::take(&mut self.other) && !data.is_empty() {
            self.received += 1;
            self.newest = Some(data);
        }
    }
}
