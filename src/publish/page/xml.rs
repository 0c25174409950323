//! XML documents, written and read.

use anyhow::{Context, Result};
use quick_xml::se::Serializer;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The document, indented.
///
/// # Errors
/// If a value can't be written as XML. All of ours can.
pub fn written(root: &str, document: &impl Serialize) -> Result<Vec<u8>> {
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    let mut serializer = Serializer::with_root(&mut xml, Some(root)).context("no name of an element")?;
    serializer.indent(' ', 2);
    document.serialize(serializer).with_context(|| format!("can't write <{root}>"))?;
    xml.push('\n');
    Ok(xml.into_bytes())
}

/// Parses the document, if it is of that kind.
#[must_use]
pub fn read<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    quick_xml::de::from_str(std::str::from_utf8(bytes).ok()?).ok()
}

/// The text without characters that XML forbids (XML 1.0, 2.2). The model has already refused control characters.
#[must_use]
pub fn text(text: &str) -> String {
    text.replace(['\u{fffe}', '\u{ffff}'], "")
}
