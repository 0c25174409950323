//! The parts of a shown letter that change.

use super::kinds::Kinds;
use super::letter::Letter;
use super::signatory::Signatory;
use super::timestamp::Timestamp;

/// The count and related values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Live {
    /// The number of all signatures; `None` if unknown, which differs from 0.
    pub count: Option<u64>,
    /// The campaign's goal.
    pub goal: Option<u64>,
    /// The numbers of organisations and persons among the signatories; `None` if unknown.
    pub kinds: Option<Kinds>,
    /// The latest signatories, the newest first.
    pub latest: Vec<Signatory>,
    /// When the count last changed, if the publisher says so.
    pub updated: Option<Timestamp>,
    /// Whether the letter is closed for signing.
    pub closed: bool,
    /// The time of the count, if refreshing has failed for long.
    pub stale_since: Option<Timestamp>,
}

impl Live {
    /// How many of the latest signatories are shown.
    pub const LATEST: usize = 3;

    /// The values in the letter itself, as published.
    #[must_use]
    pub fn of(letter: &Letter) -> Live {
        Live {
            count: letter.count(),
            goal: letter.signatures.goal,
            kinds: letter.kinds(),
            latest: latest(letter),
            updated: None,
            closed: !letter.is_open(),
            stale_since: None,
        }
    }
}

/// The latest of those who joined, the newest first: as far as the letter says when they signed. A table in another order
/// would name the end of the alphabet.
fn latest(letter: &Letter) -> Vec<Signatory> {
    let listed = letter.is_open() && letter.is_whole();
    let mut latest: Vec<&Signatory> = Vec::new();
    for one in letter.signatories.iter().filter(|one| listed && one.is_dated_joiner()) {
        // Of one day, the last in the list is the newest.
        let at = latest.iter().position(|other| other.signed <= one.signed).unwrap_or(latest.len());
        latest.insert(at, one);
        latest.truncate(Live::LATEST);
    }
    latest.into_iter().cloned().collect()
}
