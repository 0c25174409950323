//! Elements as views of Leptos.

use super::{Built, Element, Item};
use leptos::attr::Attribute;
use leptos::attr::any_attribute::AnyAttribute;
use leptos::prelude::*;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::{Rndr, types};
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::{Mountable, Position, PositionState};
use leptos::wasm_bindgen::JsCast;
use send_wrapper::SendWrapper;

/// An element, or nothing, for Leptos to mount. Natively, it renders to HTML.
pub struct View(SendWrapper<(Option<Element>, Option<types::Element>)>);

impl View {
    /// The element takes over `there`, if there is one.
    pub(super) fn new(element: Option<Element>, there: Option<types::Element>) -> View {
        View(SendWrapper::new((element, there)))
    }

    /// Nothing.
    pub(in crate::view) fn nothing() -> View {
        View::new(None, None)
    }
}

impl Render for View {
    type State = Option<Built>;

    fn build(self) -> Self::State {
        let (element, there) = self.0.take();
        Some(element?.build(there.map(JsCast::unchecked_into)))
    }

    /// A view is never changed from outside: its texts and lists follow signals.
    fn rebuild(self, _: &mut Self::State) {}
}

impl Mountable for Built {
    fn unmount(&mut self) {
        Rndr::remove(self.node());
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        // An element that was taken over is in its place.
        if self.node().parent_element().as_ref() != Some(parent) {
            Rndr::insert_node(parent, self.node(), marker);
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        match self.node().parent_element() {
            Some(parent) => {
                child.mount(&parent, Some(self.node()));
                true
            }
            None => false,
        }
    }

    fn elements(&self) -> Vec<types::Element> {
        vec![self.node().clone()]
    }
}

impl AddAnyAttr for View {
    type Output<New: Attribute> = Self;

    /// A letter takes no attributes from outside.
    fn add_any_attr<New: Attribute>(self, _: New) -> Self::Output<New> {
        self
    }
}

impl RenderHtml for View {
    type AsyncOutput = Self;
    type Owned = Self;
    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    #[cfg_attr(target_arch = "wasm32", expect(unused_variables, reason = "only the command prints"))]
    fn to_html_with_buf(self, buffer: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {
        #[cfg(not(target_arch = "wasm32"))]
        if let (Some(element), _) = self.0.take() {
            buffer.push_str(&element.html(&|_, _, _| true));
        }
    }

    /// The engine takes over elements by itself.
    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Self::State {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
