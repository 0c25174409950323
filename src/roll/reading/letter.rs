//! The rows of a roll that its letter brings.

use super::ROWS;
use crate::model::Signatory;
use crate::roll::{Row, identity};

/// The identities of those who stand in a letter, the last first, and how many they are.
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

    /// Whether the row of that place stands in the letter, which is among the first; each of the letter's only once.
    pub fn meets(&mut self, place: u64, signatory: &Signatory) -> bool {
        if place >= self.count.saturating_add(ROWS as u64) {
            return false;
        }
        let wanted = identity(signatory);
        let at = self.bearers.iter().rposition(|bearer| *bearer == wanted);
        at.map(|at| self.bearers.remove(at)).is_some()
    }
}
