//! Reading files that may be anything: the one door for what stands in folders of other people.
//!
//! A pipe is never read, for that could wait for ever, nor a device, which may have no end; and of a file no more than
//! it can be meant to have.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

/// The bytes of a table at most: some twenty times what a million signatories take.
pub const TABLE: u64 = 2_000_000_000;

/// The bytes of a text at most: some letters are long, but none of them is a hundred times too long to be published.
pub const TEXT: u64 = 20_000_000;

/// The content of a file, what a link leads to included.
///
/// # Errors
/// If it can't be read, is no file, or has more bytes than `most`.
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

/// The content of a file that may have any length.
///
/// # Errors
/// If it can't be read, or is no file.
pub fn read_whole(path: &Path) -> io::Result<Vec<u8>> {
    read(path, u64::MAX - 1)
}
