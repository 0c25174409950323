//! What a file is, by its content: names of files lie.

use crate::files::archive::Archive;
use anyhow::{Result, bail};
use memchr::memmem;

/// What a file with a table is.
pub enum Kind<'b> {
    /// CSV, in any encoding.
    Text,
    /// JSON.
    Json,
    /// A workbook of Office Open XML (ECMA-376).
    Xlsx(Archive<'b>),
    /// A workbook of `OpenDocument`.
    Ods(Archive<'b>),
}

impl<'b> Kind<'b> {
    /// What the bytes are.
    ///
    /// # Errors
    /// If they are certainly no table that can be read; the message says what to save instead.
    pub fn of(bytes: &'b [u8]) -> Result<Kind<'b>> {
        if Archive::begins(bytes) {
            return of_archive(bytes);
        }
        if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
            bail!("{}", of_compound_file(bytes));
        }
        if bytes.starts_with(b"%PDF-") {
            bail!("is a PDF, from which no table can be read: ask for the table itself, as .xlsx or CSV");
        }
        let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
        if is_page(text) {
            bail!("is a web page, and no table: open it, and save the table in it as .xlsx or CSV");
        }
        if begins(text, "<?xml") {
            bail!("is XML, and no table that can be read: open it in a spreadsheet, and save it as .xlsx or CSV");
        }
        Ok(if is_json(text) { Kind::Json } else { Kind::Text })
    }
}

/// Whether a text is a web page (HTML).
#[must_use]
pub fn is_page(text: &[u8]) -> bool {
    let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text).trim_ascii_start();
    ["<!doctype html", "<html", "<head", "<body", "<table", "<script"].iter().any(|start| begins(text, start))
}

fn begins(text: &[u8], start: &str) -> bool {
    text.get(..start.len()).is_some_and(|there| there.eq_ignore_ascii_case(start.as_bytes()))
}

/// A heading may begin with a bracket, so the whole text decides.
fn is_json(text: &[u8]) -> bool {
    let is_whole = || serde_json::from_slice::<serde::de::IgnoredAny>(text).is_ok();
    // An object is cut off more often than a heading begins with such a bracket and a quotation mark.
    let is_begun = || text.starts_with(b"{") && text[1..].trim_ascii_start().starts_with(b"\"");
    text.starts_with(b"[") && (is_whole() || text[1..].trim_ascii_start().starts_with(b"{"))
        || text.starts_with(b"{") && (is_begun() || is_whole())
}

fn of_archive(bytes: &[u8]) -> Result<Kind<'_>> {
    let mut archive = Archive::open(bytes)?;
    if archive.has("mimetype") {
        let kind = archive.text("mimetype")?.unwrap_or_default();
        match kind.trim().strip_prefix("application/vnd.oasis.opendocument.") {
            Some("spreadsheet" | "spreadsheet-template") => {
                let manifest = archive.text("META-INF/manifest.xml")?.unwrap_or_default();
                if manifest.contains("encryption-data") {
                    bail!("is protected by a password: save it without one");
                }
                return Ok(Kind::Ods(archive));
            }
            Some(_) => bail!("is a document of LibreOffice, and no table: save the table in it as .ods, .xlsx or CSV"),
            None => {}
        }
    }
    if archive.has("xl/workbook.bin") {
        bail!("is a binary workbook (.xlsb): open it, and save it as Excel workbook (.xlsx) or CSV (UTF-8)");
    }
    let has = |start: &str, end: &str| archive.names().any(|name| name.starts_with(start) && name.ends_with(end));
    if has("xl/", ".xml") {
        return Ok(Kind::Xlsx(archive));
    }
    if has("word/", ".xml") || has("ppt/", ".xml") {
        bail!(
            "is a document of Word or PowerPoint, and no table: copy the table in it to a spreadsheet, and save that"
        );
    }
    if has("Index", ".iwa") || has("Index.zip", "") {
        bail!("is a document of Numbers: in Numbers, choose File > Export To > CSV or Excel");
    }
    bail!("is an archive (zip) without a workbook in it: unpack it, and import the file inside")
}

/// Compound files (MS-CFB) of old Office, which name their streams in UTF-16; a new document with a password is one too.
fn of_compound_file(bytes: &[u8]) -> &'static str {
    let has = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        memmem::find(bytes, &wide).is_some()
    };
    if has("EncryptedPackage") {
        "is protected by a password: save it without one"
    } else if has("WordDocument") || has("PowerPoint Document") {
        "is a document of Word or PowerPoint, and no table: copy the table in it to a spreadsheet, and save that"
    } else {
        "is an old Excel workbook (.xls): open it, and save it as Excel workbook (.xlsx) or CSV (UTF-8)"
    }
}
