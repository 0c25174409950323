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
        let listed = letter.is_open() && letter.is_whole();
        let latest = letter.signatories.iter().rev().filter(|signatory| listed && !signatory.initiator);
        Live {
            count: letter.count(),
            goal: letter.signatures.goal,
            kinds: letter.kinds(),
            latest: latest.take(Live::LATEST).cloned().collect(),
            updated: None,
            closed: !letter.is_open(),
            stale_since: None,
        }
    }
}
