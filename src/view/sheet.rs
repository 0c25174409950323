//! Groups of rows that the browser lays out, or skips, together.

use super::element::{Built, Element, Item, Key, Keyed, element};
use super::signatory::signatory;
use crate::language::Language;
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
    /// Its rows; `None` while it is far from the visible part, and empty.
    pub rows: Option<Arc<[Found]>>,
}

/// A sheet on the page: the list, and the rows in it. They come and go, and change with the roll.
pub(super) struct ShownSheet(Built, Keyed<Found>);

impl Sheet {
    fn list(&self) -> Element {
        let Sheet { number, found, .. } = self;
        element("ol").class(if *found { "sheet found" } else { "sheet" }).attr("data-number", number.to_string())
    }

    fn found(&self) -> Vec<Found> {
        self.rows.as_deref().unwrap_or_default().to_vec()
    }

    /// The list with its rows, for printing.
    pub(super) fn whole(&self, language: &Language) -> Element {
        self.list().children(self.found().iter().map(|Found { row, marks }| signatory(row, marks, language)))
    }

    /// Builds the sheet.
    pub(super) fn build(&self, language: &Language) -> ShownSheet {
        let list = self.list().build(None);
        let language = language.clone();
        let make = move |Found { row, marks }: &Found, there| signatory(row, marks, &language).build(there);
        let mut rows = Keyed::new(list.node().clone(), make);
        rows.show(self.found());
        ShownSheet(list, rows)
    }
}

impl Key for Sheet {
    type Shown = ShownSheet;

    fn is(&self, other: &Self) -> bool {
        self.number == other.number
    }

    fn show_change(&self, shown: &mut ShownSheet) {
        shown.1.show(self.found());
    }
}

impl Item for ShownSheet {
    fn node(&self) -> &types::Element {
        self.0.node()
    }
}

impl Key for Found {
    type Shown = Built;
}
