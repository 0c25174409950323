//! The element in the host page: its attributes, its content, its place.

use crate::browser::{nearest_language, resolve};
use crate::embed::interface_texts::Interface;
use crate::language::lead;
use crate::model::{LanguageTag, Link};
use crate::view::PageOf;
use js_sys::Function;
use wasm_bindgen::JsCast;
use web_sys::{Event, EventTarget, HtmlElement, HtmlSelectElement, Node, ShadowRoot};

/// What the element's class passes in.
pub(super) struct HostPage {
    host: HtmlElement,
    root: ShadowRoot,
    slot: HtmlElement,
    place: HtmlElement,
    /// The loader's function for the interface's texts.
    texts: Option<Function>,
}

impl HostPage {
    pub fn new(
        host: HtmlElement,
        root: ShadowRoot,
        slot: HtmlElement,
        place: HtmlElement,
        texts: Option<Function>,
    ) -> HostPage {
        HostPage { host, root, slot, place, texts }
    }

    /// The target of the element's events.
    pub fn target(&self) -> &EventTarget {
        &self.host
    }

    /// The shadow root.
    pub fn root(&self) -> &ShadowRoot {
        &self.root
    }

    /// Where the view is mounted.
    pub fn place(&self) -> &HtmlElement {
        &self.place
    }

    /// What is there before the engine's first view: the loader's.
    pub fn first_view(&self) -> Option<web_sys::Element> {
        self.place.first_element_child()
    }

    /// Has the view do what the reader has begun with the menu of groups in the first view.
    pub fn resume(&self) {
        let menu = self.root.query_selector("[part~=filters] select").ok().flatten();
        let menu = menu.and_then(|menu| menu.dyn_into::<HtmlSelectElement>().ok());
        if let (Some(menu), Ok(change)) = (menu.filter(|menu| menu.selected_index() > 0), Event::new("change")) {
            let _ = menu.dispatch_event(&change);
        }
    }

    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<String> {
        self.host.get_attribute(name)
    }

    /// The language of the text around the element.
    pub fn language(&self) -> Option<LanguageTag> {
        nearest_language(&self.host)
    }

    /// The URL of the page.
    pub fn url(&self) -> String {
        self.host.base_uri().ok().flatten().unwrap_or_default()
    }

    /// The URL of a `src`.
    pub fn resolve(&self, src: String) -> String {
        // The loader keeps the base from the time when `src` was set.
        let base = self.slot.base_uri().ok().flatten().unwrap_or_default();
        resolve(&src, &base).unwrap_or(src)
    }

    /// Loads the interface's texts: those in `lang`, if the language of the letter is known.
    pub fn interface(&self, lang: Option<&str>) -> Interface {
        Interface::ask(self.texts.as_ref(), &self.host, lang)
    }

    /// Whether the host page has put content into the element.
    pub fn has_content(&self) -> bool {
        let nodes = self.host.child_nodes();
        let fills = |node: Node| {
            let filled = node.text_content().is_some_and(|text| !text.trim().is_empty());
            node.node_type() == Node::ELEMENT_NODE || (node.node_type() == Node::TEXT_NODE && filled)
        };
        (0..nodes.length()).filter_map(|index| nodes.get(index)).any(fills)
    }

    /// Moves the focus to the new view, removes the height that the element's class keeps until then, and shows the host
    /// page's content unless a letter replaces it.
    pub fn make_room(&self, is_letter: bool) {
        lead(&self.place);
        self.place.set_class_name("");
        self.slot.set_hidden(is_letter);
    }

    /// Finds the page of a translation among the links on the page: those of the published text, or of the view that
    /// replaced it. Finds none once the reader has `left` that letter.
    pub fn page_of(&self, left: bool) -> PageOf {
        // Pages of release 0.1.0 have their text in the shadow root. `DocumentFragment` imports a method of the same name.
        let places: [web_sys::Element; 2] = [self.host.clone().into(), self.root.clone().unchecked_into()];
        Box::new(move |lang| {
            let link = ["[part=languages]>[hreflang=\"", lang.as_str(), "\"]"].concat();
            let link = places.iter().find_map(|place| place.query_selector(&link).ok().flatten());
            let href = link.filter(|_| !left)?.get_attribute("href")?;
            let base = places[0].base_uri().ok().flatten().unwrap_or_default();
            Link::of(&href, &|href| resolve(href, &base)).is_ok().then_some(href)
        })
    }
}
