//! When to ask for the count again, by what has happened. Pure: the table of `tests/live/schedule.rs` is its
//! specification.

/// Fewest seconds between two requests, whatever anyone wants.
const LEAST: f64 = 10.0;
/// After so many answers in a row that told nothing new, the next come half as often, and after as many again a
/// quarter as often: so a page that is read for ten minutes has every count within one refresh.
const PATIENCE: u32 = 10;
/// How many times slower an idle page gets at most.
const SLOWEST: f64 = 4.0;
/// Most seconds that failures alone put a request off.
const FAILURE_CAP: f64 = 900.0;
/// Most seconds that a host can put a request off by `Retry-After`: past a day it is a mistake.
const RETRY_CAP: f64 = 86_400.0;

/// What has happened on a watch so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// The smallest `refresh` among the elements, in seconds; `None` where all have it off.
    pub refresh: Option<u32>,
    /// The `refresh` of the count document: the publisher slows every reader down.
    pub slowed_to: Option<u64>,
    /// Answers in a row that told nothing new.
    pub unchanged: u32,
    /// Failures in a row.
    pub failed: u32,
    /// The last failure's `Retry-After`, in seconds.
    pub retry_after: Option<u64>,
    /// Whether a stream is telling each change: requests are then only a net under it.
    pub streaming: bool,
}

/// Whether anyone could see a new count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// The page is visible (`document.visibilityState`).
    pub visible: bool,
    /// The browser thinks that there is a network (`navigator.onLine`).
    pub online: bool,
}

impl History {
    /// Seconds between the last answer, or failure, and the next request; `None` for no request until something
    /// changes. `chance`, from 0 to 1, spreads the readers, so that those who came together do not ask together.
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

    /// The larger of what the elements want and what the publisher wants.
    fn interval(&self) -> Option<f64> {
        Some(f64::from(self.refresh?).max(self.slowed_to()).max(LEAST))
    }

    #[expect(clippy::cast_precision_loss, reason = "whole numbers of JSON are below 2^53")]
    fn slowed_to(&self) -> f64 {
        self.slowed_to.unwrap_or_default() as f64
    }

    /// The part of a delay after which the first of the readers ask; where the publisher slows them down, none does
    /// before its end.
    fn earliest(&self, part: f64) -> f64 {
        if self.slowed_to() > f64::from(self.refresh.unwrap_or_default()) { 1.0 } else { part }
    }

    /// Twice as long after each failure, up to the cap; and not before the host wants to be asked again.
    fn after_failure(&self, refresh: f64, chance: f64) -> f64 {
        let doubled = refresh * 2.0_f64.powi((self.failed - 1).min(16).cast_signed());
        let backoff = doubled.min(FAILURE_CAP.max(refresh)) * (self.earliest(0.75) + 0.5 * chance);
        #[expect(clippy::cast_precision_loss, reason = "it is capped at a day")]
        let asked_for = (self.retry_after.unwrap_or_default() as f64).min(RETRY_CAP) * (1.0 + 0.25 * chance);
        backoff.max(asked_for).max(LEAST)
    }

    /// Seconds without a good answer after which the count is shown with the time that it is from: five requests'
    /// time, and never less than two minutes, so that a tunnel makes nobody doubt the number.
    #[must_use]
    pub fn stale_after(&self) -> f64 {
        self.interval().map_or(f64::INFINITY, |refresh| (refresh * 5.0).max(120.0))
    }
}

/// Seconds until a changed count may be told to screen readers, `since` seconds after the last time: a count that
/// climbs fast must not talk without end.
#[must_use]
pub fn quiet_before_speaking(since: f64) -> f64 {
    (30.0 - since).max(0.0)
}
