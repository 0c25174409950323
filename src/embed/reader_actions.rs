//! What a reader does.

use super::element::Element;
use super::events;
use crate::browser::share;
use crate::model::State;
use crate::view::Message;
use leptos::task::spawn_local;
use std::rc::Rc;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// Shares the title and the URL, and tells `done` whether the link was copied instead. Nobody shares what they have not
/// seen, so this is in the later part.
///
/// # Errors
/// If that part can't be had.
#[wasm_split(later, fallible)]
#[allow(clippy::unnecessary_wraps, reason = "the error is that of the fetching, which the macro adds")]
fn begin_sharing(title: String, url: String, done: Box<dyn FnOnce(bool)>) -> Result<(), SplitLoaderError> {
    spawn_local(async move { done(share(title, url).await) });
    Ok(())
}

impl Element {
    /// Does what the reader asks for; the answer says whether the link or button still does what it does by itself.
    pub(super) fn act(self: &Rc<Self>, message: Message) -> bool {
        match message {
            Message::TryAgain => self.try_again(),
            Message::Sign(url) => return events::sign(&self.host, &url),
            Message::Translate(url) => self.translate(&url),
            Message::Share => self.share(),
        }
        true
    }

    fn translate(self: &Rc<Self>, url: &str) {
        let letter = self.letter();
        let mut translations = letter.iter().flat_map(|letter| &letter.translations);
        let lang = translations.find(|translation| translation.src.as_str() == url).map(|found| found.lang.as_str());
        self.fetch_from(Some(url), None, false, lang);
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
        let Some(letter) = self.letter() else { return };
        let changing = self.changing.borrow().clone();
        let page = self.host.base_uri().ok().flatten().unwrap_or_default();
        let url = letter.url.as_ref().map_or(page, |url| url.as_str().to_string());
        // Said anew each time: what stays the same is not spoken.
        changing.change(|now| now.copied = false);
        let done = Box::new(move |copied| changing.change(|now| now.copied = copied));
        spawn_local(async move { drop(begin_sharing(letter.title.clone(), url, done).await) });
    }
}
