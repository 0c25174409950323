//! What is shown of a long roll.

use super::state::LongRoll;
use crate::browser::Steady;
use crate::model::{Code, Failure};
use crate::roll::Place;
use crate::view::{Beyond, Sheet};
use leptos::mount::mount_to;
use leptos::prelude::{AnyView, GetUntracked, Set};
use leptos::reactive::owner::Owner;
use leptos::task::{spawn_local, tick};
use std::any::Any;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// The number of the sheet of those who were found; the others' begin at 1.
const FOUND: u32 = 0;

impl LongRoll {
    /// Puts what is known on the page.
    pub fn show(self: &Rc<Self>) {
        self.show_then(|_| {});
    }

    /// Puts what is known on the page, and goes on once it is there.
    pub fn show_then(self: &Rc<Self>, go_on: impl FnOnce(&Rc<LongRoll>) + 'static) {
        let reading = self.reading.borrow();
        let finding = self.finding.borrow();
        let sheet = |place: &Place| Sheet { number: place.number, found: false, rows: place.rows.clone() };
        let mut shown: Vec<Sheet> = reading.places().iter().map(sheet).collect();
        let mut more = self.files.is_some() && reading.has_more();
        let mut told = String::new();
        if let Some(finding) = &*finding {
            shown.push(Sheet { number: FOUND, found: true, rows: Some(finding.found.clone()) });
            more = finding.more;
            told = finding.told(&self.language);
        }
        let state = match finding.is_some() {
            true => "found",
            false if self.reads_newest_first() => "newest",
            false => "list",
        };
        // It measures, and so has the page laid out: not between the heights of what is emptied and its emptying.
        let steady = Steady::hold(&self.root);
        self.heights.borrow_mut().set(reading.places());
        drop((reading, finding));
        let _ = self.section.set_attribute("data-shows", state);
        self.beyond.set(Beyond { sheets: shown, more, told });
        self.then(move |roll| {
            steady.restore();
            roll.observe_sheets();
            roll.lead_focus();
            go_on(roll);
        });
    }

    /// Does it once the page shows what there is.
    pub fn then(self: &Rc<Self>, act: impl FnOnce(&Rc<LongRoll>) + 'static) {
        let own = Rc::downgrade(self);
        spawn_local(async move {
            tick().await;
            if let Some(roll) = own.upgrade() {
                act(&roll);
            }
        });
    }

    fn observe_sheets(&self) {
        let Ok(sheets) = self.section.query_selector_all(".sheet:not(.found):not([data-seen])") else { return };
        let shown = self.shown.borrow();
        let Some(near) = &shown.near else { return };
        for sheet in (0..sheets.length()).filter_map(|index| sheets.get(index)?.dyn_into::<Element>().ok()) {
            let _ = sheet.set_attribute("data-seen", "");
            near.observe(&sheet);
        }
    }

    /// Tells that names could not be had; the button is left to try again.
    pub fn fail(self: &Rc<Self>, failure: Failure) {
        let told = self.language.texts.names_failed.to_string();
        self.beyond.set(Beyond { told, more: true, ..self.beyond.get_untracked() });
        self.report(failure);
    }

    /// Tells the host page alone.
    pub fn report(&self, failure: Failure) {
        (self.failed)(Failure { code: Code::Roll, ..failure });
    }
}

/// Mounts a view, until what it gives back is dropped.
pub(super) fn mount(place: HtmlElement, view: impl FnOnce() -> AnyView + 'static) -> Box<dyn Any> {
    struct Mounted(Owner, #[expect(dead_code, reason = "it is held until it is dropped")] Box<dyn Any>);
    impl Drop for Mounted {
        fn drop(&mut self) {
            self.0.cleanup();
        }
    }
    let owner = Owner::new();
    let handle = owner.with(|| mount_to(place, view));
    Box::new(Mounted(owner, Box::new(handle)))
}
