//! When to ask again.

use std::time::Duration;

/// The shortest time between two requests: hosts lock out who asks more often.
pub const SHORTEST: Duration = Duration::from_mins(1);

/// The longest, unless somebody wants it longer.
const LONGEST: Duration = Duration::from_hours(6);

/// The pace of requests.
#[derive(Clone, Debug)]
pub struct Pace {
    every: Duration,
    /// The number of failures in a row.
    failures: u32,
    told: Option<String>,
}

impl Pace {
    /// A pace of one request in that time.
    #[must_use]
    pub fn of(every: Duration) -> Pace {
        Pace { every, failures: 0, told: None }
    }

    /// After a success: the time to wait, and whether failures came before it, which somebody was told of.
    pub fn succeed(&mut self) -> (Duration, bool) {
        self.failures = 0;
        (self.every, self.told.take().is_some())
    }

    /// After a failure: the time to wait, doubled each time, and whether to tell the reason. One that was told last is
    /// not told again.
    pub fn fail(&mut self, reason: &str, after: Option<Duration>) -> (Duration, bool) {
        let longest = self.every.max(LONGEST);
        let doubled = self.every.saturating_mul(1 << self.failures.min(16)).min(longest);
        self.failures = self.failures.saturating_add(1);
        let is_new = self.told.as_deref() != Some(reason);
        if is_new {
            self.told = Some(reason.to_string());
        }
        (doubled.max(after.unwrap_or_default()).min(longest), is_new)
    }
}
