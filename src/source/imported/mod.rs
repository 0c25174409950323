//! The memory of who was imported, so that the next export finds them again.
//!
//! `.open-letter/imported` in the letter's folder has a line for each signatory and source: the public id, the name of
//! the source, and marks ([`Secret`]) of everything else. Deleting the file only loses this memory.

mod entry;
mod index;
mod secret;

pub use entry::{Entry, Identity};
pub use secret::{Mark, Secret};

use crate::files::hash::name_hash;
use crate::files::private_folder;
use crate::files::regular;
use crate::files::site::write_with_mode;
use crate::source::columns::COLUMNS;
use anyhow::{Context, Result, bail};
use csv::{ReaderBuilder, StringRecord, WriterBuilder};
use index::Index;
use std::collections::HashSet;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Everybody who was imported.
#[derive(Debug, Default)]
pub struct Known {
    /// Each signatory from each source, in the order of import.
    pub entries: Vec<Entry>,
    /// The next free id. The ids of withdrawn signatories are never reused.
    pub next_id: u64,
    /// The index of the entries.
    pub index: Index,
    written: Vec<u8>,
}

/// The first word of the file: its format and version.
const FORM: &str = "imported-1";

impl Known {
    /// Reads the memory of a letter's folder.
    ///
    /// # Errors
    /// If it can't be read, or was written with another key.
    pub fn read(letter: &Path, secret: &Secret) -> Result<Known> {
        let path = path(letter);
        let bytes = match regular::read(&path, regular::TABLE) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Known { next_id: 1, ..Known::default() }),
            Err(error) => return Err(error).with_context(|| format!("can't read {}", path.display())),
        };
        match parse(&bytes, secret) {
            Some(known) => Ok(Known { written: bytes, ..known }),
            None => bail!(
                "{} is damaged, or was written with another key: restore it and the file key beside it, or delete \
                 both: then import no longer recognises earlier signatories",
                path.display()
            ),
        }
    }

    /// The memory of a letter's folder, or `None` if it can't be read: reading without it loses nothing.
    #[must_use]
    pub fn of(letter: &Path) -> Option<Known> {
        let is_there = path(letter).exists();
        let secret = is_there.then(|| Secret::of(letter).ok()).flatten()?;
        Known::read(letter, &secret).ok()
    }

    /// The signatory of that id, as last exported by a source.
    #[must_use]
    pub fn entry(&self, id: &str, source: &str) -> Option<&Entry> {
        self.index.of_id(id).iter().map(|at| &self.entries[*at]).find(|entry| entry.source == source)
    }

    /// Remembers the current values of a source for a signatory, besides the earlier ones.
    pub fn remember(&mut self, id: &str, source: &str, identity: &Identity, cells: Vec<(&'static str, Mark)>) {
        let Some(alike) = identity.alike else { return };
        let of_source = |at: &&usize| self.entries[**at].source == source;
        let at = self.index.of_id(id).iter().find(of_source).copied().unwrap_or(self.entries.len());
        if at == self.entries.len() {
            let (id, source) = (id.to_string(), source.to_string());
            self.entries.push(Entry { id, source, key: None, email: None, alike, cells: Vec::new() });
        }
        let entry = &mut self.entries[at];
        entry.alike = alike;
        entry.key = identity.key.or(entry.key);
        entry.email = identity.email.or(entry.email);
        entry.cells.retain(|(column, _)| !cells.iter().any(|(brought, _)| brought == column));
        entry.cells.extend(cells);
        entry.cells.sort_by_key(|(column, _)| COLUMNS.iter().position(|known| known == column));
        self.index.add(at, entry);
    }

    /// Forgets the values of a source for these signatories.
    pub fn forget(&mut self, ids: &HashSet<String>, source: &str) {
        self.entries.retain(|entry| entry.source != source || !ids.contains(&entry.id));
        self.index = Index::of(&self.entries);
    }

    /// Writes the file if it changed, readable only by its owner.
    ///
    /// # Errors
    /// If it can't be written.
    pub fn write(&self, letter: &Path, secret: &Secret) -> Result<()> {
        let bytes = self.bytes(secret)?;
        if bytes == self.written || self.entries.is_empty() && self.written.is_empty() {
            return Ok(());
        }
        let path = path(letter);
        let write = || {
            private_folder::make(letter)?;
            write_with_mode(&path, &bytes, 0o600)
        };
        write().with_context(|| format!("can't write {}", path.display()))
    }

    fn bytes(&self, secret: &Secret) -> Result<Vec<u8>> {
        let mut writer = WriterBuilder::new().flexible(true).from_writer(Vec::new());
        writer.write_record([FORM, &secret.mark(FORM, &[]).to_text(), &self.next_id.to_string()])?;
        let text = |mark: Option<Mark>| mark.map(Mark::to_text).unwrap_or_default();
        for Entry { id, source, key, email, alike, cells } in &self.entries {
            let mut record = vec![id.clone(), source.clone(), text(*key), text(*email), alike.to_text()];
            record.extend(cells.iter().flat_map(|(column, mark)| [(*column).to_string(), mark.to_text()]));
            writer.write_record(record)?;
        }
        let rest = writer.into_inner()?;
        Ok([name_hash(&rest).as_bytes(), b"\n", &rest].concat())
    }
}

fn parse(bytes: &[u8], secret: &Secret) -> Option<Known> {
    let (hash, rest) = bytes.split_at_checked(16)?;
    let rest = rest.strip_prefix(b"\n")?;
    if name_hash(rest).as_bytes() != hash {
        return None;
    }
    let mut records = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(rest).into_records();
    let first = records.next()?.ok()?;
    if first.get(0)? != FORM || Mark::parse(first.get(1)?)? != secret.mark(FORM, &[]) {
        return None;
    }
    let next_id = first.get(2)?.parse().ok()?;
    let entries: Vec<Entry> = records.map(|record| entry(&record.ok()?)).collect::<Option<_>>()?;
    Some(Known { index: Index::of(&entries), entries, next_id, written: Vec::new() })
}

fn entry(record: &StringRecord) -> Option<Entry> {
    let mark = |at| match record.get(at)? {
        "" => Some(None),
        text => Mark::parse(text).map(Some),
    };
    let mut cells = Vec::new();
    let mut rest = record.iter().skip(5);
    while let (Some(column), Some(text)) = (rest.next(), rest.next()) {
        cells.push((COLUMNS.into_iter().find(|known| *known == column)?, Mark::parse(text)?));
    }
    let text = |at| record.get(at).map(str::to_string);
    Some(Entry { id: text(0)?, source: text(1)?, key: mark(2)?, email: mark(3)?, alike: mark(4)??, cells })
}

fn path(letter: &Path) -> PathBuf {
    private_folder::path(letter).join("imported")
}
