//! Takes out signatories who are missing from a complete export.

use super::merge::Merge;
use super::report::{About, Report};
use crate::source::imported::Entry;
use anyhow::{Result, bail};
use std::collections::HashSet;

impl Merge<'_> {
    /// Takes out signatories whom the source once had and no longer has.
    ///
    /// # Errors
    /// If they are more than half of the source's signatories, unless `most` allows it.
    pub fn withdraw(&mut self, most: bool, report: &mut Report) -> Result<()> {
        if !self.is_whole {
            let why = "has rows whose cells run together, so nobody is withdrawn: fix them, and import it again";
            report.note(None, About::Export, why);
            return Ok(());
        }
        let of_source = |entry: &&Entry| entry.source == self.source;
        let ids: HashSet<String> = self.known.entries.iter().filter(of_source).map(|entry| entry.id.clone()).collect();
        let gone: HashSet<String> = ids.difference(&self.present).cloned().collect();
        let there = |ids: &HashSet<String>| ids.iter().filter(|id| self.places.contains_key(*id)).count();
        let (going, all) = (there(&gone), there(&ids));
        if going * 2 > all && !most {
            bail!(
                "would withdraw {going} of the {all} who came from {}: check that the export is complete; if it is, \
                 add --withdraw-most",
                self.source
            );
        }
        self.known.forget(&gone, self.source);
        for (id, place) in gone.iter().filter_map(|id| Some((id, self.places.get(id)?))) {
            // Somebody who also signed elsewhere stays a signatory.
            if self.known.index.of_id(id).is_empty() {
                self.table.remove(*place);
                report.withdrawn += 1;
            }
        }
        Ok(())
    }
}
