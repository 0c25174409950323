//! What can keep a letter from being shown, as the event `open-letter-error` names it.

use super::link::Link;
use std::fmt;

/// Why the letter, or a part of it, could not be loaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The kind of failure.
    pub code: Code,
    /// What happened, for webmasters, in English.
    pub message: String,
    /// The URL that was asked for; empty where there is none.
    pub url: String,
    /// The letter's own page, where what came tells it.
    pub page: Option<Link>,
    /// The HTTP status, where the host answered with one that is no success.
    pub status: Option<u16>,
    /// Seconds after which the host wants to be asked again (`Retry-After`: RFC 9110, section 10.2.3).
    pub retry_after: Option<u64>,
}

impl Failure {
    /// A failure to load that URL; an empty one, where there is none.
    #[must_use]
    pub fn new(code: Code, message: String, url: impl Into<String>) -> Failure {
        Failure { code, message, url: url.into(), page: None, status: None, retry_after: None }
    }
}

/// The kind of failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// The element has no `src`.
    NoSrc,
    /// No answer: no network, no such host, or the host does not allow other origins (CORS).
    Network,
    /// An HTTP status other than 2xx.
    Status,
    /// No whole answer in time.
    Timeout,
    /// The answer is larger than a letter can be.
    TooLarge,
    /// The answer is not JSON.
    NotJson,
    /// The answer is JSON, but no letter.
    NotALetter,
    /// A letter of a later version.
    Version,
    /// The count could not be refreshed; the last good one stays.
    Count,
    /// The names that belong to a new count could not be had; those at hand stay.
    Roll,
}

impl Code {
    /// The word in the event's `code`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Code::NoSrc => "no-src",
            Code::Network => "network",
            Code::Status => "status",
            Code::Timeout => "timeout",
            Code::TooLarge => "too-large",
            Code::NotJson => "not-json",
            Code::NotALetter => "not-a-letter",
            Code::Version => "version",
            Code::Count => "count",
            Code::Roll => "roll",
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Failure {}
