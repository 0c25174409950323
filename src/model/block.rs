//! The blocks that a letter's body is made of.

use super::json::{Json, Node};
use super::reader::Reader;
use super::span::Spans;

/// A block of the body.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize, schemars::JsonSchema), serde(untagged))]
pub enum Block {
    /// A heading within the letter, one level below its title.
    Heading {
        /// Its text.
        heading: Spans,
    },
    /// A quotation.
    Quote {
        /// Its paragraphs.
        quote: Vec<Spans>,
    },
    /// A list.
    List {
        /// Its items.
        list: Vec<Spans>,
        /// Whether the items are numbered.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        ordered: bool,
    },
    /// A paragraph.
    Paragraph(Spans),
}

impl Block {
    pub(super) fn read(node: &Node, reader: &mut Reader) -> Option<Block> {
        let Json::Object(_) = node.json else { return Self::paragraph(node, reader) };
        if let Some(heading) = node.get("heading") {
            return Some(Block::Heading { heading: Self::spans(&heading, reader)? });
        }
        if node.get("quote").is_some() {
            let quote = reader.list(node, "quote", "give the quotation's paragraphs as a list", Self::spans);
            return (!quote.is_empty()).then_some(Block::Quote { quote });
        }
        if node.get("list").is_some() {
            let list = reader.list(node, "list", "give the items as a list", Self::spans);
            let ordered = reader.flag(node, "ordered").unwrap_or_default();
            return (!list.is_empty()).then_some(Block::List { list, ordered });
        }
        Self::paragraph(node, reader)
    }

    fn paragraph(node: &Node, reader: &mut Reader) -> Option<Block> {
        Self::spans(node, reader).map(Block::Paragraph)
    }

    fn spans(node: &Node, reader: &mut Reader) -> Option<Spans> {
        let before = reader.found();
        let spans = Spans::read(node, reader);
        if spans.is_none() && reader.found() == before {
            reader.problem(node, "is empty", "write its text, or leave it out");
        }
        spans
    }
}
