//! What publishing remembers of a long roll, so that it need not read all rows again when some are added.
//!
//! The file is in the letter's folder, since everything in the site is served. It may be deleted at any time; if
//! anything in it does not fit, the table itself is read.

use super::page::names::Remembered;
use crate::files::hash::name_hash;
use crate::files::private_folder;
use crate::files::regular;
use crate::files::sync::TEMPORARY;
use crate::model::Kinds;
use crate::source::stamp::Tables;
use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::io::Write;
use std::path::{Path, PathBuf};

/// The last publication.
#[derive(Debug, Serialize, Deserialize)]
pub struct Memory {
    /// The release that wrote it: another may read tables differently.
    pub release: String,
    /// The tables, as far as they were read.
    pub tables: Tables,
    /// The hash of the roll's files in the site.
    pub site: u64,
    /// The count.
    pub count: usize,
    /// The numbers of organisations and of persons among them.
    pub kinds: Kinds,
    /// The signatories in the letter itself.
    pub first: Vec<Box<RawValue>>,
    /// The latest signatories who may be named, the newest first.
    pub latest: Vec<Box<RawValue>>,
    /// The groups of the roll, in its order, and those that the letter lists.
    pub groups: Vec<String>,
    pub wanted_groups: Vec<String>,
    /// The pages of the roll.
    pub pages: Remembered,
    /// The hashes of all ids and of all names, in ascending order.
    #[serde(skip)]
    pub ids: Vec<u64>,
    #[serde(skip)]
    pub likenesses: Vec<u64>,
}

/// The running release.
pub const RELEASE: &str = env!("CARGO_PKG_VERSION");

impl Memory {
    /// The file in the letter's folder, if it is whole.
    #[must_use]
    pub fn read(letter: &Path) -> Option<Memory> {
        let bytes = regular::read(&path(letter), regular::TABLE).ok()?;
        let (hash, rest) = bytes.split_at_checked(16)?;
        if name_hash(rest).as_bytes() != hash {
            return None;
        }
        let end = rest.iter().position(|byte| *byte == b'\n')?;
        let mut memory: Memory = serde_json::from_slice(&rest[..end]).ok()?;
        let hashes: Vec<u64> =
            rest[end + 1..].as_chunks::<8>().0.iter().map(|bytes| u64::from_le_bytes(*bytes)).collect();
        let (ids, hashes) = hashes.split_first()?;
        let (ids, likenesses) = hashes.split_at_checked(usize::try_from(*ids).ok()?)?;
        memory.ids = ids.to_vec();
        memory.likenesses = likenesses.to_vec();
        (memory.release == RELEASE).then_some(memory)
    }

    /// Writes it into the letter's folder unless it is unchanged. It need not survive a power cut: its hash shows
    /// whether it is whole.
    ///
    /// # Errors
    /// If it can't be written.
    pub fn write(&self, letter: &Path) -> Result<()> {
        let mut rest = serde_json::to_vec(self)?;
        rest.push(b'\n');
        let length = self.ids.len() as u64;
        let numbers = std::iter::once(&length).chain(&self.ids).chain(&self.likenesses);
        rest.extend(numbers.flat_map(|number| number.to_le_bytes()));
        let target = path(letter);
        let whole = [name_hash(&rest).as_bytes(), &rest].concat();
        if regular::read(&target, regular::TABLE).is_ok_and(|there| there == whole) {
            return Ok(());
        }
        let write = || {
            private_folder::make(letter)?;
            // A temporary file is deleted if dropped before it is renamed.
            let mut new = tempfile::Builder::new().prefix(TEMPORARY).tempfile_in(private_folder::path(letter))?;
            new.write_all(&whole)?;
            new.persist(&target)?;
            Ok::<_, std::io::Error>(())
        };
        write().with_context(|| format!("can't write {}", target.display()))
    }
}

fn path(letter: &Path) -> PathBuf {
    private_folder::path(letter).join("published")
}
