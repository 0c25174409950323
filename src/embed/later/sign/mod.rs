//! The form to sign, where the reader is.

mod course;
mod own;
mod page;
mod receiver;
mod texts;

use crate::browser::{Moment, console, resolve};
use crate::embed::sign_form::{Place, SignFormOf, SignFormView, form_in};
use crate::fetch::tree_of;
use crate::language::SignTexts;
use crate::model::{Part, SignForm};
use crate::signing::{Course, is_refused};
use crate::view::{CourseSignal, Typed};
use gloo_events::EventListener;
use page::Page;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// Finds where the letter can be signed. If that is in a form, the form is closed yet.
///
/// # Errors
/// If this part of the widget can't be loaded.
#[wasm_split(sign, fallible)]
#[allow(clippy::unnecessary_wraps, reason = "the error is that of the loading, which the macro adds")]
pub(in crate::embed) fn sign_form(of: SignFormOf) -> Result<Place, SplitLoaderError> {
    // A badge or a banner has no room for a form.
    if !of.settings.show.has(Part::Body) && page::open_elsewhere(&of) {
        return Ok(Place::Other);
    }
    Ok(match form_of(&of) {
        Some(form) => Place::Form(Rc::new(Handle(Session::new(of, form)))),
        None => Place::Link,
    })
}

/// The form of the letter, if it may be sent from this page.
fn form_of(of: &SignFormOf) -> Option<Rc<SignForm>> {
    let json = tree_of(&form_in(&of.arrived.value)?)?;
    let resolve = |reference: &str| resolve(reference, &of.arrived.base);
    let (form, problems) = SignForm::of(&json, &resolve);
    for problem in problems {
        console::warn(&["open-letter: ", &problem.to_string()].concat());
    }
    let is_allowed = |form: &SignForm| !is_refused(&page::address(), &of.arrived.base, form.action.as_str());
    form.filter(is_allowed).map(Rc::new)
}

/// The only strong reference to the session, but for requests: what is sent is sent.
struct Handle(Rc<Session>);

impl SignFormView for Handle {
    fn open(&self) {
        self.0.open();
    }

    fn close(&self) -> bool {
        self.0.close()
    }

    fn moved(&self, of: SignFormOf) -> bool {
        self.0.moved(of)
    }
}

/// A form on the page, from its opening to its end.
struct Session {
    now: RefCell<Now>,
    course: CourseSignal,
    texts: Cell<Option<&'static SignTexts>>,
    /// What was typed, when the form was last read.
    typed: RefCell<Typed>,
    page: RefCell<Option<Page>>,
    /// The collector's token, and when it came.
    token: RefCell<Option<(String, Moment)>>,
    /// What was last sent, and the key that makes a repetition of it the same signature.
    last: RefCell<Option<(String, String)>>,
    /// The last e-mail address that was sent, or asked about.
    doubted: RefCell<Option<String>>,
    /// Counts how often the form was shown, so that texts that come late don't show it again.
    turn: Cell<u32>,
    _space: EventListener,
}

/// The letter that the form is shown with.
struct Now {
    of: SignFormOf,
    form: Rc<SignForm>,
}

impl Session {
    fn new(of: SignFormOf, form: Rc<SignForm>) -> Rc<Session> {
        page::mark_links(&of.root, false);
        let space = page::space_clicks(&of.root);
        Rc::new(Session {
            _space: space,
            now: RefCell::new(Now { of, form }),
            course: CourseSignal::new(Course::default()),
            texts: Cell::default(),
            typed: RefCell::default(),
            page: RefCell::default(),
            token: RefCell::default(),
            last: RefCell::default(),
            doubted: RefCell::default(),
            turn: Cell::default(),
        })
    }
}
