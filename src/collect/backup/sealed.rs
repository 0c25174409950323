//! A backup as it is on the disk: pieces, each sealed under the collector's key.

use crate::collect::key::{Key, Purpose, random};
use anyhow::{Context, Result, bail, ensure};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use std::io::{Read, Write};

/// The beginning of every backup.
const MARK: &[u8] = b"open-letter backup 1\n";

/// How much is sealed at a time.
const PIECE: usize = 1 << 20;

fn cipher(key: &Key) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(&key.derive(Purpose::Backup, &[]).into())
}

/// The nonce of a piece: 16 random bytes of the backup, and its number.
fn nonce(random: [u8; 16], number: u64) -> XNonce {
    let mut nonce = [0; 24];
    nonce[..16].copy_from_slice(&random);
    nonce[16..].copy_from_slice(&number.to_le_bytes());
    XNonce::from(nonce)
}

/// Seals all of it.
pub fn seal(from: &mut impl Read, into: &mut impl Write, key: &Key) -> Result<()> {
    let (cipher, random) = (cipher(key), random::<16>()?);
    into.write_all(MARK)?;
    into.write_all(&random)?;
    let mut number = 0;
    loop {
        let mut piece = Vec::with_capacity(PIECE);
        from.take(PIECE as u64).read_to_end(&mut piece)?;
        let is_last = piece.len() < PIECE;
        let payload = Payload { msg: &piece, aad: &[u8::from(is_last)] };
        let Ok(sealed) = cipher.encrypt(&nonce(random, number), payload) else { bail!("it can't be encrypted") };
        into.write_all(&u32::try_from(sealed.len())?.to_le_bytes())?;
        into.write_all(&sealed)?;
        if is_last {
            return Ok(());
        }
        number += 1;
    }
}

/// Opens all of it.
pub fn unseal(from: &mut impl Read, into: &mut impl Write, key: &Key) -> Result<()> {
    const NONE: &str = "it is not a backup of a collector, or is incomplete";
    let cipher = cipher(key);
    let mut mark = vec![0; MARK.len()];
    from.read_exact(&mut mark).context(NONE)?;
    ensure!(mark == MARK, NONE);
    let mut random = [0; 16];
    from.read_exact(&mut random).context(NONE)?;
    let mut number = 0;
    loop {
        let mut length = [0; 4];
        from.read_exact(&mut length).context(NONE)?;
        let length = u32::from_le_bytes(length) as usize;
        ensure!(length <= PIECE + 64, NONE);
        let mut sealed = vec![0; length];
        from.read_exact(&mut sealed).context(NONE)?;
        let is_last = length < PIECE + 16;
        let payload = Payload { msg: &sealed, aad: &[u8::from(is_last)] };
        let Ok(piece) = cipher.decrypt(&nonce(random, number), payload) else {
            bail!("it was encrypted with another key, or is damaged: give the key of that time as key-file")
        };
        into.write_all(&piece)?;
        if is_last {
            return Ok(());
        }
        number += 1;
    }
}
