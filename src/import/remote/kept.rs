//! What is remembered of an address: which version of its table was imported, and with which options.
//!
//! `.open-letter/addresses` in the letter's folder, for its owner alone: such an address is often a secret.

use super::{Address, Version};
use crate::files::json::pretty;
use crate::files::site::write_with_mode;
use crate::files::{hash::name_hash, private_folder, regular};
use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// The tables that were imported from addresses.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Kept {
    tables: Vec<Table>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Table {
    source: String,
    address: String,
    /// The hash of the options: with others, the same table means something else.
    options: String,
    #[serde(flatten)]
    version: Version,
}

impl Kept {
    /// Reads it. What can't be read is forgotten: the table is then imported once more.
    #[must_use]
    pub fn read(letter: &Path) -> Kept {
        let bytes = regular::read(&path(letter), regular::TEXT).unwrap_or_default();
        serde_json::from_slice(&bytes).unwrap_or_default()
    }

    /// The version that was last imported from that address with these options.
    #[must_use]
    pub fn version(&self, source: &str, address: &Address, options: &str) -> Version {
        let options = name_hash(options.as_bytes());
        let is =
            |table: &&Table| table.source == source && table.address == address.as_str() && table.options == options;
        self.tables.iter().find(is).map(|table| table.version.clone()).unwrap_or_default()
    }

    /// Remembers the version that was imported last, in place of the earlier one of that source.
    ///
    /// # Errors
    /// If it can't be written.
    pub fn keep(
        mut self,
        letter: &Path,
        (source, address): (&str, &Address),
        options: &str,
        version: Version,
    ) -> Result<()> {
        self.tables.retain(|table| table.source != source);
        let (source, address) = (source.to_string(), address.as_str().to_string());
        self.tables.push(Table { source, address, options: name_hash(options.as_bytes()), version });
        let path = path(letter);
        let write = || {
            private_folder::make(letter)?;
            write_with_mode(&path, &pretty(&self), 0o600)
        };
        write().with_context(|| format!("can't write {}", path.display()))
    }
}

fn path(letter: &Path) -> PathBuf {
    private_folder::path(letter).join("addresses")
}
