//! Which rows may be published, and which wait for the coordinator.

use super::change::Change;
use super::held;
use super::merge::Merge;
use super::report::Report;
use super::signature::Signature;
use crate::source::imported::Identity;

impl Merge<'_> {
    /// Whether a row may be published. If nobody has decided, it waits.
    pub(super) fn admits(&mut self, signature: &Signature, what: &str, report: &mut Report) -> bool {
        let Identity { key, email, alike, .. } = &signature.identity;
        let mark = held::mark(self.secret, key.or(*email).or(*alike), &signature.cells);
        match self.held.decision(mark) {
            Some(true) => {
                self.held.carry_out(mark);
                return true;
            }
            None if !self.holds => return true,
            Some(false) => report.declined += 1,
            None => {
                report.held += 1;
                let (what, cells) = (what.to_string(), signature.cells.clone());
                self.held.rows.push(held::Row { mark, what, cells });
            }
        }
        self.spare(&signature.identity);
        false
    }

    /// Whether a row may change the signatory at that place. A name that is to be hidden is hidden in any case.
    pub(super) fn admits_change(&mut self, signature: &Signature, id: &str, place: usize, report: &mut Report) -> bool {
        let visible = self.visible(signature, id, place);
        let what = format!("changes {} of {} (id {id})", visible.join(", "), self.table.get(place, "name"));
        if visible.is_empty() || self.admits(signature, &what, report) {
            return true;
        }
        self.taken.insert(place, signature.line);
        if signature.get("hidden") == "true" {
            self.table.set(place, "hidden", "true");
        }
        false
    }

    /// The columns that a row would change for readers.
    fn visible(&self, signature: &Signature, id: &str, place: usize) -> Vec<&'static str> {
        let is_visible = |(column, value): &&(&'static str, String)| {
            self.change_of(id, place, column, value) == Change::To
                && *column != "id"
                && !(*column == "hidden" && value == "true")
        };
        signature.cells.iter().filter(is_visible).map(|(column, _)| *column).collect()
    }
}
