//! What changes on a letter while it is shown.

use super::kinds::Kinds;
use super::letter::Letter;
use super::signatory::Signatory;
use super::timestamp::Timestamp;

/// The count and what belongs to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Live {
    /// All signatures; `None` while unknown, which is not 0.
    pub count: Option<u64>,
    /// The number that the campaign hopes for.
    pub goal: Option<u64>,
    /// The organisations and the persons among the signatories; `None` where that is not known.
    pub kinds: Option<Kinds>,
    /// The last to sign, the newest first.
    pub latest: Vec<Signatory>,
    /// When the count last changed, where the publisher tells it.
    pub updated: Option<Timestamp>,
    /// Whether the letter can no longer be signed.
    pub closed: bool,
    /// The moment that the count is from, where it could not be refreshed for long.
    pub stale_since: Option<Timestamp>,
}

impl Live {
    /// How many of the latest are shown.
    pub const LATEST: usize = 3;

    /// What the letter itself tells, as of its publishing.
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
