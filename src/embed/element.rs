//! One element of the page, from its mounting to its end.

use super::letter::{Arrived, Loading};
use super::{events, stylesheet};
use crate::browser::{console, nearest_language, reader_languages, resolve, share};
use crate::language::Language;
use crate::model::{Code, Failure, LanguageTag, Letter, Settings, State};
use crate::view::{Message, OnMessage, OpenLetter};
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::reactive::owner::Owner;
use leptos::task::{spawn_local, tick};
use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, Node, ShadowRoot};

/// Mounts the widget for `host` into `place`, an element in its shadow root. `slot` shows the host's own content
/// until the letter is there.
#[wasm_bindgen]
#[must_use]
pub fn mount(host: HtmlElement, root: &ShadowRoot, slot: HtmlElement, place: HtmlElement) -> Mounted {
    stylesheet::adopt(root);
    let element = Rc::new(Element {
        host,
        slot,
        place,
        settings: RefCell::default(),
        state: RefCell::default(),
        wanted: RefCell::default(),
        loading: RefCell::default(),
        shown: RefCell::default(),
        value: RefCell::new(JsValue::NULL),
        warned: RefCell::default(),
    });
    let mounted = Mounted { element };
    mounted.attributes_changed();
    mounted
}

/// A mounted element, held by the custom element's class until it is freed, which ends everything that it began.
#[wasm_bindgen]
pub struct Mounted {
    element: Rc<Element>,
}

#[wasm_bindgen]
impl Mounted {
    /// Attributes of the element have changed.
    pub fn attributes_changed(&self) {
        self.element.read_attributes();
        self.element.load();
    }

    /// The host's content in the element has changed.
    pub fn content_changed(&self) {
        if self.element.letter().is_none() {
            self.element.render();
        }
    }

    /// The `letter.json` that is shown, or `null`.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn letter(&self) -> JsValue {
        self.element.value.borrow().clone()
    }

    /// The count that is shown, or `null`.
    #[wasm_bindgen(getter)]
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "counts are whole numbers below 2^53")]
    pub fn count(&self) -> Option<f64> {
        self.element.letter()?.count().map(|count| count as f64)
    }
}

/// What the requests, the view and the class of the element share.
struct Element {
    host: HtmlElement,
    slot: HtmlElement,
    place: HtmlElement,
    settings: RefCell<Settings>,
    state: RefCell<State>,
    /// What was last asked for.
    wanted: RefCell<Option<Wanted>>,
    loading: RefCell<Option<Loading>>,
    shown: RefCell<Option<Shown>>,
    /// The `letter.json` that is shown.
    value: RefCell<JsValue>,
    /// The warnings about attributes that the console has seen.
    warned: RefCell<Vec<String>>,
}

/// A view on the page. Dropping a mount handle of Leptos takes the view off the page and leaves its owner alone:
/// effects and tasks would live on.
struct Shown {
    owner: Owner,
    copied: RwSignal<bool>,
    _handle: Box<dyn Any>,
}

impl Drop for Shown {
    fn drop(&mut self) {
        self.owner.cleanup();
    }
}

/// A letter that attributes ask for.
#[derive(Clone, PartialEq)]
struct Wanted {
    src: Option<String>,
    lang: Option<LanguageTag>,
}

impl Element {
    /// Puts the state on the page, in place of what is there.
    fn render(self: &Rc<Self>) {
        let state = match &*self.state.borrow() {
            State::Loading | State::Failed(_) if self.has_content() => State::Hosted,
            state => state.clone(),
        };
        let settings = self.settings.borrow().clone();
        let reader = Language::first_of(&reader_languages());
        let element = Rc::downgrade(self);
        let owner = Owner::new();
        let shown = owner.with(|| {
            let copied = RwSignal::new(false);
            let on = OnMessage::new(move |message| element.upgrade().is_none_or(|element| element.act(message)));
            let view = move || view! { <OpenLetter state settings reader copied=copied.into() on /> };
            Shown { owner: owner.clone(), copied, _handle: Box::new(mount_to(self.place.clone(), view)) }
        });
        self.slot.set_hidden(self.letter().is_some());
        self.shown.replace(Some(shown));
    }

    /// Reads the attributes, and warns of each value that is not understood, once.
    fn read_attributes(self: &Rc<Self>) {
        let (settings, warnings) = Settings::read(|name| self.host.get_attribute(name));
        let told = self.warned.replace(warnings.clone());
        warnings.iter().filter(|warning| !told.contains(warning)).for_each(|text| console::warn(text));
        let changed = *self.settings.borrow() != settings;
        self.settings.replace(settings);
        if changed || self.shown.borrow().is_none() {
            self.render();
        }
    }

