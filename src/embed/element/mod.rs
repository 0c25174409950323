//! One element of the page, from mounting to its end.

mod display;
mod following;
mod host_page;
mod live_changes;
mod reader_actions;
mod reported;
mod view;
mod wanted;

use super::arrived::{Arrived, Outcome};
use super::events;
use crate::browser::console;
use crate::language::keep;
use crate::model::{Failure, Settings, Signatory};
use crate::view::Own;
use display::Display;
use following::{Following, answer};
use gloo_timers::callback::Timeout;
use host_page::HostPage;
use js_sys::Function;
use leptos::task::tick;
use reported::Reported;
use std::rc::Rc;
use wanted::Wanted;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlElement, ShadowRoot};

/// Milliseconds before the element shows that the letter is loading: most letters load sooner, and a notice that comes
/// and goes helps nobody.
const NOTICE_AFTER_MS: u32 = 300;

/// The element. Its tasks hold it weakly.
pub(super) struct Element {
    host: HostPage,
    wanted: Wanted,
    following: Following,
    display: Display,
    reported: Reported,
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
            host: HostPage::new(host, root, slot, place, texts),
            wanted: Wanted::default(),
            following: Following::default(),
            display: Display::default(),
            reported: Reported::default(),
        }
    }

    /// The `letter.json` that is shown, or `null`.
    pub fn value(&self) -> JsValue {
        self.display.arrived().map_or(JsValue::NULL, |arrived| arrived.value.clone())
    }

    /// The base of the letter's relative URLs: its own address, after all redirects. Empty without a letter.
    pub fn base(&self) -> String {
        self.display.arrived().map_or(String::new(), |arrived| arrived.base.clone())
    }

    /// The reader has signed: shows what is known until the publisher has it. If the names stand in groups and go on in
    /// files, it shows only the number, because the row would divide a group.
    pub fn sign(self: &Rc<Self>, number: u64, signatory: Option<Signatory>) {
        let Some(letter) = self.display.letter() else { return };
        let signatory = signatory.filter(|_| letter.roll.is_none() || letter.groups.is_empty());
        self.display.changing().change(|now| now.sign(Own { number, signatory }));
        self.report_count();
    }

    /// The count that is shown.
    pub fn count(&self) -> Option<u64> {
        self.display.count()
    }

    /// Reads the attributes, and loads the letter that they name, unless it was the last one requested. Returns whether
    /// a letter is loading.
    pub fn attributes_changed(self: &Rc<Self>) -> bool {
        self.read_attributes();
        if self.wanted.choose_letter(&self.host) {
            self.load(false);
        }
        self.wanted.is_loading()
    }

    /// The host page has changed its content in the element, which is shown only without a letter.
    pub fn content_changed(self: &Rc<Self>) {
        if self.display.letter().is_none() {
            self.render();
        }
    }

    fn read_attributes(self: &Rc<Self>) {
        let (settings, warnings) = Settings::read(|name| self.host.attribute(name));
        self.reported.warn(warnings);
        let before = self.wanted.set_settings(settings.clone());
        if before != settings {
            self.following.settings_changed(&settings);
        }
        if !self.display.is_mounted() {
            self.render_soon();
        } else if !before.shows_alike(&settings) {
            self.render();
        }
    }

    /// Mounts a view of the content, in place of the one before.
    fn render(self: &Rc<Self>) {
        let element = Rc::downgrade(self);
        let on = move |message| element.upgrade().is_none_or(|element| element.act(message));
        self.display.mount(&self.host, self.wanted.settings(), on);
        self.show_long_roll();
    }

    /// Shows that the letter is loading, if it takes long.
    fn render_soon(self: &Rc<Self>) {
        let element = Rc::downgrade(self);
        let render = move || {
            let Some(interface) = element.upgrade().map(|element| element.wanted.interface()) else { return };
            spawn_local(async move {
                interface.learn(None).await;
                if let Some(element) = element.upgrade().filter(|element| !element.display.is_mounted()) {
                    element.render();
                }
            });
        };
        self.display.mount_after(Timeout::new(NOTICE_AFTER_MS, render));
    }

    /// Loads the letter that the attributes name; a `fresh` one past all caches.
    fn load(self: &Rc<Self>, fresh: bool) {
        self.wanted.load(&self.host, fresh, self.when_loaded(false));
    }

    /// Loads a translation. If that fails, the element keeps what it shows.
    fn load_translation(self: &Rc<Self>, url: &str, lang: Option<&str>) {
        self.wanted.load_translation(&self.host, url, lang, self.when_loaded(true));
    }

    /// Shows the result of loading. If loading failed and it `keeps_view`, the element keeps what it shows; else it
    /// shows the failure. One function serves both cases, because each type of callback adds code to the module.
    fn when_loaded(self: &Rc<Self>, keeps_view: bool) -> impl FnOnce(Outcome) + use<> {
        let element = Rc::downgrade(self);
        move |outcome| {
            let Some(element) = element.upgrade() else { return };
            match outcome {
                Ok(arrived) => element.show(arrived),
                Err(failure) if keeps_view => element.keep_view(&failure),
                Err(failure) => element.fail(failure),
            }
        }
    }

    fn show(self: &Rc<Self>, arrived: Rc<Arrived>) {
        let waiting = self.wanted.loaded();
        keep(self.host.root());
        let is_translation = self.reported.begin(&arrived.letter);
        self.display.set_letter(arrived.clone(), is_translation);
        self.render();
        self.after_rendering(|element| events::ready(element.host.target()));
        self.report_count();
        self.follow(arrived, waiting);
    }

    fn fail(self: &Rc<Self>, failure: Failure) {
        warn(&failure);
        let waiting = self.wanted.loaded();
        self.following.end();
        self.reported.end();
        self.display.set_failure(failure.clone());
        self.render();
        self.after_rendering(move |element| events::error(element.host.target(), &failure));
        answer(waiting);
    }

    fn keep_view(&self, failure: &Failure) {
        let waiting = self.wanted.loaded();
        self.report_failure(failure);
        answer(waiting);
    }

    /// Reports a failure that does not affect the letter.
    fn report_failure(&self, failure: &Failure) {
        warn(failure);
        events::error(self.host.target(), failure);
    }

    /// Reports the count if it is new to the host page.
    fn report_count(self: &Rc<Self>) {
        let Some(count) = self.count() else { return };
        let (is_new, previous) = self.reported.count(count);
        if is_new {
            self.after_rendering(move |element| events::count(element.host.target(), count, previous));
        }
    }

    /// Reports something once the view shows it; never, if the element ends before.
    fn after_rendering(self: &Rc<Self>, report: impl FnOnce(&Element) + 'static) {
        let is_mounted = self.display.is_mounted();
        let element = Rc::downgrade(self);
        spawn_local(async move {
            // Leptos has no executor before a view is mounted. The loader's may stay in its place.
            if is_mounted {
                tick().await;
            }
            if let Some(element) = element.upgrade() {
                report(&element);
            }
        });
    }
}

impl Drop for Element {
    fn drop(&mut self) {
        answer(self.wanted.loaded());
        self.following.end();
    }
}

fn warn(failure: &Failure) {
    let place = if failure.url.is_empty() { String::new() } else { format!(" ({})", failure.url) };
    console::warn(&format!("open-letter: {}: {failure}{place}", failure.code.as_str()));
}
