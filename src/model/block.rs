//! The blocks that a letter's body is made of.

use super::json::{Json, Node};
use super::limits::LIST_DEPTH;
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
    /// A list, or the footnotes.
    List(List),
    /// A line across: a thematic break.
    Rule {
        /// Always `true`.
        rule: bool,
    },
    /// The place of the signatories. What follows is the appendix, shown after them. Only the body itself has it.
    Signatories {
        /// Always `true`.
        signatories: bool,
    },
    /// A paragraph.
    Paragraph(Spans),
}

/// A list, or the footnotes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize, schemars::JsonSchema))]
pub struct List {
    /// Its items.
    pub list: Vec<Item>,
    /// Whether the items are numbered.
    #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
    pub ordered: bool,
    /// The number of the first item, up to 999,999,999. Without it, 1.
    #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(range(max = 999_999_999)))]
    pub start: Option<u64>,
    /// Whether the items are the letter's footnotes, in the order of their numbers. Only the body itself has them.
    #[cfg_attr(not(target_arch = "wasm32"), serde(default, skip_serializing_if = "std::ops::Not::not"))]
    pub footnotes: bool,
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize, schemars::JsonSchema), serde(untagged))]
pub enum Item {
    /// Several blocks.
    Blocks {
        /// They can be lists, up to 6 in one another.
        item: Vec<Block>,
    },
    /// A line.
    Spans(Spans),
}

/// The largest number of a list's first item: that of Markdown (`CommonMark` 0.31, 5.2).
const LAST_START: u64 = 999_999_999;

impl Block {
    /// Reads a block of the body.
    pub(super) fn read(node: &Node, reader: &mut Reader) -> Option<Block> {
        if reader.flag(node, "signatories") == Some(true) {
            return Some(Block::Signatories { signatories: true });
        }
        Self::within(node, reader, 0)
    }

    /// Reads a block within so many lists.
    fn within(node: &Node, reader: &mut Reader, lists: usize) -> Option<Block> {
        let Json::Object(_) = node.json else { return Self::paragraph(node, reader) };
        if let Some(heading) = node.get("heading") {
            return Some(Block::Heading { heading: spans(&heading, reader)? });
        }
        if node.get("quote").is_some() {
            let quote = reader.list(node, "quote", "give the quotation's paragraphs as a list", spans);
            return (!quote.is_empty()).then_some(Block::Quote { quote });
        }
        if node.get("list").is_some() {
            return List::read(node, reader, lists).map(Block::List);
        }
        if reader.flag(node, "rule") == Some(true) {
            return Some(Block::Rule { rule: true });
        }
        Self::paragraph(node, reader)
    }

    fn paragraph(node: &Node, reader: &mut Reader) -> Option<Block> {
        spans(node, reader).map(Block::Paragraph)
    }
}

impl List {
    fn read(node: &Node, reader: &mut Reader, lists: usize) -> Option<List> {
        if lists == LIST_DEPTH {
            reader.problem(node, "is nested too deeply", "nest lists at most 6 deep");
            return None;
        }
        let item = |node: &Node, reader: &mut Reader| Item::read(node, reader, lists + 1);
        let list = reader.list(node, "list", "give the items as a list", item);
        let ordered = reader.flag(node, "ordered").unwrap_or_default();
        let start = reader.whole(node, "start").filter(|start| ordered && *start <= LAST_START);
        let footnotes = lists == 0 && reader.flag(node, "footnotes").unwrap_or_default();
        (!list.is_empty()).then_some(List { list, ordered, start, footnotes })
    }
}

impl Item {
    fn read(node: &Node, reader: &mut Reader, lists: usize) -> Option<Item> {
        let Some(item) = node.get("item") else { return spans(node, reader).map(Item::Spans) };
        let block = |node: &Node, reader: &mut Reader| Block::within(node, reader, lists);
        let item = reader.items(&item, "give the item's blocks as a list", block);
        (!item.is_empty()).then_some(Item::Blocks { item })
    }
}

fn spans(node: &Node, reader: &mut Reader) -> Option<Spans> {
    let before = reader.found();
    let spans = Spans::read(node, reader);
    if spans.is_none() && reader.found() == before {
        reader.problem(node, "is empty", "write its text, or leave it out");
    }
    spans
}
