//! The form's place on the page, and what is typed there.

use super::SignFormOf;
use crate::model::{Field, SignForm};
use crate::view::{Typed, View};
use gloo_events::{EventListener, EventListenerOptions};
use js_sys::Reflect;
use leptos::mount::mount_to;
use leptos::reactive::owner::Owner;
use leptos::task::{spawn_local, tick};
use std::any::Any;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, KeyboardEvent, ShadowRoot, window};

/// `style/widget/form.css`, minified by the build script.
const CSS: &str = include_str!(concat!(env!("OUT_DIR"), "/form.css"));

#[wasm_bindgen(module = "/src/embed/loader/glue/form.js")]
extern "C" {
    #[wasm_bindgen(js_name = formStyle, catch)]
    fn style(root: &ShadowRoot, css: &str) -> Result<(), JsValue>;
}

/// The form on the page. Dropping it removes it.
pub(super) struct Page {
    holder: HtmlElement,
    owner: Owner,
    root: ShadowRoot,
    _view: Box<dyn Any>,
    _changed: EventListener,
}

impl Page {
    /// Shows the view below the first link to sign, and calls `changed` when an answer was changed. `None` if there is no
    /// link.
    pub fn show(
        root: &ShadowRoot,
        view: impl FnOnce() -> View + 'static,
        changed: impl Fn() + 'static,
    ) -> Option<Page> {
        let state = link(root)?.parent_element()?;
        let _ = style(root, CSS);
        let holder: HtmlElement = window()?.document()?.create_element("div").ok()?.unchecked_into();
        holder.set_class_name("form-place");
        state.parent_element()?.insert_before(&holder, state.next_sibling().as_ref()).ok()?;
        let owner = Owner::new();
        let view: Box<dyn Any> = Box::new(owner.with(|| mount_to(holder.clone(), view)));
        let listener = EventListener::new(&holder, "change", move |_| changed());
        Some(Page { holder, owner, root: root.clone(), _view: view, _changed: listener })
    }

    /// What is typed, and which boxes are ticked.
    pub fn typed(&self, form: &SignForm) -> Typed {
        let answer = |field: Field| {
            let only_checked = if field.is_box() || field == Field::Kind { ":checked" } else { "" };
            let value = self.value(&["[name=", field.as_str(), "]", only_checked].concat())?;
            Some((field, value))
        };
        form.ask.iter().filter_map(|ask| answer(ask.field)).collect()
    }

    /// What is typed as the code.
    pub fn code(&self) -> String {
        self.value("#sign-code").unwrap_or_default()
    }

    fn value(&self, selector: &str) -> Option<String> {
        member(self.find(selector)?.as_ref(), "value")?.as_string()
    }

    /// Writes an answer into its field.
    pub fn write(&self, field: Field, value: &str) {
        if let Some(input) = self.find(&["[name=", field.as_str(), "]"].concat()) {
            let _ = Reflect::set(&input, &"value".into(), &value.into());
        }
    }

    /// The field that has the focus, as a selector.
    pub fn focused(&self) -> Option<String> {
        let active: Element = member(&self.root, "activeElement")?.dyn_into().ok()?;
        let name = active.get_attribute("name").filter(|_| self.holder.contains(Some(&active)))?;
        Some(["[name=", &name, "]"].concat())
    }

    /// Moves the focus once the view shows the last change.
    pub fn focus(&self, selector: String) {
        let holder = self.holder.clone();
        spawn_local(async move {
            tick().await;
            if let Some(element) = find(&holder, &selector) {
                let _ = element.unchecked_into::<HtmlElement>().focus();
            }
        });
    }

    /// Shares the letter, as its own button does.
    pub fn share(&self) {
        let root: &Element = self.root.unchecked_ref();
        if let Some(button) = find(root, "[part~=share] button") {
            button.unchecked_into::<HtmlElement>().click();
        }
    }

    fn find(&self, selector: &str) -> Option<Element> {
        find(&self.holder, selector)
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        self.owner.cleanup();
        self.holder.remove();
    }
}

fn find(within: &Element, selector: &str) -> Option<Element> {
    within.query_selector(selector).ok().flatten()
}

/// The first link to sign.
fn link(root: &ShadowRoot) -> Option<Element> {
    // `DocumentFragment` imports a method of the same name.
    find(root.unchecked_ref(), "[part~=sign]")
}

/// Moves the focus to the first link to sign.
pub(super) fn focus_link(root: &ShadowRoot) {
    if let Some(link) = link(root) {
        let _ = link.unchecked_into::<HtmlElement>().focus();
    }
}

/// Makes Space click a link to sign, as it clicks buttons.
pub(super) fn space_clicks(root: &ShadowRoot) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(root, "keydown", options, |event| {
        let is_space = event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == " ");
        let target = event.target().filter(|_| is_space).and_then(|target| target.dyn_into::<HtmlElement>().ok());
        if let Some(link) = target.filter(|target| target.matches("[part~=sign]").unwrap_or_default()) {
            event.prevent_default();
            link.click();
        }
    })
}

/// Tells assistive technology that the links to sign open a form, and whether it is open.
pub(super) fn mark_links(root: &ShadowRoot, is_open: bool) {
    let root: &Element = root.unchecked_ref();
    let Ok(links) = root.query_selector_all("[part~=sign]") else { return };
    for link in (0..links.length()).filter_map(|index| links.get(index)) {
        let link: Element = link.unchecked_into();
        let _ = link.set_attribute("role", "button");
        let _ = link.set_attribute("aria-expanded", if is_open { "true" } else { "false" });
    }
}

/// The address of the page that is read.
pub(super) fn address() -> String {
    let location = window().and_then(|window| member(&window, "location"));
    location.and_then(|location| member(&location, "href")?.as_string()).unwrap_or_default()
}

/// Opens the form of another element of the page that shows the text of the same letter. False if there is none.
pub(super) fn open_elsewhere(of: &SignFormOf) -> bool {
    let Some(document) = window().and_then(|window| window.document()) else { return false };
    let Ok(elements) = document.query_selector_all("open-letter") else { return false };
    let id = |letter: &JsValue| member(letter, "id").filter(JsValue::is_string);
    let own = id(&of.arrived.value);
    let sign = (0..elements.length()).filter_map(|index| elements.get(index)).find_map(|element| {
        let root = member(&element, "shadowRoot")?;
        let is_other = root.is_object() && root != JsValue::from(of.root.clone());
        let is_same = own.is_some()
            && member(&element, "letter").filter(JsValue::is_object).and_then(|letter| id(&letter)) == own;
        let root: &Element = root.unchecked_ref();
        if is_other && is_same && find(root, "[part~=body]").is_some() { find(root, "[part~=sign]") } else { None }
    });
    match sign {
        Some(link) => {
            link.unchecked_into::<HtmlElement>().click();
            true
        }
        None => false,
    }
}

fn member(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &name.into()).ok()
}
