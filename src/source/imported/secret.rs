//! Recognises values that we must not store: e-mail addresses, the numbers of other systems, earlier values of cells.
//!
//! Only the mark of each is stored, an HMAC-SHA-256 (RFC 2104) under a random key. The key is in the letter's folder,
//! readable only by its owner. Without the key, nobody can test addresses against the marks.

use crate::files::private_folder;
use crate::files::regular;
use crate::files::site::write_with_mode;
use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// The key of a letter's folder.
pub struct Secret {
    key: [u8; 32],
    keyed: Hmac<Sha256>,
    is_new: bool,
}

/// The first half of an HMAC, more than enough to distinguish marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Mark([u8; 16]);

impl Secret {
    /// The folder's key, or a new one that is not written yet.
    ///
    /// # Errors
    /// If the key can't be read, or the system gives no random numbers.
    pub fn of(letter: &Path) -> Result<Secret> {
        let path = path(letter);
        match regular::read(&path, regular::TEXT) {
            Ok(bytes) => {
                let key = bytes.try_into().ok();
                let shown = path.display();
                let remedy = "restore it, or delete it with the file imported beside it to start again";
                let key = key.with_context(|| format!("{shown} is not the key that import wrote: {remedy}"))?;
                Secret::new(key, false)
            }
            Err(error) if error.kind() == ErrorKind::NotFound => {
                let mut key = [0; 32];
                let filled = getrandom::fill(&mut key);
                ensure!(filled.is_ok(), "this system gives no random numbers, so no key can be made");
                Secret::new(key, true)
            }
            Err(error) => Err(error).with_context(|| format!("can't read {}", path.display())),
        }
    }

    fn new(key: [u8; 32], is_new: bool) -> Result<Secret> {
        let keyed = Hmac::new_from_slice(&key).context("HMAC takes no key of 32 bytes")?;
        Ok(Secret { key, keyed, is_new })
    }

    /// Writes the key, if it is new.
    ///
    /// # Errors
    /// If it can't be written.
    pub fn keep(&self, letter: &Path) -> Result<()> {
        if self.is_new {
            let path = path(letter);
            let write = || {
                private_folder::make(letter)?;
                write_with_mode(&path, &self.key, 0o600)
            };
            write().with_context(|| format!("can't write {}", path.display()))?;
        }
        Ok(())
    }

    /// The mark of a value: equal for equal parts of the same kind, and revealing nothing else.
    #[must_use]
    pub fn mark(&self, kind: &str, parts: &[&str]) -> Mark {
        const END: u8 = 0xff; // No byte of a UTF-8 text.
        let mut hmac = self.keyed.clone();
        for part in std::iter::once(&kind).chain(parts) {
            hmac.update(part.as_bytes());
            hmac.update(&[END]);
        }
        let whole: [u8; 32] = hmac.finalize().into_bytes().into();
        let mut mark = [0; 16];
        mark.copy_from_slice(&whole[..16]);
        Mark(mark)
    }
}

impl Mark {
    /// The mark as text (Base64).
    #[must_use]
    pub fn to_text(self) -> String {
        STANDARD_NO_PAD.encode(self.0)
    }

    /// Reads a mark from that text.
    #[must_use]
    pub fn parse(text: &str) -> Option<Mark> {
        Some(Mark(STANDARD_NO_PAD.decode(text).ok()?.try_into().ok()?))
    }
}

fn path(letter: &Path) -> PathBuf {
    private_folder::path(letter).join("key")
}
