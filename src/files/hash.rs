//! Digests of files: short ones for their names, long ones for Subresource Integrity.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use fnv::FnvHasher;
use sha2::{Digest, Sha256, Sha384};
use std::fmt::Write;
use std::hash::Hasher;

/// The first 16 hexadecimal digits of the content's SHA-256, for a name under which the file can be cached for ever.
#[must_use]
pub fn name_hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes)[..8].iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// Whether the file's name contains a [`name_hash`]: `open-letter-0123456789abcdef.wasm`.
#[must_use]
pub fn has_name_hash(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let stem = name.split('.').next().unwrap_or_default();
    let Some((_, hash)) = stem.rsplit_once('-') else { return false };
    hash.len() == 16 && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// The value of an `integrity` attribute (Subresource Integrity, section 3.5).
#[must_use]
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// FNV-1a in 64 bits (RFC 9923) of the parts in order, each followed by an end mark: stable, and fast on short texts.
#[must_use]
pub fn fnv1a(parts: &[&[u8]]) -> u64 {
    const END: u8 = 0xff; // Occurs in no UTF-8 text.
    let mut hasher = FnvHasher::default();
    for part in parts {
        hasher.write(part);
        hasher.write(&[END]);
    }
    hasher.finish()
}
