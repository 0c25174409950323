//! Where one file ends and the next begins: content-defined chunks, as in rsync and backup programs.
//!
//! The sizes are those at which a search costs a phone least. Measured with a million invented rows, gzip, 1.6 Mbit/s,
//! 150 ms for each of the three requests (index, list, search file; `cargo bench --bench bench -- publish`):
//!
//! | entries of a search file | its bytes | the whole search |
//! |---|---|---|
//! | 80 | 1,100 | 486 ms |
//! | 320 (taken) | 3,200 | 479 ms |
//! | 1280 | 12,400 | 521 ms |
//!
//! Smaller files gain nothing, since the index then has more lists; they would also be four times as many to write and
//! host. A page of 320 rows is 5.1 kB in gzip: 25 ms and a request.

use crate::model::limits::TEXT_BYTES;
use std::ops::Range;

/// The fewest items of a file, except the last one.
pub const MIN: usize = 192;

/// The mean number of further items until an item's own hash ends the file.
pub const MEAN_EXTRA: u64 = 128;

/// The most items of a file: as many names as one page has.
pub const MAX: usize = 500;

/// The most bytes of a file's items: pages read no more text from one file. Only rows with long comments come near it.
pub const MAX_BYTES: usize = TEXT_BYTES / 2;

/// The values that decide where files end: an item's hash and its size.
#[derive(Clone, Copy, Debug)]
pub struct Item {
    /// The hash.
    pub hash: u64,
    /// The bytes.
    pub bytes: usize,
}

/// The content of a file so far.
#[derive(Clone, Copy, Debug, Default)]
pub struct Filling {
    items: usize,
    bytes: usize,
}

impl Filling {
    /// Whether a new file begins before an item.
    ///
    /// It depends on earlier items only, never on later ones: an item added at the end changes only the last file; one
    /// added in between changes its own file, and mostly not the next.
    #[must_use]
    pub fn ends_before(&self, item: Item) -> bool {
        // The upper half, because the lowest bits of FNV-1a mix poorly.
        let by_hash = self.items >= MIN && (item.hash >> 32).is_multiple_of(MEAN_EXTRA);
        by_hash || self.items >= MAX || self.items > 0 && self.bytes + item.bytes > MAX_BYTES
    }

    /// The same with one more item.
    #[must_use]
    pub fn with(self, item: Item) -> Filling {
        Filling { items: self.items + 1, bytes: self.bytes + item.bytes }
    }
}

/// The chunks of items.
pub fn chunks(items: impl IntoIterator<Item = Item>) -> Vec<Range<usize>> {
    let mut chunks: Vec<Range<usize>> = Vec::new();
    let mut filling = Filling::default();
    for (index, item) in items.into_iter().enumerate() {
        match chunks.last_mut() {
            Some(chunk) if !filling.ends_before(item) => chunk.end = index + 1,
            _ => {
                chunks.push(index..index + 1);
                filling = Filling::default();
            }
        }
        filling = filling.with(item);
    }
    chunks
}
