//! Tables of a page.

use super::super::document::Style;
use super::reader::{Out, Reader};
use scraper::{ElementRef, Node};

impl<'h> Reader<'h> {
    /// A table of one column is a frame around paragraphs. Others have no place in a letter.
    pub(super) fn table(&mut self, element: ElementRef<'h>, style: &Style, out: &mut Out) {
        self.end(out);
        let rows: Vec<ElementRef> = descendants(element, "tr").collect();
        let cells = |row: &ElementRef<'h>| row.child_elements().collect::<Vec<_>>();
        if rows.iter().all(|row| cells(row).len() < 2) {
            for cell in rows.iter().flat_map(cells) {
                self.fill(cell, style, out);
                self.end(out);
            }
            return;
        }
        let row = |row: &ElementRef<'h>| cells(row).into_iter().map(words).collect::<Vec<_>>().join(" | ");
        let shown: Vec<String> = rows.iter().map(row).filter(|row| !row.trim().is_empty()).collect();
        self.document.losses.add_between(format!("a table of {} rows", rows.len()), shown);
    }
}

fn descendants<'h>(element: ElementRef<'h>, name: &'static str) -> impl Iterator<Item = ElementRef<'h>> {
    element.descendants().filter_map(ElementRef::wrap).filter(move |element| element.value().name() == name)
}

/// All words in an element, for a report.
#[must_use]
pub fn words(element: ElementRef) -> String {
    let is_shown = |name: &str| !matches!(name, "script" | "style" | "template" | "noscript");
    let texts = element.descendants().filter_map(|node| {
        let parent = node.parent().and_then(ElementRef::wrap);
        match node.value() {
            Node::Text(text) if parent.is_none_or(|parent| is_shown(parent.value().name())) => Some(text.to_string()),
            Node::Element(element) if matches!(element.name(), "br" | "p" | "div" | "td") => Some(" ".to_string()),
            _ => None,
        }
    });
    texts.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}
