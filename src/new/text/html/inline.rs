//! Words within a line: links, raised and lowered signs, quotations.

use super::looks::Looks;
use super::reader::{Out, Reader};
use super::words::words;
use crate::new::text::document::Style;
use crate::new::text::{links, signs};
use scraper::{ElementRef, Node};

impl<'h> Reader<'h> {
    /// Reads an element of a line.
    pub(super) fn inline(&mut self, element: ElementRef<'h>, looks: &Looks, style: &Style, out: &mut Out) {
        let name = element.value().name();
        if has_own_words(element) && style.link.is_none() {
            for look in looks.lost(name) {
                self.document.losses.add(look, vec![]);
            }
        }
        let raised = match (name, looks.position) {
            ("sup", _) | (_, Some("super")) => Some(true),
            ("sub", _) | (_, Some("sub")) => Some(false),
            _ => None,
        };
        let is_simple = element.descendants().filter_map(ElementRef::wrap).all(|inner| inner.value().name() != "a");
        if let (Some(raised), true) = (raised, is_simple) {
            let words = words(element);
            if let Some(small) = if raised { signs::raised(&words) } else { signs::lowered(&words) } {
                out.line.push(&small, style);
                return;
            }
            if words.starts_with(|char: char| char.is_ascii_digit() || "+-−".contains(char)) && words.len() > 1 {
                let what = "the place of a small number, which is on the line now";
                self.document.losses.add(what, vec![words]);
            }
        }
        if name == "q" {
            out.line.push("“", style);
        }
        if let (Some(address), true) = (element.attr("href"), name == "a") {
            let link = links::link(address, &mut self.document.losses);
            self.fill(element, &Style { link, ..style.clone() }, out);
        } else {
            self.fill(element, style, out);
        }
        if name == "q" {
            out.line.push("”", style);
        }
    }
}

/// Whether it has words that are in no link.
fn has_own_words(element: ElementRef) -> bool {
    element.descendants().any(|node| {
        let around = node.ancestors().take_while(|around| around.id() != element.id());
        let is_linked = around.filter_map(ElementRef::wrap).any(|around| around.value().name() == "a");
        matches!(node.value(), Node::Text(text) if !text.trim().is_empty()) && !is_linked
    })
}
