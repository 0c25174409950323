//! The interface between the element and the part of the module that shows the form to sign.

use super::arrived::Arrived;
use crate::model::{Failure, Letter, Settings, SignForm};
use crate::view::Changing;
use std::rc::Rc;
use web_sys::ShadowRoot;

/// Whether a letter is signed where it is read.
pub(super) fn has_form(letter: &Letter) -> bool {
    letter.sign.as_ref().and_then(|sign| sign.form.as_ref()).is_some_and(SignForm::is_for_widget)
}

/// A form on the page. Dropping it removes it.
pub(super) trait SignFormView {
    /// Opens the form.
    fn open(&self);

    /// Closes the form. False if it is not open.
    fn close(&self) -> bool;

    /// The letter's view was mounted anew, perhaps in another language. The form goes there with all that was typed.
    /// False if this is another letter.
    fn moved(&self, of: SignFormOf) -> bool;
}

/// The letter with the form, and its place.
pub(super) struct SignFormOf {
    /// The letter.
    pub arrived: Rc<Arrived>,
    /// The element's settings.
    pub settings: Settings,
    /// The shadow root that shows the letter.
    pub root: ShadowRoot,
    /// What the letter's view shows.
    pub changing: Changing,
    /// Called with what the host page may know, while the letter is shown.
    pub told: Rc<dyn Fn(Told)>,
}

/// Something that the host page may know.
pub(super) enum Told {
    /// Somebody has signed: the state of the signature.
    Signed(&'static str),
    /// The form failed.
    Failed(Failure),
}

/// Where a letter can be signed.
pub(super) enum Place {
    /// In a form, which is here.
    Form(Rc<dyn SignFormView>),
    /// In the form of another element with this letter, which is open now.
    Other,
    /// Behind the link.
    Link,
}
