//! A roll with all files written except the index that references them.

use super::folder::{Changes, Folder};
use crate::model::RollIndex;
use anyhow::Result;

/// The whole roll, not yet visible.
#[derive(Debug)]
#[must_use = "readers see it once it is committed"]
pub struct Laid {
    /// The folder with its files.
    pub folder: Folder,
    /// The index, not yet in place.
    pub index: RollIndex,
    /// All pages, in the order of the roll.
    pub pages: Vec<Page>,
}

/// A page of the roll.
#[derive(Clone, Debug)]
pub struct Page {
    /// The name of its file.
    pub src: String,
    /// The hash of its first row, if the page was written in this run.
    pub first: Option<u64>,
}

impl Laid {
    /// Puts the index in place.
    ///
    /// # Errors
    /// If a file can't be written or deleted.
    pub fn commit(self) -> Result<Changes> {
        self.folder.commit(&self.index)
    }
}
