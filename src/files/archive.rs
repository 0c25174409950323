//! Archives (zip) from other people, such as workbooks and text documents: the one door for them.
//!
//! An archive is unpacked once when it is opened, and nothing of it is used if any part is over a limit. What headers
//! say about sizes isn't believed: the bytes are counted. So a library that opens the same bytes again is safe too.

use memchr::memmem;
use std::borrow::Cow;
use std::fmt;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The most bytes of an archive, packed and unpacked.
pub const MOST_BYTES: u64 = 100_000_000;

/// The most bytes that one packed byte may become.
pub const MOST_RATIO: u64 = 100;

/// The most entries, folders included.
pub const MOST_ENTRIES: usize = 1_000;

/// Up to this size, no ratio is too high: short parts that repeat themselves pack well, and do no harm.
const SMALL: u64 = 1_000_000;

/// An archive within the limits.
pub struct Archive<'b> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
}

/// The fault in an archive; its text follows the name of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It has more entries than [`MOST_ENTRIES`].
    Entries,
    /// It is larger than [`MOST_BYTES`], packed or unpacked.
    Bytes,
    /// A part unpacks to more than [`MOST_RATIO`] times its packed size.
    Ratio,
    /// A part needs a password.
    Password,
    /// A part of that name declares a document type or entities, by which XML reads other files or grows.
    DocumentType(String),
    /// It can't be unpacked, for this reason.
    Damaged(String),
}

impl<'b> Archive<'b> {
    /// Opens an archive and unpacks it once, to count its bytes.
    ///
    /// # Errors
    /// If it is over a limit, or can't be unpacked.
    pub fn open(bytes: &'b [u8]) -> Result<Archive<'b>, Fault> {
        if bytes.len() as u64 > MOST_BYTES {
            return Err(Fault::Bytes);
        }
        // The headers of entries, counted before anything is allocated for them. Archives within archives have some too.
        if memmem::find_iter(bytes, b"PK\x01\x02").nth(4 * MOST_ENTRIES).is_some() {
            return Err(Fault::Entries);
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| Fault::Damaged(error.to_string()))?;
        if zip.len() > MOST_ENTRIES {
            return Err(Fault::Entries);
        }
        let mut archive = Archive { zip };
        let (mut left, mut content) = (MOST_BYTES, Vec::new());
        for at in 0..archive.zip.len() {
            let name = archive.unpack(at, left, &mut content)?;
            left -= content.len() as u64;
            if has_document_type(&name, &content) {
                return Err(Fault::DocumentType(name));
            }
        }
        Ok(archive)
    }

    /// Whether bytes begin as an archive does.
    #[must_use]
    pub fn begins(bytes: &[u8]) -> bool {
        bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
    }

    /// The names of its parts, with slashes.
    pub fn names(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.zip.file_names().flatten()
    }

    /// Whether it has a part of that name.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// The content of a part; `None` if there is none of that name.
    ///
    /// # Errors
    /// If it can't be unpacked.
    pub fn read(&mut self, name: &str) -> Result<Option<Vec<u8>>, Fault> {
        let Some(at) = self.zip.index_for_name(name) else { return Ok(None) };
        let mut content = Vec::new();
        self.unpack(at, MOST_BYTES, &mut content)?;
        Ok(Some(content))
    }

    /// The text of a part in UTF-8, without a byte order mark; `None` if there is none of that name.
    ///
    /// # Errors
    /// If it can't be unpacked, or is not UTF-8.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, Fault> {
        let Some(bytes) = self.read(name)? else { return Ok(None) };
        let text = String::from_utf8(bytes).map_err(|_| Fault::Damaged(format!("{name} is not UTF-8")))?;
        Ok(Some(text.strip_prefix('\u{feff}').map(str::to_string).unwrap_or(text)))
    }

    /// Unpacks a part of at most `most` bytes, and returns its name.
    fn unpack(&mut self, at: usize, most: u64, content: &mut Vec<u8>) -> Result<String, Fault> {
        let damaged = |error: &dyn fmt::Display| Fault::Damaged(error.to_string());
        if self.zip.by_index_raw(at).map_err(|error| damaged(&error))?.encrypted() {
            return Err(Fault::Password);
        }
        let part = self.zip.by_index(at).map_err(|error| damaged(&error))?;
        let name = part.name().map_err(|error| damaged(&error))?.into_owned();
        let packed = part.compressed_size();
        let of_ratio = packed.saturating_mul(MOST_RATIO).max(SMALL);
        content.clear();
        part.take(most.min(of_ratio) + 1).read_to_end(content).map_err(|error| damaged(&error))?;
        match content.len() as u64 {
            length if length > most => Err(Fault::Bytes),
            length if length > of_ratio => Err(Fault::Ratio),
            _ => Ok(name),
        }
    }
}

/// Whether markup declares a document type. Pictures (SVG) often do, and are never read as a document.
fn has_document_type(name: &str, content: &[u8]) -> bool {
    let name = name.to_ascii_lowercase();
    let text = content.strip_prefix(b"\xef\xbb\xbf").unwrap_or(content).trim_ascii_start();
    // In UTF-16 the words below would not be found. No program writes it.
    let is_wide =
        text.starts_with(b"\xff\xfe") || text.starts_with(b"\xfe\xff") || text.iter().take(2).any(|byte| *byte == 0);
    match name.rsplit_once('.').map(|(_, end)| end) {
        Some("xml" | "rels") if is_wide => return true,
        Some("xml" | "rels") => {}
        Some("svg") => return false,
        _ if !text.starts_with(b"<") => return false,
        _ => {}
    }
    memmem::find(content, b"<!DOCTYPE").is_some() || memmem::find(content, b"<!ENTITY").is_some()
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Entries => f.write_str("has more than 1,000 parts, as no document has: save it again"),
            Fault::Bytes => f.write_str("unpacks to more than 100 MB: save only what is needed, without pictures"),
            Fault::Ratio => f.write_str(
                "unpacks to more than 100 times its size, which can be a trap (a zip bomb): save it again, \
                 without empty cells that have a colour or a border",
            ),
            Fault::Password => f.write_str("is protected by a password: save it without one"),
            Fault::DocumentType(name) => {
                write!(
                    f,
                    "declares a document type or entities in {name}, as no such program writes them: save it again"
                )
            }
            Fault::Damaged(error) => write!(f, "is damaged ({error}): copy it again, or save it again"),
        }
    }
}

impl std::error::Error for Fault {}
