//! One element of the page, from its mounting to its end.

use super::count_told::Told;
use super::events;
use super::interface_texts::Interface;
use super::later::long_roll::Rest;
use super::later::updates::Follow;
use super::letter_request::{Arrived, Loading};
use super::view_handle::Shown;
use crate::browser::{console, nearest_language, reader_languages, resolve};
use crate::model::{Failure, LanguageTag, Letter, Settings, State};
use crate::view::{Changing, Now, PageOf};
use gloo_timers::callback::Timeout;
use js_sys::Function;
use leptos::task::{spawn_local, tick};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, Node, ShadowRoot};

/// How long a letter may be on its way before anything is said about it.
const SOON_MS: u32 = 300;

/// What the requests, the view and the class of the element share.
pub(super) struct Element {
    pub(super) host: HtmlElement,
    pub(super) root: ShadowRoot,
    slot: HtmlElement,
    place: HtmlElement,
    /// Asks the loader for the interface's texts.
    pub(super) texts: Option<Function>,
    interface: RefCell<Interface>,
    pub(super) settings: RefCell<Settings>,
    pub(super) state: RefCell<State>,
    /// What was last asked for.
    wanted: RefCell<Option<Wanted>>,
    pub(super) loading: RefCell<Option<Loading>>,
    /// The letter that is shown.
    pub(super) arrived: RefCell<Option<Rc<Arrived>>>,
    /// What keeps the letter up to date, as soon as that part of the widget is there.
    pub(super) following: RefCell<Option<Box<dyn Follow>>>,
    /// Whether it is on its way.
    pub(super) joining: Cell<bool>,
    pub(super) changing: RefCell<Changing>,
    /// Whether it has left the letter that the page was published with, if there was one.
    left: Cell<bool>,
    /// What is shown of a long roll beyond its letter. It stands in the view, and so ends before it.
    pub(super) rest: RefCell<Option<Box<dyn Rest>>>,
    pub(super) shown: RefCell<Option<Shown>>,
    /// How many views there were.
    pub(super) views: Cell<u32>,
    /// Renders for the first time, if nothing has been rendered by then.
    soon: RefCell<Option<Timeout>>,
    /// The count that the host page was last told, and where it is from.
    pub(super) told: RefCell<Told>,
    /// Who waits for the letter to be there and followed, so that its count can be asked for.
    pub(super) waiting: RefCell<Vec<Box<dyn FnOnce()>>>,
    /// The warnings about attributes that the console has seen.
    warned: RefCell<Vec<String>>,
}

/// A letter that attributes ask for.
#[derive(Clone, PartialEq)]
struct Wanted {
    src: Option<String>,
    lang: Option<LanguageTag>,
}

impl Element {
    /// An element that shows nothing yet.
    pub fn new(
        host: HtmlElement,
        root: ShadowRoot,
        slot: HtmlElement,
        place: HtmlElement,
        texts: Option<Function>,
    ) -> Element {
        Element {
            host,
            root,
            slot,
            place,
            texts,
            interface: RefCell::default(),
            settings: RefCell::default(),
            state: RefCell::default(),
            wanted: RefCell::default(),
            loading: RefCell::default(),
            arrived: RefCell::default(),
            following: RefCell::default(),
            joining: Cell::default(),
            changing: RefCell::default(),
            left: Cell::default(),
            rest: RefCell::default(),
            shown: RefCell::default(),
            views: Cell::default(),
            soon: RefCell::default(),
            told: RefCell::default(),
            waiting: RefCell::default(),
            warned: RefCell::default(),
        }
    }

    /// The `letter.json` that is shown, or `null`.
    pub fn value(&self) -> JsValue {
        self.arrived.borrow().as_ref().map_or(JsValue::NULL, |arrived| arrived.value.clone())
    }

    /// The count that is shown.
    pub fn count(&self) -> Option<u64> {
        self.arrived.borrow().as_ref()?;
        self.changing.borrow().now().live.count
    }

    /// Puts the state on the page, in place of what is there.
    pub fn render(self: &Rc<Self>) {
        let state = match &*self.state.borrow() {
            State::Loading | State::Failed(_) if self.has_content() => State::Hosted,
            state => state.clone(),
        };
        let settings = self.settings.borrow().clone();
        let reader = reader_languages();
        let changing = self.changing.borrow().clone();
        let element = Rc::downgrade(self);
        let on = move |message| element.upgrade().is_none_or(|element| element.act(message));
        self.rest.take();
        let page_of = self.page_of();
        let shown = Shown::mount(self.place.clone(), state, settings, reader, changing, page_of, on);
        self.soon.take();
        // The room that the class of the element keeps until there is something to show.
        self.place.set_class_name("");
        // Both views stand there now, so that the focus can go from one to the other.
        self.slot.set_hidden(self.letter().is_some());
        self.shown.replace(Some(shown));
        self.views.set(self.views.get() + 1);
        self.begin_rest();
    }

    /// Reads the attributes, and warns of each value that is not understood, once.
    pub fn read_attributes(self: &Rc<Self>) {
        let (settings, warnings) = Settings::read(|name| self.host.get_attribute(name));
        let told = self.warned.replace(warnings.clone());
        warnings.iter().filter(|warning| !told.contains(warning)).for_each(|text| console::warn(text));
        let before = self.settings.replace(settings);
        let alike = before.shows_alike(&self.settings.borrow());
        if before != *self.settings.borrow()
            && let Some(following) = &*self.following.borrow()
        {
            following.settings_changed(&self.settings.borrow());
        }
        if self.shown.borrow().is_none() {
            self.render_soon();
        } else if !alike {
            self.render();
        }
    }

