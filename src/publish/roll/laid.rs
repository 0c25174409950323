//! A roll whose files stand, but for the index that leads to them.

use super::folder::{Changes, Folder};
use crate::model::RollIndex;
use anyhow::Result;

/// The roll, whole, and not yet to be seen.
#[derive(Debug)]
#[must_use = "readers see it once it is committed"]
pub struct Laid {
    /// The folder with its files.
    pub folder: Folder,
    /// The index, which is still to be exchanged.
    pub index: RollIndex,
    /// All pages, in the order of the roll.
    pub pages: Vec<Page>,
}

/// A page of the roll.
#[derive(Clone, Debug)]
pub struct Page {
    /// The name of its file.
    pub src: String,
    /// The hash of its first row, where the page was written just now.
    pub first: Option<u64>,
}

impl Laid {
    /// Exchanges the index.
    ///
    /// # Errors
    /// If a file can't be written or deleted.
    pub fn commit(self) -> Result<Changes> {
        self.folder.commit(&self.index)
    }
}
