//! XML as workbooks have it, piece by piece. Entities that a document declares don't exist here: archives with them are
//! refused ([`crate::files::archive`]).

use anyhow::{Context, Result};
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

/// A piece of a document.
pub enum Piece<'x> {
    /// An element begins; an empty one ends at once.
    Start(Element<'x>),
    /// The element of that name ends.
    End(String),
    /// A part of a text: a text with references comes in several.
    Text(String),
}

/// The start of an element.
pub struct Element<'x>(BytesStart<'x>);

/// Gives the pieces to `take`, in order.
///
/// # Errors
/// If the document is malformed, or `take` fails.
pub fn read(document: &str, mut take: impl FnMut(Piece) -> Result<()>) -> Result<()> {
    const DAMAGED: &str = "is damaged: open it in a spreadsheet, and save it again";
    let mut reader = Reader::from_str(document);
    reader.config_mut().expand_empty_elements = true;
    loop {
        let piece = match reader.read_event().context(DAMAGED)? {
            Event::Start(element) => Piece::Start(Element(element)),
            Event::End(element) => Piece::End(element.name().as_ref().to_string()),
            Event::Text(text) => Piece::Text(text.to_string()),
            Event::CData(text) => Piece::Text(text.to_string()),
            Event::GeneralRef(reference) => {
                let char = reference.resolve_char_ref().context(DAMAGED)?;
                let named = || quick_xml::escape::resolve_xml_entity(&reference).unwrap_or_default().to_string();
                Piece::Text(char.map_or_else(named, String::from))
            }
            Event::Eof => return Ok(()),
            _ => continue,
        };
        take(piece)?;
    }
}

impl Element<'_> {
    /// Its name with its prefix: `table:table-row`.
    #[must_use]
    pub fn name(&self) -> &str {
        self.0.name().0
    }

    /// Its name without a prefix: `row`.
    #[must_use]
    pub fn local(&self) -> &str {
        let name = self.name();
        name.rsplit_once(':').map_or(name, |(_, local)| local)
    }

    /// The value of an attribute by its name with its prefix.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<String> {
        let found =
            self.0.attributes().with_checks(false).flatten().find(|attribute| attribute.key.as_ref() == name)?;
        found.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
    }
}
