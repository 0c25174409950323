//! What is ours among the pages of a site. Nothing else is written over or deleted.

use anyhow::{Result, bail};

/// What each of our documents says of itself, near its beginning: the content of the meta element `generator`, the
/// element `generator` of a feed, a comment in a sitemap.
pub const GENERATOR: &str = "open-letter publish";

/// How far into a document it stands at most.
pub const WITHIN_BYTES: usize = 1024;

/// Whether the document was written by us.
#[must_use]
pub fn is_ours(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(WITHIN_BYTES)];
    head.windows(GENERATOR.len()).any(|window| window == GENERATOR.as_bytes())
}

/// Refuses to write over a document that somebody else put there.
///
/// # Errors
/// If it is one.
pub fn refuse_foreign(path: &str, there: Option<&[u8]>) -> Result<()> {
    match there {
        Some(bytes) if !bytes.is_empty() && !is_ours(bytes) => {
            bail!("{path} was not written by open-letter, and would be written over: move it out of the site")
        }
        _ => Ok(()),
    }
}
