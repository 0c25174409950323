//! The collector's key: one file of 32 random bytes, from which each purpose has a key of its own.
//!
//! The key is neither in the store nor in a backup. Whoever has only the store can read no address, test none against
//! the marks, and make no link or code.

use crate::files::regular;
use crate::files::site::write_with_mode;
use anyhow::{Context, Result, bail, ensure};
use hmac::{Hmac, Mac};
use sha2::Sha256;
use std::path::Path;

/// The key. Dropping it does not erase it from memory.
#[derive(Clone)]
pub struct Key {
    keyed: Hmac<Sha256>,
}

/// What a derived value is for, so that no value of one purpose serves another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Marks of addresses.
    Mark,
    /// The key that seals addresses.
    Seal,
    /// The code in the mail.
    Code,
    /// The token in links.
    Token,
    /// The handle of a sign-up that the widget named by its `key`.
    Handle,
    /// The token of the form.
    Form,
    /// The coordinator's sign-in.
    Admin,
    /// The marks of networks, under a key of the day.
    Network,
    /// The key that seals backups.
    Backup,
    /// What is done once a day.
    Day,
}

impl Purpose {
    fn name(self) -> &'static str {
        match self {
            Purpose::Mark => "mark",
            Purpose::Seal => "seal",
            Purpose::Code => "code",
            Purpose::Token => "token",
            Purpose::Handle => "handle",
            Purpose::Form => "form",
            Purpose::Admin => "admin",
            Purpose::Network => "network",
            Purpose::Backup => "backup",
            Purpose::Day => "day",
        }
    }
}

impl Key {
    /// The length of the file.
    pub const LENGTH: usize = 32;

    /// Reads the key.
    ///
    /// # Errors
    /// If the file can't be read, or is no key.
    pub fn read(path: &Path) -> Result<Key> {
        let shown = path.display();
        let bytes = regular::read(path, regular::TEXT)
            .with_context(|| format!("can't read the key {shown}: open-letter collect doctor makes one"))?;
        let Ok(bytes) = <[u8; Key::LENGTH]>::try_from(bytes) else {
            bail!("{shown} is not a key of {} bytes: restore it from where you keep it", Key::LENGTH)
        };
        Key::of(bytes)
    }

    /// Makes a key and writes it, readable only by its owner. Never replaces a file.
    ///
    /// # Errors
    /// If there is such a file already, or it can't be written.
    pub fn make(path: &Path) -> Result<Key> {
        ensure!(!path.exists(), "{} is there already, and a new key would make it worthless", path.display());
        let bytes = random::<{ Key::LENGTH }>()?;
        write_with_mode(path, &bytes, 0o600).with_context(|| format!("can't write {}", path.display()))?;
        Key::of(bytes)
    }

    /// The key of these bytes.
    ///
    /// # Errors
    /// Never: HMAC takes keys of any length.
    pub fn of(bytes: [u8; Key::LENGTH]) -> Result<Key> {
        Ok(Key { keyed: Hmac::new_from_slice(&bytes).context("HMAC takes no key of 32 bytes")? })
    }

    /// HMAC-SHA-256 of the parts, for one purpose. Parts can't run into each other.
    #[must_use]
    pub fn derive(&self, purpose: Purpose, parts: &[&[u8]]) -> [u8; 32] {
        let mut hmac = self.keyed.clone();
        for part in std::iter::once(&purpose.name().as_bytes()).chain(parts) {
            hmac.update(&(part.len() as u64).to_le_bytes());
            hmac.update(part);
        }
        hmac.finalize().into_bytes().into()
    }
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key(…)")
    }
}

/// Random bytes of the system.
///
/// # Errors
/// If the system gives none.
pub fn random<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    ensure!(getrandom::fill(&mut bytes).is_ok(), "this system gives no random numbers");
    Ok(bytes)
}

/// Whether two secrets are equal, in a time that does not depend on where they differ.
#[must_use]
pub fn same(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len() && one.iter().zip(other).fold(0, |all, (one, other)| all | (one ^ other)) == 0
}
