//! What the attributes and the reader request.

use super::host_page::HostPage;
use crate::embed::arrived::Outcome;
use crate::embed::interface_texts::Interface;
use crate::embed::letter_request::Loading;
use crate::embed::updates::Done;
use crate::model::{LanguageTag, Settings};
use std::cell::RefCell;

/// The settings, and the letter that is loading.
#[derive(Default)]
pub(super) struct Wanted {
    settings: RefCell<Settings>,
    /// The letter last named in the attributes.
    letter: RefCell<Option<WantedLetter>>,
    interface: RefCell<Interface>,
    loading: RefCell<Option<Loading>>,
    /// Requests to update the count, waiting for the letter.
    waiting: RefCell<Vec<Done>>,
}

#[derive(Clone, PartialEq)]
struct WantedLetter {
    src: Option<String>,
    lang: Option<LanguageTag>,
}

impl Wanted {
    /// The settings.
    pub fn settings(&self) -> Settings {
        self.settings.borrow().clone()
    }

    /// Sets the settings, and returns the ones before.
    pub fn set_settings(&self, settings: Settings) -> Settings {
        self.settings.replace(settings)
    }

    /// The interface's texts last requested.
    pub fn interface(&self) -> Interface {
        self.interface.borrow().clone()
    }

    /// Takes the letter from the settings. False if it was the last one requested.
    pub fn choose_letter(&self, host: &HostPage) -> bool {
        let settings = self.settings();
        let letter = WantedLetter { src: settings.src, lang: settings.lang.or_else(|| host.language()) };
        let is_new = self.letter.borrow().as_ref() != Some(&letter);
        if is_new {
            self.letter.replace(Some(letter));
        }
        is_new
    }

    /// Loads the letter named in the attributes; a `fresh` one past all caches.
    pub fn load(&self, host: &HostPage, fresh: bool, done: impl FnOnce(Outcome) + 'static) {
        let Some(WantedLetter { src, lang }) = self.letter.borrow().clone() else { return };
        let url = src.map(|src| host.resolve(src));
        self.start(url.as_deref(), lang, fresh, host.interface(None), done);
    }

    /// Loads the translation into `lang` at `url`.
    pub fn load_translation(
        &self,
        host: &HostPage,
        url: &str,
        lang: Option<&str>,
        done: impl FnOnce(Outcome) + 'static,
    ) {
        self.start(Some(url), None, false, host.interface(lang), done);
    }

    fn start(
        &self,
        url: Option<&str>,
        lang: Option<LanguageTag>,
        fresh: bool,
        interface: Interface,
        done: impl FnOnce(Outcome) + 'static,
    ) {
        self.interface.replace(interface.clone());
        let loading = Loading::start(url, lang, fresh, interface, done);
        self.loading.replace(Some(loading));
    }

    /// Whether a letter is loading.
    pub fn is_loading(&self) -> bool {
        self.loading.borrow().is_some()
    }

    /// Keeps a request to update the count until the letter loads. Returns it if no letter is loading.
    pub fn wait(&self, done: Done) -> Option<Done> {
        if !self.is_loading() {
            return Some(done);
        }
        self.waiting.borrow_mut().push(done);
        None
    }

    /// Ends the loading, and returns the requests that waited for it.
    pub fn loaded(&self) -> Vec<Done> {
        self.loading.take();
        self.waiting.take()
    }
}
