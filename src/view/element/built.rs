//! Elements on the page.
//!
//! An element is made new, or takes over the one that is there: an element of the first view, which the reader may be
//! reading. What is the same is not touched, so the layout stays valid, and focus, selection and typed text are kept.
//! What differs is changed: that also takes over the first view of another release.

use super::place::place;
use super::{Attribute, Child, Element, Item, LiveText};
use leptos::reactive::effect::RenderEffect;
use leptos::tachys::renderer::{Rndr, types};
use leptos::wasm_bindgen::JsCast;
use std::any::Any;

/// The `nodeType` of an element, and of a text (DOM, section 4.4).
const ELEMENT: u16 = 1;
const TEXT: u16 = 3;

/// An element on the page. Dropping it ends its listeners and what it follows; the element stays.
pub struct Built {
    node: types::Element,
    _kept: Kept,
}

impl Item for Built {
    fn node(&self) -> &types::Element {
        &self.node
    }
}

/// What an element needs to work: listeners, effects, lists.
type Kept = Vec<Box<dyn Any>>;

impl Element {
    /// Takes over `there` if it has the same tag name; otherwise makes a new element, which is not on the page yet, and
    /// removes `there`.
    pub(in crate::view) fn build(self, there: Option<types::Node>) -> Built {
        let mut kept = Kept::new();
        let node = self.put(there.clone(), &mut kept);
        // The root's tag depends on what is shown, and that may have changed since the first view.
        if let Some(other) = there.filter(|there| **there != **node) {
            Rndr::remove(&other);
        }
        Built { node, _kept: kept }
    }

    fn put(self, there: Option<types::Node>, kept: &mut Kept) -> types::Element {
        let there = there.filter(|node| node.node_type() == ELEMENT).map(JsCast::unchecked_into::<types::Element>);
        let there = there.filter(|node| node.local_name() == self.tag);
        let mut next = None;
        let node = match there {
            Some(node) => {
                next = node.first_child();
                remove_others(&node, &self.attributes);
                node
            }
            None => Rndr::create_element(self.tag, None),
        };
        for attribute in self.attributes {
            attribute.put(&node, kept);
        }
        let mut children = self.children.into_iter().peekable();
        while let Some(child) = children.next() {
            child.put(&node, &mut next, children.peek().is_none(), kept);
        }
        while let Some(other) = next.filter(|_| !self.left_alone) {
            next = other.next_sibling();
            Rndr::remove(&other);
        }
        node
    }
}

/// Removes the attributes that the element does not have. A fold that the reader has opened stays open.
fn remove_others(node: &types::Element, attributes: &[Attribute]) {
    for name in node.get_attribute_names() {
        let Some(name) = name.as_string() else { continue };
        if name != "open" && !attributes.iter().any(|attribute| attribute.name() == Some(name.as_str())) {
            Rndr::remove_attribute(node, &name);
        }
    }
}

impl Attribute {
    fn name(&self) -> Option<&'static str> {
        match self {
            Attribute::Fixed(name, _) | Attribute::Live(name, _) => Some(name),
            Attribute::On(..) => None,
        }
    }

    fn put(self, node: &types::Element, kept: &mut Kept) {
        match self {
            Attribute::Fixed(name, value) => set(node, name, &value, node.get_attribute(name)),
            Attribute::Live(name, value) => {
                let node = node.clone();
                follow(value, node.get_attribute(name), move |value| Rndr::set_attribute(&node, name, value), kept);
            }
            Attribute::On(event, listener) => kept.push(Box::new(Rndr::add_event_listener(node, event, listener))),
        }
    }
}

fn set(node: &types::Element, name: &str, value: &str, before: Option<String>) {
    if before.as_deref() != Some(value) {
        Rndr::set_attribute(node, name, value);
    }
}

/// Calls `show` with the text now, and whenever it has changed.
fn follow(mut text: LiveText, before: Option<String>, show: impl Fn(&str) + 'static, kept: &mut Kept) {
    let mut shown = before;
    let effect = RenderEffect::new(move |_: Option<()>| {
        let text = text();
        if shown.as_ref() != Some(&text) {
            show(&text);
            shown = Some(text);
        }
    });
    kept.push(Box::new(effect));
}

impl Child {
    /// Puts the child into `parent` before `next`, or takes over `next`.
    fn put(self, parent: &types::Element, next: &mut Option<types::Node>, is_last: bool, kept: &mut Kept) {
        match self {
            Child::Element(element) => place(parent, next, |there| element.put(there, kept).unchecked_into()),
            Child::Text(text) => place(parent, next, |there| text_node(there, &text).0.unchecked_into()),
            Child::Live(text) => {
                place(parent, next, |there| {
                    let (node, before) = text_node(there, "");
                    let (own, parent) = (node.clone(), parent.clone());
                    // Page translators replace texts with elements of their own: a text written into the old node would
                    // be invisible, so it puts itself back. It is the only child.
                    let show = move |text: &str| {
                        Rndr::set_text(&own, text);
                        if own.parent_node().is_none() {
                            Rndr::clear_children(&parent);
                            Rndr::insert_node(&parent, &own, None);
                        }
                    };
                    follow(text, Some(before), show, kept);
                    node.unchecked_into()
                });
            }
            Child::List(list) => kept.push(list.put(parent, next, is_last)),
        }
    }
}

/// Takes over that text, or makes one. Returns it with the text that it has now.
fn text_node(there: Option<types::Node>, text: &str) -> (types::Text, String) {
    match there.filter(|node| node.node_type() == TEXT) {
        Some(node) => {
            let before = node.node_value().unwrap_or_default();
            let node: types::Text = node.unchecked_into();
            // An empty text is one that follows signals.
            if before != text && !text.is_empty() {
                Rndr::set_text(&node, text);
            }
            (node, before)
        }
        None => (Rndr::create_text_node(text), text.to_string()),
    }
}
