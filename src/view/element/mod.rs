//! Elements that all have the same type.
//!
//! `view!` gives every element a type of its own, made of its tag, attributes and children. Leptos then has separate
//! code to build, rebuild and drop each type: 20 kB of the widget. Here, all elements share one type. They also avoid
//! the templates that `view!` makes of static markup, which Trusted Types refuse.
//!
//! An element is a plain tree until it is used: in the browser as a view of Leptos, in the command as HTML (see
//! `html.rs`).
//!
//! The single type has a price: Leptos would take any element for an older state of another. So no closure returns an
//! element; only texts and attributes change while a letter is shown, and all else is mounted anew.

#[cfg(not(target_arch = "wasm32"))]
mod html;
#[cfg(not(target_arch = "wasm32"))]
mod unboxed;

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

/// An element that is being built.
pub struct Element {
    tag: &'static str,
    attributes: Vec<Attribute>,
    children: Vec<Child>,
}

enum Attribute {
    Fixed(&'static str, String),
    Live(&'static str, LiveText),
    Click(Box<dyn FnMut(ev::MouseEvent)>),
}

/// The child of an element.
pub(super) enum Child {
    /// An element.
    Element(Element),
    /// A text.
    Text(String),
    /// A text that follows signals.
    Live(LiveText),
    /// A list that follows signals.
    List(List),
}

/// A list that follows signals: a view and, natively, its current items.
pub(super) struct List {
    view: AnyView,
    #[cfg(not(target_arch = "wasm32"))]
    items: Box<dyn FnOnce() -> Vec<Element>>,
}

/// An element with that tag name.
pub(super) fn element(tag: &'static str) -> Element {
    Element { tag, attributes: Vec::new(), children: Vec::new() }
}

/// A heading with that part name, `h1` to `h6` (WCAG 2.2, 1.3.1). Levels above 6 become `h6`.
pub(super) fn heading(level: u8, part: &'static str) -> Element {
    const TAGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];
    element(TAGS.get(usize::from(level).saturating_sub(1)).unwrap_or(&"h6")).part(part)
}

impl Element {
    /// Adds an attribute.
    pub(super) fn attr(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push(Attribute::Fixed(name, value.into()));
        self
    }

    /// Adds an attribute if it has a value.
    pub(super) fn attr_if(self, name: &'static str, value: Option<impl Into<String>>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// Adds an attribute that follows signals.
    pub(super) fn live_attr(mut self, name: &'static str, value: LiveText) -> Self {
        self.attributes.push(Attribute::Live(name, value));
        self
    }

    /// Names the element for `::part()`.
    pub(super) fn part(self, names: impl Into<String>) -> Self {
        self.attr("part", names)
    }

    /// Names the element for the stylesheet.
    pub(super) fn class(self, names: &'static str) -> Self {
        self.attr("class", names)
    }

    /// Adds a text of the interface, which may be in another language than the letter.
    pub(super) fn say(self, text: impl Into<String>, language: &Language) -> Self {
        self.in_interface(language).text(text)
    }

    /// Sets language and direction for texts of the interface, if they differ from the letter's (WCAG 2.2, 3.1.2). Best
    /// on the innermost element: the layout around it is the letter's.
    pub(super) fn in_interface(self, language: &Language) -> Self {
        let direction = language.is_foreign().then(|| language.of_texts().1.as_str());
        self.labelled_in_interface(language).attr_if("dir", direction)
    }

    /// Marks the content as a name, which browsers don't translate (HTML, 3.2.5).
    pub(super) fn named(self) -> Self {
        self.attr("translate", "no")
    }

    /// Labels the element for screen readers with a text of the interface.
    pub(super) fn label(self, text: &'static str, language: &Language) -> Self {
        self.labelled_in_interface(language).attr("aria-label", text)
    }

    /// Sets the language of the interface for the label only: the content is in another language, or has no direction.
    pub(super) fn labelled_in_interface(self, language: &Language) -> Self {
        self.attr_if("lang", language.is_foreign().then(|| language.of_texts().0))
    }

    /// Calls the listener on each click.
    pub(super) fn on_click(mut self, listener: impl FnMut(ev::MouseEvent) + 'static) -> Self {
        self.attributes.push(Attribute::Click(Box::new(listener)));
        self
    }

    /// Adds a text.
    pub(super) fn text(self, text: impl Into<String>) -> Self {
        self.child(Child::Text(text.into()))
    }

    /// Adds a text that follows signals, as the only child.
    pub(super) fn live_text(self, text: LiveText) -> Self {
        self.child(Child::Live(text))
    }

    /// Adds a child.
    pub(super) fn child(mut self, child: impl Into<Child>) -> Self {
        self.children.push(child.into());
        self
    }

    /// Adds children, such as the items of a list or optional elements.
    pub(super) fn children(mut self, children: impl IntoIterator<Item = impl Into<Child>>) -> Self {
        self.children.extend(children.into_iter().map(Into::into));
        self
    }

    /// The element as a view.
    pub(super) fn view(self) -> AnyView {
        let attributes: Vec<AnyAttribute> = self.attributes.into_iter().map(Attribute::any).collect();
        let mut children: Vec<AnyView> = self.children.into_iter().map(Child::view).collect();
        let only = if children.len() == 1 { children.pop() } else { None };
        let children = only.unwrap_or_else(|| StaticVec::from(children).into_any());
        custom(self.tag).add_any_attr(attributes).child(children).into_any()
    }
}

impl Attribute {
    fn any(self) -> AnyAttribute {
        match self {
            Attribute::Fixed(name, value) => custom_attribute(name, value).into_any_attr(),
            Attribute::Live(name, value) => custom_attribute(name, value).into_any_attr(),
            Attribute::Click(listener) => leptos::tachys::html::event::on(ev::click, listener).into_any_attr(),
        }
    }
}

impl Child {
    fn view(self) -> AnyView {
        match self {
            Child::Element(element) => element.view(),
            Child::Text(text) => text.into_any(),
            Child::Live(mut text) => (move || Alone(text())).into_any(),
            Child::List(list) => list.view,
        }
    }
}

impl List {
    /// The list. `items` returns its items for printing.
    #[cfg_attr(target_arch = "wasm32", expect(unused_variables, reason = "only the command prints"))]
    pub(super) fn new(view: AnyView, items: impl FnOnce() -> Vec<Element> + 'static) -> List {
        List {
            view,
            #[cfg(not(target_arch = "wasm32"))]
            items: Box::new(items),
        }
    }
}

impl From<Element> for Child {
    fn from(element: Element) -> Self {
        Child::Element(element)
    }
}

impl From<List> for Child {
    fn from(list: List) -> Self {
        Child::List(list)
    }
}
