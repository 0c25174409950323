//! Reads files from other people's folders, whatever they turn out to be: the one door for them.
//!
//! It never reads a pipe, which could block for ever, nor a device, which may have no end. Of a file it reads no more
//! than a plausible size.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

/// The most bytes of a table: some twenty times the size of a million signatories.
pub const TABLE: u64 = 2_000_000_000;

/// The most bytes of a text: a hundred times more than the longest publishable letter.
pub const TEXT: u64 = 20_000_000;

/// The most bytes of a document with pictures.
pub const DOCUMENT: u64 = 100_000_000;

/// The content of a file. Follows symbolic links.
///
/// # Errors
/// If it can't be read, is not a regular file, or has more bytes than `most`.
pub fn read(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let found = fs::metadata(path)?;
    if !found.is_file() && !found.is_dir() {
        return Err(io::Error::other("it is a pipe, a socket or a device, and no file"));
    }
    let mut bytes = Vec::new();
    bytes.try_reserve_exact(usize::try_from(found.len().min(most)).unwrap_or_default())?;
    File::open(path)?.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most {
        return Err(io::Error::other(format!("it has more than {} MB", most / 1_000_000)));
    }
    Ok(bytes)
}

/// The content of a file of any length.
///
/// # Errors
/// If it can't be read, or is not a regular file.
pub fn read_whole(path: &Path) -> io::Result<Vec<u8>> {
    read(path, u64::MAX - 1)
}
