//! Compression ahead of serving, as small as the formats allow; the same bytes each time.

use flate2::{Compression, GzBuilder};
use std::io::{self, Write};

/// A smaller file gains less than the headers of one network packet.
const WORTHWHILE_BYTES: usize = 500;

/// Whether a file of this name and length is compressed ahead.
#[must_use]
pub fn is_compressed(name: &str, length: usize) -> bool {
    const ENDS: [&str; 7] = [".js", ".wasm", ".css", ".html", ".json", ".svg", ".d.ts"];
    length > WORTHWHILE_BYTES && ENDS.iter().any(|end| name.ends_with(end))
}

/// Brotli (RFC 7932) at its highest quality.
///
/// # Errors
/// None in practice: it writes to memory.
pub fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    const QUALITY: u32 = 11;
    const WINDOW_BITS: u32 = 22;
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, QUALITY, WINDOW_BITS);
    writer.write_all(bytes)?;
    Ok(writer.into_inner())
}

/// Gzip (RFC 1952), without a timestamp.
///
/// # Errors
/// None in practice: it writes to memory.
pub fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut writer = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    writer.write_all(bytes)?;
    writer.finish()
}
