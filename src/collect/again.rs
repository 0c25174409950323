//! What a sign-up does where an address has signed already: pure. A stranger who types somebody's address learns nothing
//! from it, and can cause only a few mails.

use super::mail;
use super::signature::{Signature, State};
use crate::source::rows::likeness;
use jiff::{SignedDuration, Timestamp};

/// How many names may share an address.
pub const SLOTS: usize = 2;

/// The least time between two mails that strangers can cause to an address.
const PAUSE: SignedDuration = SignedDuration::from_mins(10);

/// The most mails that strangers can cause to an address, for one letter.
const MOST: u8 = 5;

/// What a sign-up does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// What happens to the rows.
    pub place: Place,
    /// The mail to queue, and when it is due.
    pub mail: Option<(mail::Kind, Timestamp)>,
}

/// What happens to the rows of the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A new row in this slot. Withdrawn rows of the slot give up their marks.
    New(usize),
    /// The words of this row, which nobody has confirmed, are replaced.
    Replace(usize),
    /// This row stays as it is.
    Stay(usize),
}

/// Decides, from the rows that the address has in this letter, each with its slot.
#[must_use]
pub fn plan(rows: &[(Signature, i64)], new: &Signature, may_mail: bool, now: Timestamp) -> Plan {
    let due = due(rows, may_mail, now);
    let live = |row: &&(usize, &Signature)| row.1.state != State::Withdrawn;
    let numbered: Vec<(usize, &Signature)> = rows.iter().map(|(row, _)| row).enumerate().collect();
    let is = |states: &[State]| numbered.iter().find(|(_, row)| states.contains(&row.state)).map(|(at, _)| *at);
    // Whoever the coordinator turned away does not come in by another name.
    if let Some(at) = is(&[State::Declined, State::Invalidated]) {
        return Plan { place: Place::Stay(at), mail: None };
    }
    let again = |at: usize| Plan { place: Place::Stay(at), mail: due.map(|due| (mail::Kind::Again, due)) };
    let replace = |at: usize| match due {
        Some(due) => Plan { place: Place::Replace(at), mail: Some((mail::Kind::Confirm, due)) },
        None => Plan { place: Place::Stay(at), mail: None },
    };
    let same = numbered.iter().filter(live).find(|(_, row)| alike(row, new));
    match same {
        // The code that is on its way still fits: nothing is replaced before it may be sent again.
        Some((at, row)) if row.state == State::Pending => match due {
            Some(due) if due > now => Plan { place: Place::Stay(*at), mail: None },
            _ => replace(*at),
        },
        Some((at, _)) => again(*at),
        None => {
            let taken = |slot: usize| {
                rows.iter().any(|(row, at)| *at == i64::try_from(slot).unwrap_or(-1) && row.state != State::Withdrawn)
            };
            match (0..SLOTS).find(|slot| !taken(*slot)) {
                Some(slot) => Plan { place: Place::New(slot), mail: due.map(|due| (mail::Kind::Confirm, due)) },
                None => match is(&[State::Pending]) {
                    Some(at) => replace(at),
                    None => again(0),
                },
            }
        }
    }
}

/// When the address may get its next mail; `None` if it may get no more.
#[must_use]
pub fn due(rows: &[(Signature, i64)], may_mail: bool, now: Timestamp) -> Option<Timestamp> {
    let all: u8 = rows.iter().fold(0, |all, (row, _)| all.saturating_add(row.mails.0));
    let last = rows.iter().filter_map(|(row, _)| row.mails.1).max();
    let free = last.and_then(|last| last.checked_add(PAUSE).ok()).map_or(now, |free| free.max(now));
    (may_mail && all < MOST).then_some(free)
}

/// Whether two signatures name the same signatory.
fn alike(one: &Signature, other: &Signature) -> bool {
    one.words.kind == other.words.kind && likeness(one.words.published_name()) == likeness(other.words.published_name())
}
