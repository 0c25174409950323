//! Groups of rows that the browser lays out, or skips, together.

use super::element::{Built, Element, Item, Key, Keyed, element};
use super::listing::{Before, Entry, Listing, with_headings};
use crate::roll::Found;
use leptos::tachys::renderer::types;
use std::sync::Arc;

/// A few dozen rows, or all matches of a search.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// Identifies the sheet for as long as it exists.
    pub number: u32,
    /// Whether these are the results of a search.
    pub found: bool,
    /// The group of the row before it, below whose heading it may go on; `None` if the sheet has no headings.
    pub before: Option<Before>,
    /// Its rows; `None` while it is far from the visible part, and empty.
    pub rows: Option<Arc<[Found]>>,
}

/// A sheet on the page: the list, and the rows in it. They come and go, and change with the roll.
pub(super) struct ShownSheet(Built, Keyed<Entry>);

impl Sheet {
    fn list(&self) -> Element {
        let Sheet { number, found, .. } = self;
        element("ol").class(if *found { "sheet found" } else { "sheet" }).attr("data-number", number.to_string())
    }

    fn entries(&self) -> Vec<Entry> {
        let rows = self.rows.iter().flat_map(|rows| rows.iter().cloned());
        match &self.before {
            Some(before) => with_headings(rows, before.clone()),
            None => rows.map(Entry::Row).collect(),
        }
    }

    /// The list with its rows, for printing.
    pub(super) fn whole(&self, listing: &Listing) -> Element {
        self.list().children(self.entries().iter().map(|entry| listing.element(entry)))
    }

    /// Builds the sheet.
    pub(super) fn build(&self, listing: &Listing) -> ShownSheet {
        let list = self.list().build(None);
        let listing = listing.clone();
        let make = move |entry: &Entry, there| listing.element(entry).build(there);
        let mut rows = Keyed::new(list.node().clone(), make);
        rows.show(self.entries());
        ShownSheet(list, rows)
    }
}

impl Key for Sheet {
    type Shown = ShownSheet;

    fn is(&self, other: &Self) -> bool {
        self.number == other.number
    }

    fn show_change(&self, shown: &mut ShownSheet) {
        shown.1.show(self.entries());
    }
}

impl Item for ShownSheet {
    fn node(&self) -> &types::Element {
        self.0.node()
    }
}
