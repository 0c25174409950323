//! Loads a letter from its address, in the wanted language.

use super::arrived::Outcome;
use super::interface_texts::Interface;
use super::shared_letters::{self, Interest};
use crate::browser::{console, pause};
use crate::model::{Code, Failure, LanguageTag, Letter};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// A letter that is loading. Dropping it aborts its requests.
#[must_use = "dropping it ends the interest"]
pub(super) struct Loading {
    /// The current request: for the letter itself, then for its translation.
    interest: Rc<RefCell<Option<Interest>>>,
}

impl Loading {
    /// Loads the letter at `url`, or its translation into the `wanted` language, if it has one. A `fresh` letter is
    /// loaded past all caches. Calls `done` once the interface's texts have also loaded or failed.
    pub fn start(
        url: Option<&str>,
        wanted: Option<LanguageTag>,
        fresh: bool,
        interface: Interface,
        done: impl FnOnce(Outcome) + 'static,
    ) -> Loading {
        let interest = Rc::new(RefCell::new(None));
        let slot = Rc::downgrade(&interest);
        let own = slot.clone();
        let finish = move |result: Outcome| {
            spawn_local(async move {
                interface.learn(result.as_ref().ok().map(|arrived| arrived.letter.lang.as_str())).await;
                // Showing the letter is a task of its own.
                pause().await;
                if own.strong_count() > 0 {
                    done(result);
                }
            });
        };
        let Some(url) = url else {
            finish(Err(no_src()));
            return Loading { interest };
        };
        let first = shared_letters::get(url, fresh, move |result| {
            let translation = result.as_ref().ok().and_then(|own| translation(&own.letter, wanted.as_ref()?));
            match (translation, slot.upgrade()) {
                (Some(url), Some(slot)) => {
                    let second = shared_letters::get(&url, fresh, move |translated| {
                        finish(translated.or_else(|failure| fall_back(result, &failure)));
                    });
                    slot.replace(Some(second));
                }
                _ => finish(result),
            }
        });
        interest.replace(Some(first));
        Loading { interest }
    }
}

impl Drop for Loading {
    fn drop(&mut self) {
        self.interest.take();
    }
}

fn no_src() -> Failure {
    Failure::new(Code::NoSrc, "the element has no src: give the URL of a letter.json".into(), "")
}

/// The URL of the letter's translation into the wanted language, unless that is the letter's own language.
fn translation(letter: &Letter, wanted: &LanguageTag) -> Option<String> {
    let index = wanted.lookup(letter.translations.iter().map(|translation| &translation.lang))?;
    let translation = letter.translations.get(index)?;
    (translation.lang != letter.lang).then(|| translation.src.as_str().to_string())
}

/// The letter in its own language, because its translation failed to load.
fn fall_back(own: Outcome, failure: &Failure) -> Outcome {
    console::warn(&format!("open-letter: the translation {} failed to load: {failure}", failure.url));
    own
}
