//! Finds addressees without a description.

use super::note::Note;
use crate::model::Letter;

/// Finds addressees with neither office nor organisation. Organisations don't need one, so it is a hint.
#[must_use]
pub fn check(letter: &Letter) -> Vec<Note> {
    let groups = letter.addressees.iter().enumerate();
    let members =
        groups.flat_map(|(at, group)| group.members.iter().enumerate().map(move |(of, member)| (at, of, member)));
    let without = members.filter(|(_, _, member)| member.office.is_none() && member.organisation.is_none());
    let note = |(at, of, member): (usize, usize, &crate::model::Addressee)| {
        let message =
            format!("has no office: write it after the name, as in {}, Minister, unless it is a body", member.name);
        Note::hint(format!("addressees[{at}].members[{of}]"), "office", message)
    };
    without.map(note).collect()
}
