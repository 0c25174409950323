//! Elements that all have the same type.
//!
//! `view!` gives every element a type of its own, made of its tag, attributes and children. Leptos then has separate
//! code to build, rebuild and drop each type: 20 kB of the widget. Here, all elements share one type. They also avoid
//! the templates that `view!` makes of static markup, which Trusted Types refuse.
//!
//! An element is a plain tree until it is used: in the browser it is built, or takes over an element of the first view
//! (`built.rs`); the command prints it as HTML (`html.rs`) and as a first view (`first_view.rs`).
//!
//! Only texts, attributes and lists change while a letter is shown, and all else is mounted anew.

mod built;
#[cfg(not(target_arch = "wasm32"))]
mod first_view;
#[cfg(not(target_arch = "wasm32"))]
mod html;
mod keyed;
mod place;
#[cfg(not(target_arch = "wasm32"))]
mod unboxed;
mod view;

pub(super) use built::Built;
pub(super) use keyed::{Item, Key, Keyed, List};
pub use view::View;

use crate::language::Language;
use crate::model::Part;
use leptos::ev::MouseEvent;
use leptos::tachys::renderer::types;
use leptos::wasm_bindgen::JsCast;

/// A text that follows signals.
pub(super) type LiveText = Box<dyn FnMut() -> String + Send>;

/// An element that is being built.
pub struct Element {
    tag: &'static str,
    attributes: Vec<Attribute>,
    children: Vec<Child>,
    /// Whether what is in it on the page stays.
    left_alone: bool,
    /// The part of the letter to which it belongs, for first views.
    #[cfg(not(target_arch = "wasm32"))]
    belongs_to: Option<Part>,
}

enum Attribute {
    Fixed(&'static str, String),
    Live(&'static str, LiveText),
    On(&'static str, Box<dyn FnMut(types::Event)>),
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

/// An element with that tag name.
pub(super) fn element(tag: &'static str) -> Element {
    Element {
        tag,
        attributes: Vec::new(),
        children: Vec::new(),
        left_alone: false,
        #[cfg(not(target_arch = "wasm32"))]
        belongs_to: None,
    }
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

    /// Names the element for the stylesheet, if that applies.
    pub(super) fn class_if(self, names: &'static str, applies: bool) -> Self {
        if applies { self.class(names) } else { self }
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
    pub(super) fn on_click(self, mut listener: impl FnMut(MouseEvent) + 'static) -> Self {
        self.on("click", move |event| listener(event.unchecked_into()))
    }

    /// Calls the listener on each event of that name.
    pub(super) fn on(mut self, event: &'static str, listener: impl FnMut(types::Event) + 'static) -> Self {
        self.attributes.push(Attribute::On(event, Box::new(listener)));
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

    /// Adds a child to the last paragraph, if it ends with one, or to itself.
    pub(super) fn at_end(mut self, child: Element) -> Self {
        let children = match self.children.last_mut() {
            Some(Child::Element(last)) if last.tag == "p" => &mut last.children,
            _ => &mut self.children,
        };
        children.push(child.into());
        self
    }

    /// Leaves what is in the element of a first view to other code.
    pub(super) fn left_alone(mut self) -> Self {
        self.left_alone = true;
        self
    }

    /// Says that a page which does not show that part of the letter leaves the element out of the first view.
    #[cfg_attr(target_arch = "wasm32", expect(unused_mut, unused_variables, reason = "only the command prints"))]
    pub(super) fn belonging_to(mut self, part: Part) -> Self {
        #[cfg(not(target_arch = "wasm32"))]
        {
            self.belongs_to = Some(part);
        }
        self
    }

    /// The element as a view of Leptos. It takes over `there`, an element of the first view, if there is one.
    pub(super) fn view(self, there: Option<types::Element>) -> View {
        View::new(Some(self), there)
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