    fn has_content(&self) -> bool {
        let nodes = self.host.child_nodes();
        let fills = |node: Node| {
            let filled = node.text_content().is_some_and(|text| !text.trim().is_empty());
            node.node_type() == Node::ELEMENT_NODE || (node.node_type() == Node::TEXT_NODE && filled)
        };
        (0..nodes.length()).filter_map(|index| nodes.get(index)).any(fills)
    }

    /// Fetches the letter that the attributes ask for, unless that is what was last asked for.
    fn load(self: &Rc<Self>) {
        let settings = self.settings.borrow().clone();
        let wanted = Wanted { src: settings.src, lang: settings.lang.or_else(|| nearest_language(&self.host)) };
        if self.wanted.borrow().as_ref() != Some(&wanted) {
            self.wanted.replace(Some(wanted));
            self.fetch(false);
        }
    }

    fn fetch(self: &Rc<Self>, fresh: bool) {
        let Some(Wanted { src, lang }) = self.wanted.borrow().clone() else { return };
        let Some(src) = src else {
            self.loading.take();
            let message = "the element has no src: give the URL of a letter.json".into();
            return self.fail(Failure { code: Code::NoSrc, message, url: String::new(), page: None });
        };
        let base = self.host.base_uri().ok().flatten().unwrap_or_default();
        self.fetch_from(resolve(&src, &base).unwrap_or(src), lang, fresh);
    }

    fn fetch_from(self: &Rc<Self>, url: String, lang: Option<LanguageTag>, fresh: bool) {
        let element = Rc::downgrade(self);
        let loading = Loading::start(url, lang, fresh, move |result| {
            let Some(element) = element.upgrade() else { return };
            match result {
                Ok(arrived) => element.show(arrived),
                Err(failure) => element.fail(failure),
            }
        });
        self.loading.replace(Some(loading));
    }

    fn show(self: &Rc<Self>, Arrived { letter, value, warnings }: Arrived) {
        for warning in warnings {
            console::warn(&["open-letter: ", &warning].concat());
        }
        self.value.replace(value);
        self.state.replace(State::Shown(Arc::new(letter)));
        self.render();
        self.after_rendering(|host| events::ready(host));
    }

    fn fail(self: &Rc<Self>, failure: Failure) {
        let place = if failure.url.is_empty() { String::new() } else { format!(" ({})", failure.url) };
        console::warn(&format!("open-letter: {}: {failure}{place}", failure.code.as_str()));
        self.value.replace(JsValue::NULL);
        self.state.replace(State::Failed(failure.clone()));
        self.render();
        self.after_rendering(move |host| events::error(host, &failure));
    }

    /// Tells the host page once the view shows what there is to tell; not at all, if the element ends before.
    fn after_rendering(self: &Rc<Self>, tell: impl FnOnce(&HtmlElement) + 'static) {
        let element = Rc::downgrade(self);
        spawn_local(async move {
            tick().await;
            if let Some(element) = element.upgrade() {
                tell(&element.host);
            }
        });
    }

    fn letter(&self) -> Option<Arc<Letter>> {
        match &*self.state.borrow() {
            State::Shown(letter) => Some(letter.clone()),
            _ => None,
        }
    }

    fn act(self: &Rc<Self>, message: Message) -> bool {
        match message {
            Message::TryAgain => self.try_again(),
            Message::Sign(url) => return events::sign(&self.host, &url),
            Message::Translate(url) => self.fetch_from(url, None, false),
            Message::Share => self.share(),
        }
        true
    }

    /// Fetches once more. The button that asked for it goes with the notice, but not while it is being clicked.
    fn try_again(self: &Rc<Self>) {
        self.fetch(true);
        let element = self.clone();
        spawn_local(async move {
            element.state.replace(State::Loading);
            element.render();
        });
    }

    fn share(&self) {
        let (Some(letter), Some(copied)) = (self.letter(), self.shown.borrow().as_ref().map(|shown| shown.copied))
        else {
            return;
        };
        let page = self.host.base_uri().ok().flatten().unwrap_or_default();
        let url = letter.url.as_ref().map_or(page, |url| url.as_str().to_string());
        spawn_local(async move {
            let _ = copied.try_set(share(letter.title.clone(), url).await);
        });
    }
}
