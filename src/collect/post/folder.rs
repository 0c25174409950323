//! Mails as files, for trying out: nothing leaves the machine.

use super::envelope::Mail;
use crate::files::site::write_with_mode;
use anyhow::{Context, Result};
use jiff::Timestamp;
use std::path::{Path, PathBuf};

/// The files have addresses and links in them.
const OWNER_ALONE: u32 = 0o600;

/// Writes the mail into the folder, whole or not at all, and makes the folder if it is missing. The same mail of the
/// same minute gets the same file: `2026-11-30T12-05-kim@example.org-confirm-7.eml`.
///
/// # Errors
/// If it can't be written.
pub fn write(folder: &Path, mail: &Mail, now: Timestamp) -> Result<PathBuf> {
    let to = mail.envelope.to().first().map(ToString::to_string).unwrap_or_default();
    let to: String = to.chars().map(|char| if is_harmless(char) { char } else { '_' }).take(60).collect();
    let path = folder.join(format!("{}-{to}-{}-{}.eml", now.strftime("%Y-%m-%dT%H-%M"), mail.kind, mail.id));
    let bounces = mail.envelope.from().map(ToString::to_string).unwrap_or_default();
    let bytes = [format!("Return-Path: <{bounces}>\r\n").as_bytes(), &mail.bytes].concat();
    write_with_mode(&path, &bytes, OWNER_ALONE).with_context(|| format!("can't write {}", path.display()))?;
    Ok(path)
}

fn is_harmless(char: char) -> bool {
    char.is_alphanumeric() || "@.+-_".contains(char)
}
