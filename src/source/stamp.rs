//! Recognises the content of a letter's tables.

use memchr::memchr_iter;
use rayon::prelude::*;
use sha2::{Digest, Sha256};

/// The stamps of a letter's tables.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Tables {
    /// That of the coordinator's own table.
    pub own: Stamp,
    /// That of the collector's table, if there is one.
    pub collected: Option<Stamp>,
}

/// Identifies the content of a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Stamp {
    /// Its length in bytes.
    pub length: usize,
    /// The number of its line breaks.
    pub lines: usize,
    hash: [u8; 32],
}

impl Stamp {
    /// The stamp of a table.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Stamp {
        /// The size of the pieces, which are hashed in parallel.
        const PIECE: usize = 1 << 20;
        let piece = |piece: &[u8]| (memchr_iter(b'\n', piece).count(), Sha256::digest(piece));
        let pieces: Vec<_> = bytes.par_chunks(PIECE).map(piece).collect();
        let hash = pieces.iter().fold(Sha256::new(), |hash, (_, piece)| hash.chain_update(piece));
        Stamp { length: bytes.len(), lines: pieces.iter().map(|(lines, _)| lines).sum(), hash: hash.finalize().into() }
    }
}
