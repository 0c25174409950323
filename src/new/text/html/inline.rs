//! Words within a line: links, raised and lowered signs, quotations.

use super::looks::Looks;
use super::reader::{Out, Reader};
use super::words::words;
use crate::new::text::document::Style;
use crate::new::text::signs;
use scraper::ElementRef;

impl<'h> Reader<'h> {
    /// Reads an element of a line.
    pub(super) fn inline(&mut self, element: ElementRef<'h>, looks: &Looks, style: &Style, out: &mut Out) {
        let name = element.value().name();
        if !words(element).is_empty() && style.link.is_none() {
            for look in looks.lost(name) {
                self.document.losses.add(look, vec![]);
            }
        }
        let is_simple = element.child_elements().next().is_none();
        let small = match (name, looks.position) {
            _ if !is_simple => None,
            ("sup", _) | (_, Some("super")) => signs::raised(&words(element)),
            ("sub", _) | (_, Some("sub")) => signs::lowered(&words(element)),
            _ => None,
        };
        if let Some(small) = small {
            out.line.push(&small, style);
            return;
        }
        if name == "q" {
            out.line.push("“", style);
        }
        if let (Some(address), true) = (element.attr("href"), name == "a") {
            let fits = signs::is_link(address);
            if !fits && !address.starts_with('#') {
                self.document.losses.add(format!("a link to {address}, which leads to no page of the web"), vec![]);
            }
            let link = fits.then(|| address.trim().to_string());
            self.fill(element, &Style { link, ..style.clone() }, out);
        } else {
            self.fill(element, style, out);
        }
        if name == "q" {
            out.line.push("”", style);
        }
    }
}
