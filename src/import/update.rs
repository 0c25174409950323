//! Changes the row of a signatory who is there already, and keeps the coordinator's changes.

use super::change::{Change, change};
use super::merge::Merge;
use super::report::{About, Report};
use super::signature::Signature;

impl Merge<'_> {
    /// How a row changes a cell of the signatory with that id. Whoever said no in one source stays hidden, whatever
    /// another one says.
    pub(super) fn change_of(&self, id: &str, place: usize, column: &str, value: &str) -> Change {
        let last = self.known.entry(id, self.source).and_then(|entry| entry.last(column));
        let change = change(self.secret, column, value, self.table.get(place, column), last);
        if column != "hidden" || change != Change::To || value == "true" {
            return change;
        }
        let no = Some(self.secret.mark("hidden", &["true"]));
        let mut others = self.known.index.of_id(id).iter().map(|at| &self.known.entries[*at]);
        let is_denied = others.any(|entry| entry.source != self.source && entry.last("hidden") == no);
        if is_denied { Change::Kept } else { change }
    }

    /// Updates the row at that place, unless its changes wait for the coordinator.
    pub(super) fn update(&mut self, signature: &Signature, id: &str, place: usize, report: &mut Report) {
        if !self.admits_change(signature, id, place, report) {
            return;
        }
        let mut changed = false;
        for (column, value) in signature.cells.iter().filter(|(column, _)| *column != "id") {
            let here = self.table.get(place, column).to_string();
            match self.change_of(id, place, column, value) {
                Change::None => {}
                Change::Kept if *column == "hidden" => {
                    let who = self.name_and_location(place);
                    let text = format!("says yes to being named, and no in another source: {who} stays hidden");
                    report.note(signature.line, About::Consent, text);
                }
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
