//! When to request the count again. Pure: the table of `tests/live/schedule.rs` is its specification.

/// Fewest seconds between two requests, whatever the settings.
const LEAST: f64 = 10.0;
/// After this many answers in a row without news, requests come half as often, and after as many again a quarter as
/// often. So on a page that is read for ten minutes every count shows within one refresh.
const PATIENCE: u32 = 10;
/// How many times slower an idle page gets at most.
const SLOWEST: f64 = 4.0;
/// Most seconds that failures alone delay a request.
const FAILURE_CAP: f64 = 900.0;
/// Most seconds that a host can delay a request by `Retry-After`: more than a day is a mistake.
const RETRY_CAP: f64 = 86_400.0;

/// The state of a watch.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// The smallest `refresh` among the elements, in seconds; `None` if it is off for all.
    pub refresh: Option<u32>,
    /// The `refresh` of the count document: the publisher slows all readers down.
    pub slowed_to: Option<u64>,
    /// Answers in a row without news.
    pub unchanged: u32,
    /// Failures in a row.
    pub failed: u32,
    /// The last failure's `Retry-After`, in seconds.
    pub retry_after: Option<u64>,
    /// Whether a stream reports each change: then requests are only a fallback.
    pub streaming: bool,
}

/// Whether the reader could see a new count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// The page is visible (`document.visibilityState`).
    pub visible: bool,
    /// The browser reports a network (`navigator.onLine`).
    pub online: bool,
}

impl History {
    /// Seconds between the last answer, or failure, and the next request; `None` for no request until something
    /// changes. `chance`, from 0 to 1, spreads the requests of readers who came together.
    #[must_use]
    pub fn delay(&self, page: Page, chance: f64) -> Option<f64> {
        if !page.visible || !page.online {
            return None;
        }
        let refresh = self.interval()?;
        if self.failed > 0 {
            return Some(self.after_failure(refresh, chance));
        }
        let idle = 2.0_f64.powi((self.unchanged / PATIENCE).min(2).cast_signed());
        let slower = if self.streaming { SLOWEST } else { idle };
        let spread = self.earliest(0.9) + 0.2 * chance;
        Some((refresh * slower * spread).clamp(LEAST, refresh * SLOWEST))
    }

    /// The longer of the elements' interval and the publisher's.
    fn interval(&self) -> Option<f64> {
        Some(f64::from(self.refresh?).max(self.slowed_to()).max(LEAST))
    }

    #[expect(clippy::cast_precision_loss, reason = "whole numbers of JSON are below 2^53")]
    fn slowed_to(&self) -> f64 {
        self.slowed_to.unwrap_or_default() as f64
    }

    /// The part of a delay after which the first readers make their requests; if the publisher slows them down, no
    /// reader does so before the end of the delay.
    fn earliest(&self, part: f64) -> f64 {
        if self.slowed_to() > f64::from(self.refresh.unwrap_or_default()) { 1.0 } else { part }
    }

    /// Twice as long after each failure, up to the cap; and not before the host's `Retry-After`.
    fn after_failure(&self, refresh: f64, chance: f64) -> f64 {
        let doubled = refresh * 2.0_f64.powi((self.failed - 1).min(16).cast_signed());
        let backoff = doubled.min(FAILURE_CAP.max(refresh)) * (self.earliest(0.75) + 0.5 * chance);
        #[expect(clippy::cast_precision_loss, reason = "it is capped at a day")]
        let asked_for = (self.retry_after.unwrap_or_default() as f64).min(RETRY_CAP) * (1.0 + 0.25 * chance);
        backoff.max(asked_for).max(LEAST)
    }

    /// Seconds without a good answer after which the count is shown with its time: the time of five requests, and at
    /// least two minutes, so that a tunnel casts no doubt on the number.
    #[must_use]
    pub fn stale_after(&self) -> f64 {
        self.interval().map_or(f64::INFINITY, |refresh| (refresh * 5.0).max(120.0))
    }
}

/// Seconds until screen readers may speak a changed count, `since` seconds after the last time: a count that climbs
/// fast must not speak without end.
#[must_use]
pub fn quiet_before_speaking(since: f64) -> f64 {
    (30.0 - since).max(0.0)
}
