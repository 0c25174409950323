//! From the address of a letter to the letter, in the language that is wanted.

use super::interface_texts::Interface;
use super::shared_letters::{self, Interest};
use crate::browser::{console, resolve};
use crate::fetch::{Document, Limits};
use crate::model::{Code, Failure, LanguageTag, Letter, Node, Reader, Reading, Unreadable, VERSION};
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

/// A letter of 500 signatories has 100 kB; this leaves room for fifty times that on a slow line.
pub(super) const LIMITS: Limits = Limits { time_ms: 20_000, size: 5_000_000 };

/// A letter that has come in.
pub(super) struct Arrived {
    /// Where it came from.
    pub url: String,
    /// The letter, its links resolved.
    pub letter: Arc<Letter>,
    /// Its `letter.json`, as the browser read it.
    pub value: JsValue,
}

/// The letter, or what kept it from coming.
pub(super) type Outcome = Result<Rc<Arrived>, Failure>;

/// A letter on its way. Dropping it ends the interest in each letter on the way.
#[must_use = "dropping it ends the interest"]
pub(super) struct Loading {
    /// What is under way: the letter itself, then its translation.
    interest: Rc<RefCell<Option<Interest>>>,
}

impl Loading {
    /// Gets the letter at `url`, or the translation of it that is `wanted`, if it has one; a `fresh` one past all caches.
    /// `done` is told when the interface speaks its language, or won't.
    pub fn start(
        url: Option<&str>,
        wanted: Option<LanguageTag>,
        fresh: bool,
        interface: Interface,
        done: impl FnOnce(Outcome) + 'static,
    ) -> Loading {
        let interest = Rc::new(RefCell::new(None));
        let slot = Rc::downgrade(&interest);
        let told = slot.clone();
        let tell = move |result| {
            spawn_local(async move {
                interface.learn().await;
                if told.strong_count() > 0 {
                    done(result);
                }
            });
        };
        let Some(url) = url else {
            tell(Err(nothing()));
            return Loading { interest };
        };
        let first = shared_letters::get(url, fresh, move |result| {
            let translation = result.as_ref().ok().and_then(|own| translation(&own.letter, wanted.as_ref()?));
            match (translation, slot.upgrade()) {
                (Some(url), Some(slot)) => {
                    let second = shared_letters::get(&url, fresh, move |translated| {
                        tell(translated.or_else(|failure| fall_back(result, &failure)));
                    });
                    slot.replace(Some(second));
                }
                _ => tell(result),
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

fn nothing() -> Failure {
    let message = "the element has no src: give the URL of a letter.json".into();
    Failure { code: Code::NoSrc, message, url: String::new(), page: None, status: None, retry_after: None }
}

/// Where the letter stands in the language that is wanted, if that is another than its own.
fn translation(letter: &Letter, wanted: &LanguageTag) -> Option<String> {
    let index = wanted.lookup(letter.translations.iter().map(|translation| &translation.lang))?;
    let translation = letter.translations.get(index)?;
    (translation.lang != letter.lang).then(|| translation.src.as_str().to_string())
}

/// The letter in its own language, where its translation can't be had.
fn fall_back(own: Outcome, failure: &Failure) -> Outcome {
    console::warn(&format!("open-letter: the translation {} could not be had: {failure}", failure.url));
    own
}

/// Reads the letter, and warns of what of it could not be read.
pub(super) fn arrive(document: Document, url: &str) -> Result<Arrived, Failure> {
    let Document { json, value } = document;
    let resolve = |reference: &str| resolve(reference, url);
    let (code, message) = match Letter::read(&json, &resolve) {
        Ok(Reading { letter, problems }) => {
            for problem in problems {
                console::warn(&["open-letter: ", &problem.to_string()].concat());
            }
            return Ok(Arrived { url: url.into(), letter: Arc::new(letter), value });
        }
        Err(Unreadable::Version(version)) => {
            (Code::Version, format!("the letter is of version {version}, and this release reads version {VERSION}"))
        }
        Err(Unreadable::NotALetter(problems)) => {
            (Code::NotALetter, problems.first().map(ToString::to_string).unwrap_or_default())
        }
    };
    let page = Reader::new(&resolve).link(&Node::root(&json), "url");
    Err(Failure { code, message, url: url.to_string(), page, status: None, retry_after: None })
}
