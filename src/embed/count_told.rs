//! What the host page was told of the count.

use crate::model::{CountSource, Letter};

/// The count that the host page was last told, and where it was from.
#[derive(Default)]
pub(super) struct Told {
    count: Option<u64>,
    source: Option<CountSource>,
}

impl Told {
    /// Another letter's count is told from the beginning; a translation has the same, and the answer is whether this is
    /// one.
    pub fn begin(&mut self, letter: &Letter) -> bool {
        let same = self.source == letter.signatures.src && self.source.is_some();
        if !same {
            *self = Told { count: None, source: letter.signatures.src.clone() };
        }
        same
    }

    /// Whether the count is news, and the one that was told before.
    pub fn tell(&mut self, count: u64) -> (bool, Option<u64>) {
        let previous = self.count.replace(count);
        (previous != Some(count), previous)
    }
}
