//! Lists of a page.

use super::reader::{Out, Reader};
use crate::new::text::document::{Block, List, Style};
use scraper::ElementRef;

impl<'h> Reader<'h> {
    /// Reads a list.
    pub(super) fn list(&mut self, element: ElementRef<'h>, style: &Style, out: &mut Out) {
        self.end(out);
        let number = |element: ElementRef, name| element.attr(name).and_then(|value| value.parse::<u64>().ok());
        let is_ordered = element.value().name() == "ol";
        let mut list = List { start: is_ordered.then(|| number(element, "start").unwrap_or(1)), items: Vec::new() };
        if is_ordered && matches!(element.attr("type"), Some("a" | "A" | "i" | "I")) {
            let shown = element.attr("type").unwrap_or_default();
            let what = format!("list numbers that are not digits, such as {shown}");
            self.document.losses.add_between(what, vec![]);
        }
        for child in element.child_elements() {
            if self.notes.is_note(child) {
                continue;
            }
            let blocks = self.blocks(child, style);
            match (child.value().name(), list.items.last_mut()) {
                // A list right in a list, as some editors write it, belongs to the item before.
                ("ul" | "ol", Some(item)) => item.extend(blocks),
                _ if blocks.is_empty() => {}
                _ => {
                    if let (true, Some(value)) = (list.items.is_empty() && is_ordered, number(child, "value")) {
                        list.start = Some(value);
                    }
                    list.items.push(blocks);
                }
            }
        }
        if !list.items.is_empty() {
            out.flow.block(Block::List(list));
        }
    }
}
