//! Reads a Word document (ECMA-376, Office Open XML).

mod body;
mod inline;
mod numbering;
mod parts;
mod styles;

use super::document::Document;
use super::xml;
use crate::files::archive::Archive;
use anyhow::{Context, Result};
use body::Reader;
use numbering::Numbering;
use parts::Parts;
use styles::Styles;

/// Reads the document.
///
/// # Errors
/// If a part of it is missing or damaged.
pub fn read(archive: &mut Archive) -> Result<Document> {
    let parts = Parts::read(archive)?;
    let main = xml::parse(&parts.main.text, "document.xml")?;
    let styles = parts.styles.as_deref().map(|text| xml::parse(text, "styles.xml")).transpose()?;
    let numbering = parts.numbering.as_deref().map(|text| xml::parse(text, "numbering.xml")).transpose()?;
    let footnotes = parts.footnotes.as_ref().map(|part| xml::parse(&part.text, "footnotes.xml")).transpose()?;
    let endnotes = parts.endnotes.as_ref().map(|part| xml::parse(&part.text, "endnotes.xml")).transpose()?;
    let styles = styles.as_ref().map(Styles::read).unwrap_or_default();
    let mut reader = Reader::new(&styles, numbering.as_ref().map(Numbering::read).unwrap_or_default());
    if let Some(part) = footnotes.as_ref().zip(parts.footnotes.as_ref()) {
        reader.has_notes("footnote", part.0, &part.1.rels);
    }
    if let Some(part) = endnotes.as_ref().zip(parts.endnotes.as_ref()) {
        reader.has_notes("endnote", part.0, &part.1.rels);
    }
    let body = xml::child(main.root_element(), "body").context("has no text in it: open it, and save it again")?;
    let mut document = reader.read(body, &parts.main.rels);
    document.lang.clone_from(&styles.lang);
    for (what, text) in &parts.margins {
        let part = xml::parse(text, what)?;
        let words = body::words(part.root_element());
        // The number of a page is no word.
        if words.contains(char::is_alphabetic) {
            document.losses.add_overall(format!("the {what} of its pages"), vec![words]);
        }
    }
    Ok(document)
}
