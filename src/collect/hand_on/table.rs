//! `signatories.collected.csv`, written. Who joins is appended; everything else writes the file anew, atomically.

use crate::collect::signature::Signature;
use crate::files::site::write_with_mode;
use crate::model::Kind;
use crate::source::cell;
use crate::source::{COLLECTED, COLUMNS};
use anyhow::{Context, Result};
use std::fs::OpenOptions;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};

/// The name that the file has for those who hide theirs. Nobody publishes it.
const HIDDEN: &str = "Anonymous";

/// Names are in the file, so only its owner and group read it.
const MODE: u32 = 0o640;

/// The table of a letter.
#[derive(Debug)]
pub struct Table {
    path: PathBuf,
}

impl Table {
    /// The table in a letter's folder.
    #[must_use]
    pub fn of(folder: &Path) -> Table {
        Table { path: folder.join(COLLECTED) }
    }

    /// The length of the file, 0 if there is none.
    #[must_use]
    pub fn length(&self) -> u64 {
        std::fs::metadata(&self.path).map_or(0, |file| file.len())
    }

    /// How many signatures the file has: no cell has a line break.
    ///
    /// # Errors
    /// If it can't be read.
    pub fn rows(&self) -> Result<u64> {
        let Ok(file) = std::fs::File::open(&self.path) else { return Ok(0) };
        let lines = BufReader::new(file).split(b'\n').try_fold(0_u64, |lines, line| line.map(|_| lines + 1));
        let lines = lines.with_context(|| format!("can't read {}", self.path.display()))?;
        Ok(lines.saturating_sub(1))
    }

    /// The bytes of a whole table.
    #[must_use]
    pub fn bytes(signatures: &[Signature]) -> Vec<u8> {
        let mut bytes = format!("{},text\n", COLUMNS.join(",")).into_bytes();
        bytes.extend(rows(signatures));
        bytes
    }

    /// Writes the table anew, unless it is the same.
    ///
    /// # Errors
    /// If it can't be written; then it stays as it was.
    pub fn write(&self, bytes: &[u8]) -> Result<()> {
        let mut there = Vec::new();
        let read = std::fs::File::open(&self.path).and_then(|mut file| file.read_to_end(&mut there));
        if read.is_ok() && there == bytes {
            return Ok(());
        }
        write_with_mode(&self.path, bytes, MODE).with_context(|| format!("can't write {}", self.path.display()))
    }

    /// Appends signatures, and waits for the disk.
    ///
    /// # Errors
    /// If it can't be written. Then a part may be: write the table anew.
    pub fn append(&self, signatures: &[Signature]) -> Result<()> {
        let cannot = || format!("can't write {}", self.path.display());
        let mut file = OpenOptions::new().append(true).open(&self.path).with_context(cannot)?;
        file.write_all(&rows(signatures)).and_then(|()| file.sync_data()).with_context(cannot)
    }
}

/// The rows of signatures. People open the table with spreadsheets.
fn rows(signatures: &[Signature]) -> Vec<u8> {
    let mut rows = String::new();
    for signature in signatures {
        let cell = |column: &&str| cell::written(&cell(signature, column));
        let cells: Vec<String> = COLUMNS.iter().map(cell).chain([signature.text.clone()]).collect();
        rows.extend([&cells.join(","), "\n"]);
    }
    rows.into_bytes()
}

/// The cell of a signature in a column.
fn cell(signature: &Signature, column: &str) -> String {
    let words = &signature.words;
    let is_organisation = words.kind == Kind::Organisation;
    let yes = |is: bool| if is { "true".to_string() } else { String::new() };
    let some = |text: &Option<String>| text.clone().unwrap_or_default();
    match column {
        "id" => signature.id.to_string(),
        "name" if !signature.shown => HIDDEN.to_string(),
        "name" => words.published_name().to_string(),
        "kind" => words.kind.as_str().to_string(),
        "signed" => signature.created.to_zoned(jiff::tz::TimeZone::UTC).date().to_string(),
        "hidden" => yes(!signature.shown),
        // The address was confirmed here, and that is all that it says.
        "verified" => yes(signature.confirmed.is_some() && signature.shown),
        _ if !signature.shown => String::new(),
        "organisation" if !is_organisation => some(&words.organisation),
        "role" if !is_organisation => some(&words.role),
        "country" => some(&words.country),
        "comment" => some(&words.comment),
        _ => String::new(),
    }
}
