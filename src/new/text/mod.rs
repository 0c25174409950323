//! Reads a letter that was written elsewhere: in Word, `LibreOffice`, a web page, a plain text.
//!
//! ```text
//! docx, odt   archive, xml ─┐
//! html, md    scraper ──────┼─ document: blocks, notes, losses
//! txt         encoding ─────┘
//! ```

pub mod document;
mod docx;
mod flow;
mod html;
mod losses;
mod odt;
mod plain;
mod signs;
mod xml;

use crate::files::archive::Archive;
use crate::files::regular;
use crate::source::encoding;
use anyhow::{Context, Result, bail};
use document::{Block, Document};
use pulldown_cmark::{Options, Parser};
use std::borrow::Cow;
use std::path::Path;

/// Reads a file. `encoding`: the name of its encoding, if it needs one.
///
/// # Errors
/// If it can't be read, is of a kind that is not read, or is damaged.
pub fn read(path: &Path, encoding: Option<&str>) -> Result<Document> {
    let bytes = regular::read(path, regular::DOCUMENT).with_context(|| format!("can't read {}", path.display()))?;
    let end = path.extension().and_then(|end| end.to_str()).unwrap_or_default().to_lowercase();
    let mut document = of_bytes(&bytes, &end, encoding).with_context(|| path.display().to_string())?;
    tidy(&mut document.blocks);
    if document.blocks.is_empty() {
        bail!("{} has no words in it: give the file with the letter's text", path.display());
    }
    Ok(document)
}

fn of_bytes(bytes: &[u8], end: &str, given: Option<&str>) -> Result<Document> {
    if bytes.starts_with(b"PK") {
        return of_archive(bytes);
    }
    let has = |text: &str| {
        let wide: Vec<u8> = text.bytes().flat_map(|byte| [byte, 0]).collect();
        memchr::memmem::find(bytes, &wide).is_some()
    };
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        if has("EncryptedPackage") {
            bail!("is protected by a password: open it in Word, take the password off (File, Info), and save it");
        }
        bail!("is a document of an older Word: open it, and save it as .docx (File, Save as)");
    }
    if bytes.starts_with(b"%PDF") {
        bail!("is a PDF, which has no paragraphs: give the document that it was made from, as .docx, .odt or .txt");
    }
    if bytes.starts_with(b"{\\rtf") {
        bail!("is RTF: open it in Word or LibreOffice, and save it as .docx or .odt");
    }
    let begins = String::from_utf8_lossy(&bytes[..bytes.len().min(512)])
        .trim_start_matches('\u{feff}')
        .trim_start()
        .to_lowercase();
    if begins.starts_with("mime-version:") {
        bail!("is a web archive: open it, and save it as .docx, or as a web page (.html)");
    }
    let is_page = begins.starts_with("<!doctype html")
        || begins.starts_with("<html")
        || begins.starts_with("<?xml") && begins.contains("<html");
    match end {
        _ if is_page => html::read(&html::decode(bytes, given)?),
        "html" | "htm" | "xhtml" => html::read(&html::decode(bytes, given)?),
        "md" | "markdown" => of_markdown(&encoding::decode(bytes, given)?.text),
        "txt" | "text" | "" => Ok(plain::read(&encoding::decode(bytes, given)?.text)),
        "pages" | "doc" | "docx" | "odt" | "rtf" | "pdf" => {
            bail!("is not .{end} inside, or is damaged: open it, and save it as .docx, .odt, .html or .txt")
        }
        _ => bail!("is of a kind that is not read: save it as .docx, .odt, .html, .txt or .md"),
    }
}

fn of_archive(bytes: &[u8]) -> Result<Document> {
    let mut archive = Archive::open(bytes)?;
    let names: Vec<String> = archive.names().map(Cow::into_owned).collect();
    let has = |name: &str| names.iter().any(|other| other == name);
    let begins = |name: &str| names.iter().any(|other| other.starts_with(name));
    if has("mimetype") || has("content.xml") {
        let kind = archive.text("mimetype")?.unwrap_or_default();
        if !kind.is_empty() && !kind.trim().starts_with("application/vnd.oasis.opendocument.text") {
            bail!("is not a text but {}: save the letter as .odt or .docx", kind.trim());
        }
        return odt::read(&mut archive);
    }
    if begins("word/") || has("[Content_Types].xml") && !begins("xl/") && !begins("ppt/") {
        return docx::read(&mut archive);
    }
    if begins("Index/") || has("Index.zip") || has("Metadata/DocumentIdentifier") {
        bail!("is a document of Pages: export it as Word (File, Export To, Word)");
    }
    if begins("xl/") || begins("ppt/") {
        bail!("is a spreadsheet or a presentation: save the letter's text as .docx, .odt or .txt");
    }
    bail!("is an archive and no document: unpack it, and give the file with the letter")
}

/// Markdown, by way of the page that it makes.
fn of_markdown(text: &str) -> Result<Document> {
    let text = text.trim_start_matches('\u{feff}');
    if text.trim_start().starts_with("---\n") || text.trim_start().starts_with("---\r\n") {
        bail!("is a letter.md already: copy it into a folder as letter.md");
    }
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let mut page = String::from("<body>");
    pulldown_cmark::html::push_html(&mut page, Parser::new_ext(text, options));
    html::read(&page)
}

/// Takes away lines across at the ends and next to each other, and blocks without words; joins quotations.
fn tidy(blocks: &mut Vec<Block>) {
    blocks.retain(|block| matches!(block, Block::Rule | Block::Names) || !block.plain().is_empty());
    blocks.dedup_by(|later, earlier| *later == Block::Rule && *earlier == Block::Rule);
    blocks.dedup_by(|later, earlier| match (later, earlier) {
        // Two quotations in a row are one in Markdown.
        (Block::Quote(later), Block::Quote(earlier)) => {
            earlier.append(later);
            true
        }
        _ => false,
    });
    while blocks.last() == Some(&Block::Rule) {
        blocks.pop();
    }
    while blocks.first() == Some(&Block::Rule) {
        blocks.remove(0);
    }
}
