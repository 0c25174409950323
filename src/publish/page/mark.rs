//! Marks the files in a site that we wrote. No other file is overwritten or deleted.

use anyhow::{Result, bail};

/// The mark near the beginning of each of our documents: the content of the meta element `generator`, the element
/// `generator` of a feed, a comment in a sitemap.
pub const GENERATOR: &str = "open-letter publish";

/// The mark is within this many first bytes of a document.
pub const WITHIN_BYTES: usize = 1024;

/// Whether we wrote the document.
#[must_use]
pub fn is_ours(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(WITHIN_BYTES)];
    head.windows(GENERATOR.len()).any(|window| window == GENERATOR.as_bytes())
}

/// Refuses to overwrite a document that somebody else put there.
///
/// # Errors
/// If somebody else did.
pub fn refuse_foreign(path: &str, there: Option<&[u8]>) -> Result<()> {
    match there {
        Some(bytes) if !bytes.is_empty() && !is_ours(bytes) => {
            bail!("{path} was not written by open-letter, and would be written over: move it out of the site")
        }
        _ => Ok(()),
    }
}
