//! Reading the roll in its order: which file to ask for next. Nothing is fetched here.

use crate::model::{PageRef, RollFile, RollIndex, Signatory};

/// A walk through the roll, page by page.
#[derive(Clone, Debug)]
pub struct Walk {
    backward: bool,
    /// Rows that are passed over.
    skipped: u64,
    /// The lists to come, and the pages to come of the last list; the next one is last.
    lists: Vec<PageRef>,
    pages: Vec<PageRef>,
}

impl Walk {
    /// From the first row to the last, those passed over that are shown already.
    #[must_use]
    pub fn forward(index: &RollIndex, skipped: u64) -> Walk {
        Walk::new(index, skipped, false)
    }

    /// From the last row to the first, so many passed over: the newest signatures first.
    #[must_use]
    pub fn backward(index: &RollIndex, skipped: u64) -> Walk {
        Walk::new(index, skipped, true)
    }

    fn new(index: &RollIndex, skipped: u64, backward: bool) -> Walk {
        let mut walk = Walk { backward, skipped, lists: Vec::new(), pages: Vec::new() };
        walk.lists = walk.stack(&index.pages);
        pass_over(&mut walk.lists, &mut walk.skipped);
        walk
    }

    /// The name of the file that is needed next; `None` at the end.
    #[must_use]
    pub fn wanted(&self) -> Option<&str> {
        let next = self.pages.last().or(self.lists.last())?;
        Some(&next.src)
    }

    /// Takes the file that was wanted. `None` if it was a list; of a page, its rows in the order of the walk.
    pub fn take(&mut self, file: RollFile) -> Option<Vec<Signatory>> {
        let mut rows = None;
        if self.pages.pop().is_some() {
            let mut signatories = file.signatories;
            if self.backward {
                signatories.reverse();
            }
            // No more than there are: the rest of the page is wanted.
            let skipped = usize::try_from(self.skipped).unwrap_or(usize::MAX).min(signatories.len());
            self.skipped = 0;
            rows = Some(signatories.split_off(skipped));
        } else {
            self.lists.pop();
            self.pages = self.stack(&file.pages);
            pass_over(&mut self.pages, &mut self.skipped);
        }
        if self.pages.is_empty() {
            pass_over(&mut self.lists, &mut self.skipped);
        }
        rows
    }

    fn stack(&self, files: &[PageRef]) -> Vec<PageRef> {
        let mut files = files.to_vec();
        if !self.backward {
            files.reverse();
        }
        files
    }
}

/// Drops the files that are to be passed over as wholes.
fn pass_over(files: &mut Vec<PageRef>, rows: &mut u64) {
    while let Some(file) = files.pop_if(|file| file.count <= *rows) {
        *rows -= file.count;
    }
}
