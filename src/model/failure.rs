//! Why a letter cannot be shown, as the event `open-letter-error` reports it.

use super::link::Link;
use std::fmt;

/// A failure to load the letter or a part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The kind of failure.
    pub code: Code,
    /// What happened, for webmasters, in English.
    pub message: String,
    /// The requested URL; empty if there is none.
    pub url: String,
    /// The letter's own page, if the answer names it.
    pub page: Option<Link>,
    /// The HTTP status, if it is not a success.
    pub status: Option<u16>,
    /// Seconds after which the host allows the next request (`Retry-After`: RFC 9110, section 10.2.3).
    pub retry_after: Option<u64>,
}

impl Failure {
    /// A failure to load that URL; empty if there is none.
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
    /// No complete answer in time.
    Timeout,
    /// The answer is larger than the limit.
    TooLarge,
    /// The answer is not JSON.
    NotJson,
    /// The answer is JSON, but no letter.
    NotALetter,
    /// The letter has a later version.
    Version,
    /// The count could not be refreshed; the last known count stays.
    Count,
    /// The names for a new count could not be loaded; the loaded ones stay.
    Roll,
    /// The form to sign, or its receiver, has failed.
    Sign,
}

impl Code {
    /// The `code` of the event.
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
            Code::Sign => "sign",
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Failure {}
