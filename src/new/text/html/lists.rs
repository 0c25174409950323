//! Lists of a page.

use super::reader::{Out, Reader};
use crate::new::text::document::{Block, List, Style};
use scraper::ElementRef;

impl<'h> Reader<'h> {
    /// Reads a list.
    pub(super) fn list(&mut self, element: ElementRef<'h>, style: &Style, out: &mut Out) {
        self.end(out);
        let shown = kix(element).and_then(|list| self.sheet.letters(list)).or_else(|| element.attr("type"));
        if let (true, Some(shown @ ("a" | "A" | "i" | "I"))) = (is_ordered(element, element), shown) {
            let what = format!("list numbers that are not digits, such as {shown}");
            self.document.losses.add_between(what, vec![]);
        }
        if element.child_elements().any(|child| depth(element, child).is_some()) {
            return self.flat_list(element, style, out);
        }
        let is_ordered = element.value().name() == "ol";
        let mut list = List { start: is_ordered.then(|| number(element, "start").unwrap_or(1)), items: Vec::new() };
        for child in element.child_elements() {
            if self.notes.is_note(child) {
                continue;
            }
            let blocks = self.item(child, style);
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

    /// The blocks of an item, or of a list that stands in its place.
    fn item(&mut self, element: ElementRef<'h>, style: &Style) -> Vec<Block> {
        if !matches!(element.value().name(), "ul" | "ol") {
            return self.blocks(element, style);
        }
        let mut out = Out::default();
        self.list(element, style, &mut out);
        out.flow.finish()
    }

    /// Reads a list whose items say how deep they are, and which may be one with the lists around it: Google Docs, Word
    /// on the web and Quill write lists in lists one after the other.
    fn flat_list(&mut self, element: ElementRef<'h>, style: &Style, out: &mut Out) {
        let mut counted: Vec<u64> = Vec::new();
        for child in element.child_elements() {
            if self.notes.is_note(child) {
                continue;
            }
            let mut blocks = self.item(child, style).into_iter().peekable();
            if matches!(child.value().name(), "ul" | "ol") {
                blocks.for_each(|block| out.flow.within(block));
                continue;
            }
            let depth = depth(element, child).unwrap_or_default();
            if let Some(Block::Paragraph(line) | Block::Heading(_, line)) = blocks.peek().cloned() {
                blocks.next();
                let start = number(element, "start").filter(|_| counted.len() <= depth).unwrap_or(1);
                counted.resize(depth + 1, 0);
                let next = number(child, "value").unwrap_or(start.max(counted[depth].saturating_add(1)));
                counted[depth] = next;
                out.flow.item(depth, is_ordered(element, child).then_some(next), line);
            }
            blocks.for_each(|block| out.flow.within(block));
        }
    }
}

fn number(element: ElementRef, name: &str) -> Option<u64> {
    element.attr(name).and_then(|value| value.parse().ok())
}

/// Whether an item has a number. Quill says so for each.
fn is_ordered(list: ElementRef, item: ElementRef) -> bool {
    item.attr("data-list").map_or(list.value().name() == "ol", |kind| kind == "ordered")
}

/// The name of a list of Google Docs: `lst-kix_abc-0`.
fn kix(list: ElementRef<'_>) -> Option<&str> {
    list.attr("class")?.split_ascii_whitespace().find(|class| class.starts_with("lst-kix_"))
}

/// The depth of an item from 0, if its list or itself says it.
fn depth(list: ElementRef, item: ElementRef) -> Option<usize> {
    const DEEPEST: usize = 8;
    let of_kix = || kix(list)?.rsplit('-').next()?.parse().ok();
    let of_class = || {
        item.attr("class")?.split_ascii_whitespace().find_map(|class| class.strip_prefix("ql-indent-")?.parse().ok())
    };
    let of_level = || {
        let level = item.attr("aria-level").or_else(|| item.attr("data-aria-level"))?;
        level.parse::<usize>().ok()?.checked_sub(1)
    };
    of_kix().or_else(of_class).or_else(of_level).map(|depth: usize| depth.min(DEEPEST))
}
