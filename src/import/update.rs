//! Changes the row of a signatory who is there already, and keeps the coordinator's changes.

use super::change::{Change, change};
use super::merge::Merge;
use super::report::{About, Report};
use super::signature::Signature;

impl Merge<'_> {
    /// Updates the row at that place, unless its changes wait for the coordinator.
    pub(super) fn update(&mut self, signature: &Signature, id: &str, place: usize, report: &mut Report) {
        if !self.admits_change(signature, id, place, report) {
            return;
        }
        let mut changed = false;
        for (column, value) in signature.cells.iter().filter(|(column, _)| *column != "id") {
            let here = self.table.get(place, column).to_string();
            let last = self.known.entry(id, self.source).and_then(|entry| entry.last(column));
            match change(self.secret, column, value, &here, last) {
                Change::None => {}
                Change::Kept => {
                    let text =
                        format!("{column} is “{value}” now, and stays “{here}” for {}", self.name_and_location(place));
                    report.note(signature.line, About::Kept, text);
                }
                Change::To => {
                    if *column == "name" {
                        report.note(signature.line, About::Name, format!("{here} is now called {value}"));
                    }
                    self.table.set(place, column, value);
                    changed = true;
                }
            }
        }
        if changed {
            report.updated += 1;
        } else {
            report.unchanged += 1;
        }
        self.remember(signature, id, place, report);
    }
}
