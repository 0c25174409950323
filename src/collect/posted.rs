//! What became of mails since the start: numbers alone.

use super::post::Settled;
use std::sync::atomic::{AtomicU64, Ordering};

/// The outcomes of attempts to send a mail.
const OUTCOMES: [&str; 5] = ["sent", "later", "untried", "refused", "unknown"];

/// How many mails became what.
#[derive(Debug, Default)]
pub struct Posted([AtomicU64; OUTCOMES.len()]);

impl Posted {
    /// Counts an attempt.
    pub fn note(&self, settled: &Settled) {
        let at = match settled {
            Settled::Sent => 0,
            Settled::Later(..) => 1,
            Settled::Untried(..) => 2,
            Settled::Refused(_) => 3,
            Settled::Unknown(_) => 4,
        };
        self.0[at].fetch_add(1, Ordering::Relaxed);
    }

    /// Each outcome with its number.
    pub fn all(&self) -> impl Iterator<Item = (&'static str, u64)> {
        OUTCOMES.into_iter().zip(self.0.iter().map(|number| number.load(Ordering::Relaxed)))
    }
}
