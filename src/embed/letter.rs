//! From the address of a letter to the letter, in the language that is wanted.

use crate::browser::resolve;
use crate::fetch::{self, Document, Limits, Request};
use crate::model::{Code, Failure, LanguageTag, Letter, Node, Reader, Reading, Unreadable, VERSION};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// A letter of 500 signatories has 100 kB; this leaves room for fifty times that on a slow line.
const LIMITS: Limits = Limits { time_ms: 20_000, size: 5_000_000 };

/// A letter that has come in.
pub(super) struct Arrived {
    /// The letter, its links resolved.
    pub letter: Letter,
    /// Its `letter.json`, as the browser read it.
    pub value: JsValue,
    /// What of it could not be read, in words for webmasters.
    pub warnings: Vec<String>,
}

/// A letter on its way. Dropping it ends every request for it.
#[must_use = "dropping it ends the requests"]
pub(super) struct Loading {
    /// The request under way: for the letter itself, then for its translation.
    request: Rc<RefCell<Option<Request>>>,
}

impl Loading {
    /// Fetches the letter at `url`, or the translation of it that is `wanted`, if it has one; a `fresh` one past all caches.
    pub fn start(
        url: String,
        wanted: Option<LanguageTag>,
        fresh: bool,
        done: impl FnOnce(Result<Arrived, Failure>) + 'static,
    ) -> Loading {
        let request = Rc::new(RefCell::new(None));
        let slot = Rc::downgrade(&request);
        let first = fetch::get(url.clone(), LIMITS, fresh, move |result| {
            let own = result.and_then(|document| arrive(document, &url));
            let translation = own.as_ref().ok().and_then(|own| translation(&own.letter, wanted.as_ref()?));
            match (translation, slot.upgrade()) {
                (Some(url), Some(slot)) => {
                    let second = fetch::get(url.clone(), LIMITS, fresh, move |result| {
                        done(
                            result
                                .and_then(|document| arrive(document, &url))
                                .or_else(|failure| fall_back(own, &failure)),
                        );
                    });
                    slot.replace(Some(second));
                }
                _ => done(own),
            }
        });
        request.replace(Some(first));
        Loading { request }
    }
}

impl Drop for Loading {
    fn drop(&mut self) {
        self.request.take();
    }
}

/// Where the letter stands in the language that is wanted, if that is another than its own.
fn translation(letter: &Letter, wanted: &LanguageTag) -> Option<String> {
    let index = wanted.lookup(letter.translations.iter().map(|translation| &translation.lang))?;
    let translation = letter.translations.get(index)?;
    (translation.lang != letter.lang).then(|| translation.src.as_str().to_string())
}

/// The letter in its own language, where its translation can't be had.
fn fall_back(own: Result<Arrived, Failure>, failure: &Failure) -> Result<Arrived, Failure> {
    own.map(|mut own| {
        own.warnings.push(format!("the translation {} could not be had: {failure}", failure.url));
        own
    })
}

fn arrive(document: Document, url: &str) -> Result<Arrived, Failure> {
    let Document { json, value } = document;
    let resolve = |reference: &str| resolve(reference, url);
    let (code, message) = match Letter::read(&json, &resolve) {
        Ok(Reading { letter, problems }) => {
            let warnings = problems.iter().map(ToString::to_string).collect();
            return Ok(Arrived { letter, value, warnings });
        }
        Err(Unreadable::Version(version)) => {
            (Code::Version, format!("the letter is of version {version}, and this release reads version {VERSION}"))
        }
        Err(Unreadable::NotALetter(problems)) => {
            (Code::NotALetter, problems.first().map(ToString::to_string).unwrap_or_default())
        }
    };
    let page = Reader::new(&resolve).link(&Node::root(&json), "url");
    Err(Failure { code, message, url: url.to_string(), page })
}
