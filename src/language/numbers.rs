//! How a language writes whole numbers, told by two of them.
//!
//! A published page tells it so to the widget that takes its place: browsers differ in what they know of a language, by
//! their age too, and a number that changes is still written as the page wrote it.

/// Digits, what stands between groups of them, and from which length on.
pub struct Numbers {
    thousand: String,
    /// The greatest power of ten that is a count (below 2^53).
    greatest: String,
}

impl Numbers {
    /// One of four digits and the longest, for [`Numbers::read`].
    #[must_use]
    pub fn told(number: impl Fn(u64) -> String) -> String {
        [&number(1000), "/", &number(10_u64.pow(15))].concat()
    }

    /// The same again, from a page. Whatever it is, something is written by it.
    #[must_use]
    pub fn read(told: &str) -> Option<Numbers> {
        let (thousand, greatest) = told.split_once('/')?;
        Some(Numbers { thousand: thousand.into(), greatest: greatest.into() })
    }

    /// The number, as the language writes it; nothing, where what was told is no number.
    #[must_use]
    pub fn write(&self, mut number: u64) -> Option<String> {
        let shape = if number < 10_000 { &self.thousand } else { &self.greatest };
        // Of every script the digits follow each other (Unicode, section 4.6).
        let zero = u32::from(shape.chars().next_back()?);
        let mut written = Vec::new();
        for mark in shape.chars().rev() {
            if u32::from(mark).wrapping_sub(zero) > 1 {
                written.push(mark);
                continue;
            }
            #[expect(clippy::cast_possible_truncation, reason = "a digit")]
            written.push(char::from_u32(zero + (number % 10) as u32)?);
            number /= 10;
            if number == 0 {
                return Some(written.iter().rev().collect());
            }
        }
        None
    }
}
