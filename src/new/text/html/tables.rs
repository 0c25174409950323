//! Tables of a page.

use super::super::document::Style;
use super::reader::{Out, Reader};
use super::words::words;
use scraper::ElementRef;

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
