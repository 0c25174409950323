//! The reader's actions.

use super::Element;
use crate::embed::later::share::begin_sharing;
use crate::view::Message;
use leptos::task::spawn_local;
use std::rc::Rc;

impl Element {
    /// Does what the reader asks for. True if the link or button may also do its default action.
    pub(super) fn act(self: &Rc<Self>, message: Message) -> bool {
        match message {
            Message::TryAgain => self.try_again(),
            Message::Translate(url) => self.translate(&url),
            Message::Share => self.share(),
        }
        true
    }

    fn translate(self: &Rc<Self>, url: &str) {
        let letter = self.display.letter();
        let mut translations = letter.iter().flat_map(|letter| &letter.translations);
        let lang = translations.find(|translation| translation.src.as_str() == url).map(|found| found.lang.as_str());
        self.load_translation(url, lang);
    }

    /// Loads the letter again. The notice goes, with the button that was clicked, but only after the click.
    fn try_again(self: &Rc<Self>) {
        self.load(true);
        let element = self.clone();
        spawn_local(async move {
            element.display.set_loading();
            element.render();
        });
    }

    fn share(&self) {
        let Some(letter) = self.display.letter() else { return };
        let changing = self.display.changing();
        let url = letter.url.as_ref().map_or_else(|| self.host.url(), |url| url.as_str().to_string());
        // Screen readers speak only changes: this makes the second time a change too.
        changing.change(|now| {
            now.copied = false;
            now.address = String::new();
        });
        let root = self.host.root().clone();
        spawn_local(async move {
            let sharing = begin_sharing(letter.title.clone(), url.clone(), changing.clone(), root);
            if sharing.await.is_err() {
                changing.change(|now| now.address = url);
            }
        });
    }
}
