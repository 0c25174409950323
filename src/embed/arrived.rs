//! A letter that has loaded.

use crate::browser::{console, resolve};
use crate::fetch::{Document, Limits};
use crate::model::{Code, Failure, Letter, Node, Reader, Reading, Unreadable, VERSION, limits};
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen::JsValue;

/// The largest letter, and the time for it on a slow line.
pub(super) const LIMITS: Limits = Limits { time_ms: 20_000, size: limits::LETTER_BYTES };

/// A letter that has loaded.
pub(super) struct Arrived {
    /// The URL that was requested.
    pub url: String,
    /// The final URL, after all redirects: the base of the letter's relative URLs.
    pub base: String,
    /// The letter, with its links resolved.
    pub letter: Arc<Letter>,
    /// Its `letter.json`, as the browser read it.
    pub value: JsValue,
}

/// The letter, or why it failed to load.
pub(super) type Outcome = Result<Rc<Arrived>, Failure>;

/// Reads the letter, and warns of each part that can't be read.
pub(super) fn arrive(document: Document, url: &str) -> Result<Arrived, Failure> {
    let Document { json, value, base } = document;
    let resolve = |reference: &str| resolve(reference, &base);
    let (code, message) = match Letter::read(&json, &resolve) {
        Ok(Reading { letter, problems }) => {
            for problem in problems {
                console::warn(&["open-letter: ", &problem.to_string()].concat());
            }
            return Ok(Arrived { url: url.into(), base, letter: Arc::new(letter), value });
        }
        Err(Unreadable::Version(version)) => {
            (Code::Version, format!("the letter is of version {version}, and this release reads version {VERSION}"))
        }
        Err(Unreadable::NotALetter(problems)) => {
            (Code::NotALetter, problems.first().map(ToString::to_string).unwrap_or_default())
        }
    };
    let page = Reader::new(&resolve).link(&Node::root(&json), "url");
    Err(Failure { page, ..Failure::new(code, message, url) })
}
