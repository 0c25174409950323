//! Signing where one reads.

use super::Element;
use crate::embed::events;
use crate::embed::later::sign::sign_form;
use crate::embed::sign_form::{Place, SignFormOf, SignFormView, Told, has_form};
use crate::model::Code;
use leptos::task::spawn_local;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Where the letter can be signed.
#[derive(Default)]
pub(super) enum Signing {
    /// Nobody has asked yet.
    #[default]
    Unknown,
    /// The part of the module that knows is being loaded.
    Asked,
    /// In a form.
    Form(Rc<dyn SignFormView>),
    /// Behind the link, which is being followed.
    Link,
}

impl Element {
    /// The reader clicks the link to sign. True if it leads on.
    pub(super) fn sign(self: &Rc<Self>, url: &str) -> bool {
        let form = match &*self.signing.borrow() {
            Signing::Unknown => None,
            Signing::Asked => return false,
            Signing::Form(form) => Some(form.clone()),
            Signing::Link => return true,
        };
        if form.as_ref().is_some_and(|form| form.close()) || !events::sign(self.host.target(), url) {
            return false;
        }
        match (form, self.sign_form_of()) {
            (Some(form), _) => form.open(),
            (None, Some(of)) => self.open_form(of),
            (None, None) => return true,
        }
        false
    }

    /// The letter, if it has a form.
    fn sign_form_of(self: &Rc<Self>) -> Option<SignFormOf> {
        let arrived = self.display.arrived().filter(|arrived| has_form(&arrived.letter))?;
        let own = Rc::downgrade(self);
        let told = Rc::new(move |told| {
            let Some(element) = own.upgrade() else { return };
            match told {
                Told::Signed(state) => {
                    events::signed(element.host.target(), state);
                    element.report_count();
                }
                Told::Failed(failure) => element.report_failure(&failure),
            }
        });
        let (root, changing) = (self.host.root().clone(), self.display.changing());
        Some(SignFormOf { arrived, settings: self.wanted.settings(), root, changing, told })
    }

    fn open_form(self: &Rc<Self>, of: SignFormOf) {
        self.signing.replace(Signing::Asked);
        let (own, shown) = (Rc::downgrade(self), Rc::downgrade(&of.arrived));
        spawn_local(async move {
            let place = sign_form(of).await;
            let Some(element) = own.upgrade() else { return };
            element.signing.take();
            if !element.display.shows(&shown) {
                return;
            }
            match place {
                Ok(Place::Form(form)) => {
                    form.open();
                    element.signing.replace(Signing::Form(form));
                }
                Ok(Place::Other) => {}
                Ok(Place::Link) => element.follow_link(),
                Err(_) => {
                    element.part_failed(Code::Sign);
                    element.follow_link();
                }
            }
        });
    }

    /// Follows the link after all.
    fn follow_link(&self) {
        // `DocumentFragment` imports a method of the same name.
        let root: &web_sys::Element = self.host.root().unchecked_ref();
        if let Ok(Some(link)) = root.query_selector("[part~=sign]") {
            self.signing.replace(Signing::Link);
            link.unchecked_into::<HtmlElement>().click();
        }
    }

    /// A view was mounted: an open form goes there.
    pub(super) fn move_form(self: &Rc<Self>) {
        let form = match &*self.signing.borrow() {
            Signing::Asked => return,
            Signing::Form(form) => Some(form.clone()),
            _ => None,
        };
        let stays = form.is_some_and(|form| self.sign_form_of().is_some_and(|of| form.moved(of)));
        if !stays {
            self.signing.take();
        }
    }
}
