//! What a reader does with a long roll.

use super::order::Order;
use super::state::LongRoll;
use crate::browser::Near;
use gloo_events::EventListener;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement, KeyboardEvent};

impl LongRoll {
    /// Listens to the tools above the sheets and to the button below them.
    pub fn listen(self: &Rc<Self>, tools: &HtmlElement, sheets: &HtmlElement) -> Vec<EventListener> {
        let mut listeners = Vec::new();
        let mut listen = |element: Option<Element>, event: &'static str, act: fn(&Rc<LongRoll>, &web_sys::Event)| {
            let Some(element) = element else { return };
            let own = Rc::downgrade(self);
            listeners.push(EventListener::new(&element, event, move |event| {
                if let Some(roll) = own.upgrade() {
                    act(&roll, event);
                }
            }));
        };
        let within = |element: &HtmlElement, selector| element.query_selector(selector).ok().flatten();
        listen(within(tools, "input"), "input", |roll, event| {
            let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            roll.find(&input.map(|input| input.value()).unwrap_or_default());
        });
        listen(within(tools, "input"), "focus", |roll, _| roll.prepare_search());
        listen(within(tools, "input"), "keydown", |roll, event| {
            let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            let escape = event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape");
            if let Some(input) = input.filter(|_| escape) {
                input.set_value("");
                roll.find("");
            }
        });
        listen(within(tools, "select"), "change", |roll, event| {
            let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
            roll.order(match select.map(|select| select.selected_index()) {
                Some(1) => Order::Newest,
                Some(2) => Order::Alphabet,
                _ => Order::Signed,
            });
        });
        listen(within(sheets, "[part~=more]"), "click", |roll, _| roll.show_more());
        listen(self.section.query_selector("[part~=filters]").ok().flatten(), "click", |roll, _| {
            roll.then(LongRoll::kind_chosen);
        });
        listeners
    }

    /// Reads on as the reader comes near the end, and empties what is far. Where the browser can't tell, there is the
    /// button.
    pub fn watch_near(self: &Rc<Self>, sheets: &HtmlElement) -> Option<Near> {
        let own = Rc::downgrade(self);
        let near = Near::watch(move |element, near, height| {
            let Some(roll) = own.upgrade() else { return };
            // Of a sheet that is gone there is only this to tell.
            if !element.is_connected() {
                return;
            }
            match element.get_attribute("data-number").and_then(|number| number.parse().ok()) {
                Some(number) => roll.sheet_moved(number, near, height),
                None if near && roll.finding.borrow().is_none() && !roll.waits.get() && !roll.is_passed() => {
                    roll.read_on();
                }
                None => {}
            }
        })?;
        near.observe(&sheets.query_selector("[part~=more]").ok().flatten()?);
        Some(near)
    }

    fn show_more(self: &Rc<Self>) {
        self.note_end();
        let finding = self.finding.borrow().is_some();
        self.waits.set(false);
        self.rests_until.take();
        if finding { self.find_more() } else { self.read_on() }
    }
}
