//! The rows of the roll that the letter itself has.

use super::ROWS;
use crate::model::Signatory;
use crate::roll::{Row, identity};

/// The identities of the letter's signatories, the last first, and their number.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Letter {
    bearers: Vec<String>,
    count: u64,
}

impl Letter {
    pub fn of(rows: &[Row]) -> Letter {
        let bearers = rows.iter().rev().map(|row| identity(&row.signatory)).collect();
        Letter { bearers, count: rows.len() as u64 }
    }

    /// Whether the row at that place is in the letter; only rows near the roll's start can be. Each row of the letter
    /// matches once.
    pub fn meets(&mut self, place: u64, signatory: &Signatory) -> bool {
        if place >= self.count.saturating_add(ROWS as u64) {
            return false;
        }
        let wanted = identity(signatory);
        let at = self.bearers.iter().rposition(|bearer| *bearer == wanted);
        at.map(|at| self.bearers.remove(at)).is_some()
    }
}
