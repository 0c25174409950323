//! The part of the page that shows a long roll.

mod heights;
mod keyboard_focus;

use crate::browser::{Near, Steady};
use crate::roll::Place;
use crate::view::{Beyond, BeyondSignal, Listing, View, sheets, tools};
use gloo_events::EventListener;
use heights::Heights;
use leptos::mount::mount_to;
use leptos::prelude::{GetUntracked, Set};
use leptos::reactive::owner::Owner;
use std::any::Any;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, Node, ShadowRoot};

/// The section of a letter's view that shows the roll.
pub(super) struct Page {
    root: ShadowRoot,
    section: web_sys::Element,
    tools: HtmlElement,
    sheets: HtmlElement,
    beyond: BeyondSignal,
    heights: RefCell<Heights>,
    /// The last row, and the number of rows, when the reader asked for more.
    end_was: RefCell<Option<(Node, u32)>>,
    mounted: RefCell<Mounted>,
}

/// Views and their listeners, in the order of dropping.
#[derive(Default)]
struct Mounted {
    near: Option<Near>,
    listeners: Vec<EventListener>,
    views: Vec<Box<dyn Any>>,
}

impl Page {
    /// `None`, if the roll is not shown.
    pub fn of(root: ShadowRoot, more: bool) -> Option<Page> {
        let find = |selector: &str| root.query_selector(selector).ok().flatten();
        let section = find("[part~=roll]")?;
        let [tools, sheets] = [".tools", ".beyond"].map(|selector| find(selector)?.dyn_into::<HtmlElement>().ok());
        Some(Page {
            section,
            tools: tools?,
            sheets: sheets?,
            beyond: BeyondSignal::new(Beyond { more, ..Beyond::default() }),
            heights: RefCell::new(Heights::adopted_by(&root)),
            end_was: RefCell::default(),
            mounted: RefCell::default(),
            root,
        })
    }

    /// Mounts the search field, the choice between that number of orders, and the sheets.
    pub fn mount(&self, listing: &Listing, orders: usize) {
        let (beyond, texts) = (self.beyond.clone(), listing.language().clone());
        let there = self.tools.first_element_child();
        let tools = mount(self.tools.clone(), move || tools(&beyond, &texts, orders, there));
        let (beyond, listing) = (self.beyond.clone(), listing.clone());
        let sheets = mount(self.sheets.clone(), move || sheets(&beyond, &listing));
        self.mounted.borrow_mut().views = vec![tools, sheets];
    }

    /// Keeps the listeners to the views.
    pub fn listen(&self, listeners: Vec<EventListener>, near: Option<Near>) {
        let mut mounted = self.mounted.borrow_mut();
        mounted.listeners = listeners;
        mounted.near = near;
    }

    /// Removes the views and their listeners.
    pub fn end(&self) {
        self.mounted.take();
    }

    /// The search field or the choice of an order.
    pub fn tool(&self, selector: &str) -> Option<web_sys::Element> {
        self.tools.query_selector(selector).ok().flatten()
    }

    /// The menu of groups.
    pub fn groups(&self) -> Option<web_sys::Element> {
        self.section.query_selector("[part~=filters] select").ok().flatten()
    }

    /// The choice of a kind.
    pub fn filters(&self) -> Option<web_sys::Element> {
        self.section.query_selector("[part~=filters]").ok().flatten()
    }

    /// The button for more names, below the sheets.
    pub fn more(&self) -> Option<web_sys::Element> {
        self.section.query_selector("[part~=more]").ok().flatten()
    }

    /// Remembers what the reader looks at. Call this before any change: it measures, and so causes a layout.
    pub fn hold(&self) -> Steady {
        Steady::hold(&self.root)
    }

    /// Keeps the height of each empty sheet.
    pub fn set_heights(&self, places: &[Place]) {
        self.heights.borrow_mut().set(places);
    }

    /// Shows sheets, button and status. `shows` goes to the section's `data-shows`.
    pub fn show(&self, shows: &str, beyond: Beyond) {
        let _ = self.section.set_attribute("data-shows", shows);
        self.beyond.set(beyond);
    }

    /// Shows that names failed to load. The button tries again.
    pub fn show_failure(&self, status: String) {
        self.beyond.set(Beyond { status, more: true, ..self.beyond.get_untracked() });
    }

    /// The page has updated: restores the place of what the reader looks at, and moves the focus to new rows.
    pub fn is_shown(&self, steady: Steady) {
        steady.restore();
        self.observe_sheets();
        self.lead_focus();
    }

    fn observe_sheets(&self) {
        let Ok(sheets) = self.section.query_selector_all(".sheet:not(.found):not([data-seen])") else { return };
        let mounted = self.mounted.borrow();
        let Some(near) = &mounted.near else { return };
        for sheet in (0..sheets.length()).filter_map(|at| sheets.get(at)?.dyn_into::<web_sys::Element>().ok()) {
            let _ = sheet.set_attribute("data-seen", "");
            near.observe(&sheet);
        }
    }

    /// Observes the button again, as if it had just come near.
    pub fn watch_end(&self) {
        if let (Some(near), Some(more)) = (&self.mounted.borrow().near, self.more()) {
            near.observe_anew(&more);
        }
    }
}

/// Mounts a view, until the result is dropped.
fn mount(place: HtmlElement, view: impl FnOnce() -> View + 'static) -> Box<dyn Any> {
    struct Handle(Owner, #[expect(dead_code, reason = "it is held until it is dropped")] Box<dyn Any>);
    impl Drop for Handle {
        fn drop(&mut self) {
            self.0.cleanup();
        }
    }
    let owner = Owner::new();
    let handle = owner.with(|| mount_to(place, view));
    Box::new(Handle(owner, Box::new(handle)))
}
