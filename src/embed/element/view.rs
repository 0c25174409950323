//! A view on the page.

use crate::model::{LanguageTag, Settings, State};
use crate::view::{Changing, Message, OnMessage, OpenLetter, PageOf};
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::reactive::owner::Owner;
use std::any::Any;
use web_sys::HtmlElement;

/// A view on the page. Dropping a mount handle of Leptos removes the view, but leaves its owner alive, with its effects
/// and tasks.
#[must_use = "dropping it takes the view off the page"]
pub(super) struct View {
    owner: Owner,
    _handle: Box<dyn Any>,
}

impl View {
    /// Mounts the view. A letter takes over the first view, if there is one.
    #[expect(clippy::too_many_arguments, reason = "they are the props of the component")]
    pub fn mount(
        place: HtmlElement,
        state: State,
        settings: Settings,
        reader: Vec<LanguageTag>,
        changing: Changing,
        page_of: PageOf,
        first_view: Option<web_sys::Element>,
        on: impl Fn(Message) -> bool + 'static,
    ) -> View {
        let owner = Owner::new();
        let handle = owner.with(|| {
            let on = OnMessage::new(on);
            mount_to(
                place,
                move || view! { <OpenLetter state settings reader changing page_of first_view=first_view on /> },
            )
        });
        View { owner, _handle: Box::new(handle) }
    }
}

impl Drop for View {
    fn drop(&mut self) {
        self.owner.cleanup();
    }
}
