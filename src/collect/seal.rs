//! Addresses, sealed while a mail is still to be sent to them (XChaCha20-Poly1305 under the collector's key).

use super::key::{Key, Purpose, random};
use anyhow::{Result, bail};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};

/// Seals and opens addresses.
#[derive(Clone)]
pub struct Seal {
    cipher: XChaCha20Poly1305,
}

/// The bytes before the sealed text.
const NONCE: usize = 24;

/// Sealed addresses have one of these lengths, so that the length tells little.
const STEP: usize = 64;

impl Seal {
    /// The seal of this key.
    #[must_use]
    pub fn of(key: &Key) -> Seal {
        Seal { cipher: XChaCha20Poly1305::new(&key.derive(Purpose::Seal, &[]).into()) }
    }

    /// Seals the address that has this mark. It opens together with the mark only.
    ///
    /// # Errors
    /// If the system gives no random numbers.
    pub fn close(&self, address: &str, mark: &[u8; 32]) -> Result<Vec<u8>> {
        let nonce = random::<NONCE>()?;
        let mut padded = address.as_bytes().to_vec();
        padded.resize(address.len().next_multiple_of(STEP), 0);
        let payload = Payload { msg: &padded, aad: mark };
        let Ok(sealed) = self.cipher.encrypt(&XNonce::from(nonce), payload) else {
            bail!("an address can't be encrypted")
        };
        Ok([&nonce[..], &sealed].concat())
    }

    /// Opens a sealed address; `None` if it was sealed under another key or with another mark.
    #[must_use]
    pub fn open(&self, sealed: &[u8], mark: &[u8; 32]) -> Option<String> {
        let (nonce, sealed) = sealed.split_first_chunk::<NONCE>()?;
        let payload = Payload { msg: sealed, aad: mark };
        let padded = self.cipher.decrypt(&XNonce::from(*nonce), payload).ok()?;
        let length = padded.iter().position(|byte| *byte == 0).unwrap_or(padded.len());
        String::from_utf8(padded[..length].to_vec()).ok()
    }
}

impl std::fmt::Debug for Seal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Seal(…)")
    }
}
