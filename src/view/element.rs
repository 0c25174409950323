//! Elements without a type for each shape.
//!
//! `view!` gives every element a type of its own, made of its tag, attributes and children, and Leptos builds,
//! rebuilds and drops each such type by code of its own: 20 kB of the widget. Here all elements are one type. It also
//! keeps clear of the templates that `view!` makes of static markup, which Trusted Types refuse.
//!
//! One type for all has a price: Leptos would take an element for the older state of any other. So no closure returns
//! one; what changes while a letter is shown are texts and attributes, and all else is mounted anew.

use super::live_text::Alone;
use crate::language::Language;
use leptos::attr::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::attr::custom::custom_attribute;
use leptos::ev;
use leptos::html::{ElementChild, custom};
use leptos::prelude::*;
use leptos::tachys::view::iterators::StaticVec;

/// A text that follows signals.
pub(super) type LiveText = Box<dyn FnMut() -> String + Send>;

/// An element in the making.
pub(super) struct Element {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// An element with that tag name.
pub(super) fn element(tag: &'static str) -> Element {
    Element { tag, attributes: Vec::new(), children: Vec::new() }
}

/// A heading with that part name, `h1` to `h6` (WCAG 2.2, 1.3.1). Levels below 6 stay at 6.
pub(super) fn heading(level: u8, part: &'static str) -> Element {
    const TAGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];
    element(TAGS.get(usize::from(level).saturating_sub(1)).unwrap_or(&"h6")).part(part)
}

impl Element {
    /// Adds an attribute.
    pub fn attr(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push(custom_attribute(name, value.into()).into_any_attr());
        self
    }

    /// Adds an attribute where it has a value.
    pub fn attr_if(self, name: &'static str, value: Option<impl Into<String>>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// Adds an attribute that follows signals.
    pub fn live_attr(mut self, name: &'static str, value: LiveText) -> Self {
        self.attributes.push(custom_attribute(name, value).into_any_attr());
        self
    }

    /// Names the element for `::part()`.
    pub fn part(self, names: impl Into<String>) -> Self {
        self.attr("part", names)
    }

    /// Names the element for the stylesheet.
    pub fn class(self, names: &'static str) -> Self {
        self.attr("class", names)
    }

    /// Adds a text of the interface, which may be in another language than the letter.
    pub fn say(self, text: impl Into<String>, language: &Language) -> Self {
        self.in_interface(language).text(text)
    }

    /// Says that the element's texts are the interface's: in which language and direction, where that is not the letter's
    /// (WCAG 2.2, 3.1.2). Best at the innermost element: the layout around it is the letter's.
    pub fn in_interface(self, language: &Language) -> Self {
        let direction = language.is_foreign().then(|| language.of_texts().1.as_str());
        self.labelled_in_interface(language).attr_if("dir", direction)
    }

    /// Names the element for screen readers by a text of the interface.
    pub fn label(self, text: &'static str, language: &Language) -> Self {
        self.labelled_in_interface(language).attr("aria-label", text)
    }

    /// Says that the element's label is the interface's, while what it holds is not, or has no direction.
    pub fn labelled_in_interface(self, language: &Language) -> Self {
        self.attr_if("lang", language.is_foreign().then(|| language.of_texts().0))
    }

    /// Calls the listener on each click.
    pub fn on_click(mut self, listener: impl FnMut(ev::MouseEvent) + 'static) -> Self {
        let listener: Box<dyn FnMut(ev::MouseEvent)> = Box::new(listener);
        self.attributes.push(leptos::tachys::html::event::on(ev::click, listener).into_any_attr());
        self
    }

    /// Adds a text.
    pub fn text(self, text: impl Into<String>) -> Self {
        self.child(text.into().into_any())
    }

    /// Has the element hold a text that follows signals, and nothing else.
    pub fn live_text(self, mut text: LiveText) -> Self {
        self.child((move || Alone(text())).into_any())
    }

    /// Adds a child: an element, or a view.
    pub fn child(mut self, child: impl Into<Child>) -> Self {
        self.children.push(child.into().0);
        self
    }

    /// Adds children, such as the items of a list or what may be there or not.
    pub fn children(mut self, children: impl IntoIterator<Item = impl Into<Child>>) -> Self {
        self.children.extend(children.into_iter().map(|child| child.into().0));
        self
    }

    /// The element as a view.
    pub fn view(mut self) -> AnyView {
        let children = if self.children.len() == 1 { self.children.pop() } else { None };
        let children = children.unwrap_or_else(|| StaticVec::from(self.children).into_any());
        custom(self.tag).add_any_attr(self.attributes).child(children).into_any()
    }
}

/// What can stand in an element.
pub(super) struct Child(AnyView);

impl From<AnyView> for Child {
    fn from(view: AnyView) -> Self {
        Child(view)
    }
}

impl From<Element> for Child {
    fn from(element: Element) -> Self {
        Child(element.view())
    }
}
