//! A text that follows signals and puts itself back into its element.
//!
//! Page translators replace text nodes with elements of their own. Text written into the old node would be invisible,
//! and the number would stay as it was when translated.

use leptos::attr::Attribute;
use leptos::attr::any_attribute::AnyAttribute;
use leptos::prelude::*;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::Rndr;
use leptos::tachys::renderer::types::{Element, Node, Text};
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::{Mountable, Position, PositionState};

/// A text that is the only child of its element.
pub(super) struct Alone(pub String);

/// Its node, and its element.
pub(super) struct AloneState {
    text: String,
    node: Text,
    parent: Option<Element>,
}

impl Render for Alone {
    type State = AloneState;

    fn build(self) -> Self::State {
        AloneState { node: Rndr::create_text_node(&self.0), text: self.0, parent: None }
    }

    fn rebuild(self, state: &mut Self::State) {
        if self.0 == state.text {
            return;
        }
        Rndr::set_text(&state.node, &self.0);
        state.text = self.0;
        if let Some(parent) = &state.parent
            && Rndr::get_parent(&state.node).is_none()
        {
            Rndr::clear_children(parent);
            Rndr::insert_node(parent, &state.node, None);
        }
    }
}

impl Mountable for AloneState {
    fn unmount(&mut self) {
        self.node.unmount();
        self.parent = None;
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.node.mount(parent, marker);
        self.parent = Some(parent.clone());
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.node.insert_before_this(child)
    }

    fn elements(&self) -> Vec<Element> {
        Vec::new()
    }
}

impl AddAnyAttr for Alone {
    type Output<New: Attribute> = Self;

    fn add_any_attr<New: Attribute>(self, _: New) -> Self::Output<New> {
        self
    }
}

impl RenderHtml for Alone {
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
        self.0.to_html_with_buf(buffer, position, escape, mark_branches, attributes);
    }

    /// Nothing is hydrated: the widget replaces the page's content.
    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Self::State {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