    /// Says that the letter is on its way, if it takes its time: mostly it is there before, and a notice that comes and
    /// goes tells nobody anything.
    fn render_soon(self: &Rc<Self>) {
        let element = Rc::downgrade(self);
        let render = move || {
            let Some(interface) = element.upgrade().map(|element| element.interface.borrow().clone()) else { return };
            // Leptos's own has no executor before the first view is mounted.
            wasm_bindgen_futures::spawn_local(async move {
                interface.learn().await;
                let Some(element) = element.upgrade() else { return };
                if element.shown.borrow().is_none() {
                    element.render();
                }
            });
        };
        self.soon.replace(Some(Timeout::new(SOON_MS, render)));
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
    pub fn load(self: &Rc<Self>) {
        let settings = self.settings.borrow().clone();
        let wanted = Wanted { src: settings.src, lang: settings.lang.or_else(|| nearest_language(&self.host)) };
        if self.wanted.borrow().as_ref() != Some(&wanted) {
            self.wanted.replace(Some(wanted));
            self.fetch(false);
        }
    }

    pub(super) fn fetch(self: &Rc<Self>, fresh: bool) {
        let Some(Wanted { src, lang }) = self.wanted.borrow().clone() else { return };
        let base = self.host.base_uri().ok().flatten().unwrap_or_default();
        let url = src.map(|src| resolve(&src, &base).unwrap_or(src));
        self.fetch_from(url.as_deref(), lang, fresh, None);
    }

    /// Fetches the letter at `url`, or the translation of it that is `wanted`; if `url` is itself that of a
    /// `translation`, that is its language, and what is shown stays if it can't be had.
    pub(super) fn fetch_from(
        self: &Rc<Self>,
        url: Option<&str>,
        wanted: Option<LanguageTag>,
        fresh: bool,
        translation: Option<&str>,
    ) {
        let interface = Interface::ask(self.texts.as_ref(), &self.host, translation);
        self.interface.replace(interface.clone());
        let element = Rc::downgrade(self);
        let stays = translation.is_some();
        let loading = Loading::start(url, wanted, fresh, interface, move |result| {
            let Some(element) = element.upgrade() else { return };
            match result {
                Ok(arrived) => element.show(arrived),
                Err(failure) if stays => element.stay(&failure),
                Err(failure) => element.fail(failure),
            }
        });
        self.loading.replace(Some(loading));
    }

    fn show(self: &Rc<Self>, arrived: Rc<Arrived>) {
        self.loading.take();
        self.state.replace(State::Shown(arrived.letter.clone()));
        let mut now = Now::of(&arrived.letter);
        if self.told.borrow_mut().begin(&arrived.letter) {
            // It was published some time ago; what its translation has heard since is newer.
            now.live = self.changing.borrow().now().live;
        } else {
            self.left.set(self.arrived.borrow().is_some());
        }
        self.changing.replace(Changing::new(now));
        self.arrived.replace(Some(arrived.clone()));
        self.render();
        self.after_rendering(|element| events::ready(&element.host));
        self.tell_count();
        self.follow(arrived);
    }

    /// Knows where the languages lead in what still stands there: the text that was published with the page, or the view
    /// that took its place.
    fn page_of(&self) -> PageOf {
        let (root, left) = (self.root.clone(), self.left.get());
        Box::new(move |lang| {
            // A fragment has the method too, by an import of its own.
            let root: &web_sys::Element = root.unchecked_ref();
            let link = root.query_selector(&["[part=languages]>[hreflang=\"", lang.as_str(), "\"]"].concat());
            link.ok().flatten().filter(|_| !left)?.get_attribute("href")
        })
    }

    fn fail(self: &Rc<Self>, failure: Failure) {
        warn(&failure);
        self.loading.take();
        self.following.take();
        self.arrived.take();
        self.told.take();
        self.state.replace(State::Failed(failure.clone()));
        self.render();
        self.joining.set(false);
        self.after_rendering(move |element| events::error(&element.host, &failure));
        self.answer_waiting();
    }

    /// Leaves what is shown as it is.
    fn stay(&self, failure: &Failure) {
        warn(failure);
        self.loading.take();
        events::error(&self.host, failure);
        self.answer_waiting();
    }

    /// Tells the host page once the view shows what there is to tell; not at all, if the element ends before.
    pub(super) fn after_rendering(self: &Rc<Self>, tell: impl FnOnce(&Element) + 'static) {
        let element = Rc::downgrade(self);
        spawn_local(async move {
            tick().await;
            if let Some(element) = element.upgrade() {
                tell(&element);
            }
        });
    }

    pub fn letter(&self) -> Option<Arc<Letter>> {
        match &*self.state.borrow() {
            State::Shown(letter) => Some(letter.clone()),
            _ => None,
        }
    }
}

impl Drop for Element {
    fn drop(&mut self) {
        self.answer_waiting();
    }
}

pub(super) fn warn(failure: &Failure) {
    let place = if failure.url.is_empty() { String::new() } else { format!(" ({})", failure.url) };
    console::warn(&format!("open-letter: {}: {failure}{place}", failure.code.as_str()));
}
