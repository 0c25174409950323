//! The interface between the element and the part of the module that shows the form to sign.

use super::arrived::Arrived;
use crate::model::{Failure, Settings};
use crate::view::Changing;
use js_sys::Reflect;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::ShadowRoot;

/// The form in a `letter.json`, unless only a page can send it.
pub(super) fn form_in(letter: &JsValue) -> Option<JsValue> {
    let member = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).ok();
    let form = member(&member(letter, "sign")?, "form").filter(JsValue::is_object)?;
    let by = member(&form, "by")?.as_string();
    (by.as_deref() != Some("page")).then_some(form)
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
