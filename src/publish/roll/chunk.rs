//! Where one file ends and the next begins: content-defined chunks, as in rsync and backup programs.
//!
//! The sizes are those at which a search costs a phone least. A million invented rows, gzip, 1.6 Mbit/s, 150 ms for
//! each of the three requests (index, list, search file; `cargo bench --bench bench -- publish`):
//!
//! | entries of a search file | its bytes | the whole search |
//! |---|---|---|
//! | 80 | 1,100 | 486 ms |
//! | 320 (taken) | 3,200 | 479 ms |
//! | 1280 | 12,400 | 521 ms |
//!
//! Smaller files gain nothing, since the index then has more lists; and there would be four times as many of them to
//! write and to host. A page of 320 rows is 5.1 kB in gzip, 25 ms and a request.

use std::ops::Range;

/// The fewest items of a file, but for the last.
pub const MIN: usize = 192;

/// How many more there are on average, where the items' own hashes end the file.
pub const MEAN_EXTRA: u64 = 128;

/// The most items of a file: as many names as stand on one page.
pub const MAX: usize = 500;

/// Whether a new file begins before an item with that hash, where the present file has so many.
///
/// It depends on what stands before and on nothing that comes after: an item that is added at the end changes the last
/// file alone, and one that is added between others changes its file, and mostly not the next.
#[must_use]
pub fn begins(items: usize, hash: u64) -> bool {
    // The upper half: the lowest bits of FNV-1a hardly mix.
    items >= MAX || (items >= MIN && (hash >> 32).is_multiple_of(MEAN_EXTRA))
}

/// The chunks of items with those hashes.
pub fn chunks(hashes: impl IntoIterator<Item = u64>) -> Vec<Range<usize>> {
    let mut chunks: Vec<Range<usize>> = Vec::new();
    for (index, hash) in hashes.into_iter().enumerate() {
        match chunks.last_mut() {
            Some(chunk) if !begins(chunk.len(), hash) => chunk.end = index + 1,
            _ => chunks.push(index..index + 1),
        }
    }
    chunks
}
