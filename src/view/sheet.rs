//! Groups of rows that the browser lays out, or skips, together.

use super::element::{Element, element};
use super::keyed::{Key, Keyed, KeyedState};
use super::signatory::signatory;
use crate::language::Language;
use crate::roll::Found;
use leptos::attr::Attribute;
use leptos::attr::any_attribute::AnyAttribute;
use leptos::prelude::*;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::types::{Element as Node, Node as Marker};
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Mountable, Position, PositionState};
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

/// Its rows come and go, and change with the roll.
impl Key for Sheet {
    const CHANGES: bool = true;

    fn is(&self, other: &Self) -> bool {
        self.number == other.number
    }
}

impl Key for Found {}

/// A sheet in the language of its letter. When it changes, the list and unchanged rows stay: Leptos would rebuild an
/// element whose type does not include its tag.
pub(super) struct SheetView(pub Sheet, pub Language);

/// The list, and the rows in it.
pub(super) struct SheetState(AnyViewState, KeyedState<Found>);

impl SheetView {
    fn list(&self) -> Element {
        let Sheet { number, found, .. } = self.0;
        element("ol").class(if found { "sheet found" } else { "sheet" }).attr("data-number", number.to_string())
    }

    /// The list with its rows, for printing.
    pub(super) fn whole(self) -> Element {
        let list = self.list();
        let SheetView(sheet, language) = self;
        let rows = sheet.rows.as_deref().unwrap_or_default();
        list.children(rows.iter().map(|Found { row, marks }| signatory(row, marks, &language)))
    }

    fn rows(self) -> Keyed<Found> {
        let SheetView(sheet, language) = self;
        Keyed {
            keys: sheet.rows.as_deref().unwrap_or_default().to_vec(),
            make: Box::new(move |Found { row, marks }| signatory(row, marks, &language).view()),
        }
    }
}

impl Render for SheetView {
    type State = SheetState;

    fn build(self) -> Self::State {
        let list = self.list().view().build();
        let mut rows = self.rows().build();
        if let Some(list) = list.elements().first() {
            rows.mount(list, None);
        }
        SheetState(list, rows)
    }

    fn rebuild(self, state: &mut Self::State) {
        self.rows().rebuild(&mut state.1);
    }
}

impl Mountable for SheetState {
    fn unmount(&mut self) {
        self.0.unmount();
    }

    fn mount(&mut self, parent: &Node, marker: Option<&Marker>) {
        self.0.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.0.insert_before_this(child)
    }

    fn elements(&self) -> Vec<Node> {
        self.0.elements()
    }
}

impl AddAnyAttr for SheetView {
    type Output<New: Attribute> = Self;

    /// A sheet takes no further attributes.
    fn add_any_attr<New: Attribute>(self, _: New) -> Self::Output<New> {
        self
    }
}

impl RenderHtml for SheetView {
    type AsyncOutput = Self;
    type Owned = Self;
    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        buffer: &mut String,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        attributes: Vec<AnyAttribute>,
    ) {
        self.whole().view().to_html_with_buf(buffer, position, escape, mark_branches, attributes);
    }

    /// Nothing is hydrated: the widget replaces the page's content.
    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Self::State {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
