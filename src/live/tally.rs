//! Which answers to believe: they come from caches of different ages. Pure.

use crate::model::{Count, Kinds, Live, Signatory, Timestamp};

/// Milliseconds by which a publisher's clock may be ahead of a reader's.
const AHEAD_MS: i64 = 300_000;

/// The last count believed.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    count: Option<u64>,
    updated: Option<Timestamp>,
    goal: Option<u64>,
    kinds: Option<Kinds>,
    latest: Option<Vec<Signatory>>,
    closed: bool,
    /// Whether the last answer had a lower count without proof of being newer.
    doubted: bool,
}

/// The result of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Believed {
    /// It has news.
    Changed,
    /// It has no news.
    Unchanged,
    /// It is older than the current count, or lower and not confirmed yet.
    Ignored,
}

impl Tally {
    /// Begins with the letter's own count.
    #[must_use]
    pub fn of(count: Option<u64>) -> Tally {
        Tally { count, ..Tally::default() }
    }

    /// Takes an answer. One with an older `updated` than the last is ignored. If `updated` decides nothing, as against
    /// the letter itself, which has no such time, a lower count is believed once a second answer in a row is lower too.
    ///
    /// `now` is the reader's clock. An `updated` in the future proves nothing: one of the two clocks is wrong, and if
    /// it were believed, all answers published until then would count as older.
    pub fn take(&mut self, answer: &Count, now: Timestamp) -> Believed {
        let credible = |updated: &Timestamp| updated.0 <= now.0.saturating_add(AHEAD_MS);
        let updated = answer.updated.filter(credible);
        let proof = updated.zip(self.updated.filter(credible)).map(|(new, known)| new.cmp(&known));
        let proven = proof == Some(std::cmp::Ordering::Greater);
        if proof == Some(std::cmp::Ordering::Less) {
            return Believed::Ignored;
        }
        let lower = self.count.is_some_and(|count| answer.count < count);
        if lower && !proven && !self.doubted {
            self.doubted = true;
            return Believed::Ignored;
        }
        let known = self.clone();
        self.doubted = false;
        self.count = Some(answer.count);
        self.updated = updated.or(self.updated.filter(credible));
        self.goal = answer.goal;
        self.kinds = answer.kinds;
        self.latest = Some(answer.latest.clone());
        self.closed = answer.closed;
        if known.shows_the_same_as(self) { Believed::Unchanged } else { Believed::Changed }
    }

    fn shows_the_same_as(&self, other: &Tally) -> bool {
        (self.count, self.goal, self.kinds, self.closed) == (other.count, other.goal, other.kinds, other.closed)
            && self.latest == other.latest
    }

    /// The count; `None` while unknown.
    #[must_use]
    pub fn count(&self) -> Option<u64> {
        self.count
    }

    /// The time of the count, if the publisher gives it.
    #[must_use]
    pub fn updated(&self) -> Option<Timestamp> {
        self.updated
    }

    /// The state to show: the answers', and the letter's for what no answer has.
    #[must_use]
    pub fn over(&self, letter: Live) -> Live {
        let answered = self.latest.is_some();
        Live {
            count: self.count.or(letter.count),
            goal: self.goal.or(letter.goal),
            kinds: if answered { self.kinds } else { letter.kinds },
            latest: self.latest.clone().filter(|latest| !latest.is_empty()).unwrap_or(letter.latest),
            updated: self.updated,
            closed: self.closed || letter.closed,
            stale_since: None,
        }
    }
}
