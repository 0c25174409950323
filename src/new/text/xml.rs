//! XML of documents: the one door for it. Document types, and so entities of one's own, are refused.

use anyhow::{Result, bail};
use roxmltree::{Document, Node, ParsingOptions};

/// The most elements and texts of a part: a book has a tenth of that.
const NODES: u32 = 2_000_000;

/// The deepest nesting. Documents have some twenty levels.
const DEPTH: usize = 200;

/// Reads a part of that name.
///
/// # Errors
/// If it is not XML, has a document type, or is too large or nested too deeply.
pub fn parse<'t>(text: &'t str, name: &str) -> Result<Document<'t>> {
    let options = ParsingOptions { allow_dtd: false, nodes_limit: NODES, ..ParsingOptions::default() };
    let document = match Document::parse_with_options(text, options) {
        Ok(document) => document,
        Err(error) => bail!("has a damaged part, {name} ({error}): open it, and save it again"),
    };
    if is_deep(document.root()) {
        bail!("is nested too deeply, in {name}: copy its text into a new document");
    }
    Ok(document)
}

/// Whether anything below the node is too deep. A walk without recursion: down, else to the nearest next sibling.
fn is_deep(mut node: Node) -> bool {
    let mut depth = 0;
    loop {
        if let Some(child) = node.first_child() {
            (node, depth) = (child, depth + 1);
            if depth > DEPTH {
                return true;
            }
            continue;
        }
        while node.next_sibling().is_none() {
            let Some(parent) = node.parent() else { return false };
            (node, depth) = (parent, depth - 1);
        }
        let Some(next) = node.next_sibling() else { return false };
        node = next;
    }
}

/// The attribute of that name, whatever its prefix.
#[must_use]
pub fn attribute<'t>(node: Node<'t, '_>, name: &str) -> Option<&'t str> {
    node.attributes().find(|attribute| attribute.name() == name).map(|attribute| attribute.value())
}

/// The first child element of that name, whatever its prefix.
#[must_use]
pub fn child<'t, 'i>(node: Node<'t, 'i>, name: &str) -> Option<Node<'t, 'i>> {
    node.children().find(|child| child.is_element() && child.tag_name().name() == name)
}

/// The attribute `val` of the child element of that name.
#[must_use]
pub fn value<'t>(node: Node<'t, '_>, name: &str) -> Option<&'t str> {
    attribute(child(node, name)?, "val")
}
