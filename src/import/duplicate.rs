//! Rows that are left out, because they seem to be there already.

use super::Duplicates;
use super::merge::Merge;
use super::report::{About, Report};
use super::signature::Signature;
use crate::source::rows::likeness;
use crate::source::words::truth;

impl Merge<'_> {
    /// How a row repeats that of the signatory at that place.
    pub(super) fn again(&self, signature: &Signature, place: usize) -> String {
        let (unit, line, name) = (self.unit, self.taken[&place], self.table.get(place, "name"));
        let mut again = format!("repeats the signatory of {unit} {line}");
        if likeness(name) != likeness(signature.get("name")) {
            again = [&again, ", who is ", name, " there"].concat();
        }
        again + self.answers(signature, place)
    }

    /// How a row seems to be the signatory at that place.
    pub(super) fn already(&self, signature: &Signature, place: usize) -> String {
        let already = format!("{} is already in {}", signature.get("name"), self.location(place));
        already + self.answers(signature, place)
    }

    /// How a row has the name of the signatory at that place, and is another person.
    pub(super) fn somebody_else(&self, signature: &Signature, place: usize) -> String {
        let text = format!("{} is also in {}, and is somebody else", signature.get("name"), self.location(place));
        if signature.says_no() == (truth(self.table.get(place, "hidden")) == Some(true)) {
            return text;
        }
        text + ": only one of the two may be named, so see that they are two people"
    }

    /// What to add where a row and that of the signatory at that place answer differently.
    fn answers(&self, signature: &Signature, place: usize) -> &'static str {
        let is_denied = self.taken.get(&place).is_some_and(|line| self.denied.contains(line));
        if is_denied || signature.denied.is_some() {
            ", and says no to being named in one of the two: the name is hidden"
        } else {
            ""
        }
    }

    /// Leaves a row out that may be one of the signatories at these places.
    pub(super) fn leave_out(&mut self, signature: &Signature, reason: String, places: &[usize], report: &mut Report) {
        report.duplicates += 1;
        self.spare(&signature.identity);
        report.leave_out(signature.line, signature.who(), About::Duplicate, reason);
        if signature.says_no() && self.duplicates != Duplicates::Add {
            self.deny(places, signature.line, report);
        }
    }

    /// The place of a row, for a message.
    pub(super) fn location(&self, place: usize) -> String {
        match (self.table.rows[place].line, self.taken.get(&place)) {
            (Some(line), _) => format!("line {line} of signatories.csv"),
            (None, line) => format!("{} {}", self.unit, line.copied().unwrap_or_default()),
        }
    }

    pub(super) fn name_and_location(&self, place: usize) -> String {
        format!("{} in {}", self.table.get(place, "name"), self.location(place))
    }
}
