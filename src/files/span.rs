//! A span of time as people write it: `10s`, `5m`, `12h`, `7d`.

use serde::de::{Deserialize, Deserializer, Error};
use std::time::Duration;

/// A span of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span(pub Duration);

impl Span {
    /// So many days.
    #[must_use]
    pub const fn days(days: u64) -> Span {
        Span(Duration::from_secs(days * 86_400))
    }

    /// Reads a number and its unit; `None` if it is neither.
    #[must_use]
    pub fn parse(text: &str) -> Option<Span> {
        let unit = text.chars().last()?;
        let seconds = match unit {
            's' => 1,
            'm' => 60,
            'h' => 3_600,
            'd' => 86_400,
            _ => return None,
        };
        let number: u64 = text[..text.len() - 1].parse().ok()?;
        Some(Span(Duration::from_secs(number.checked_mul(seconds)?)))
    }
}

impl<'de> Deserialize<'de> for Span {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Span, D::Error> {
        let text = String::deserialize(deserializer)?;
        Span::parse(&text).ok_or_else(|| {
            D::Error::custom(format!("“{text}” is not a span of time: write it as \"10s\", \"5m\", \"12h\" or \"7d\""))
        })
    }
}
