//! The reader's controls of a long roll.

use super::LongRoll;
use super::choice::Order;
use crate::browser::Near;
use gloo_events::EventListener;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement, KeyboardEvent};

impl LongRoll {
    /// Listens to the controls above the sheets and to the button below them.
    pub fn listeners(self: &Rc<Self>) -> Vec<EventListener> {
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
        listen(self.page.tool("input"), "input", |roll, event| {
            let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            roll.find(&input.map(|input| input.value()).unwrap_or_default());
        });
        listen(self.page.tool("input"), "focus", |roll, _| roll.prepare_search());
        listen(self.page.tool("input"), "keydown", |roll, event| {
            let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            let escape = event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape");
            if let Some(input) = input.filter(|_| escape) {
                input.set_value("");
                roll.find("");
            }
        });
        listen(self.page.tool("select"), "change", |roll, event| {
            let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
            roll.order_chosen(order_at(select.map_or(0, |select| select.selected_index())));
        });
        listen(self.page.more(), "click", |roll, _| roll.show_more());
        listen(self.page.filters(), "click", |roll, _| roll.then(LongRoll::filter_chosen));
        listen(self.page.groups(), "change", |roll, _| roll.then(LongRoll::filter_chosen));
        listeners.extend(self.before_printing());
        listeners
    }

    /// Does what the reader has begun in the first view: an order chosen, a name typed.
    pub fn resume(self: &Rc<Self>) {
        let order = self.page.tool("select").and_then(|select| select.dyn_into::<HtmlSelectElement>().ok());
        if let Some(order) = order.map(|select| select.selected_index()).filter(|index| *index > 0) {
            self.order_chosen(order_at(order));
        }
        let name = self.page.tool("input").and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
        if let Some(name) = name.map(|input| input.value()).filter(|name| !name.is_empty()) {
            self.find(&name);
        }
    }

    /// Reads on as the reader comes near the end, and empties sheets that are far away. `None` if the browser can't
    /// observe that: then the reader uses the button.
    pub fn watch_near(self: &Rc<Self>) -> Option<Near> {
        let own = Rc::downgrade(self);
        let near = Near::watch(move |element, near, height| {
            let Some(roll) = own.upgrade() else { return };
            // A sheet that was removed is reported one last time.
            if !element.is_connected() {
                return;
            }
            match element.get_attribute("data-number").and_then(|number| number.parse().ok()) {
                Some(number) => roll.sheet_moved(number, near, height),
                None if near => roll.end_reached(),
                None => {}
            }
        })?;
        near.observe(&self.page.more()?);
        Some(near)
    }

    fn show_more(self: &Rc<Self>) {
        self.page.note_end();
        self.scroll.ask();
        if self.find.is_active() { self.find_more() } else { self.read_on() }
    }
}

/// The order at that place of the menu.
fn order_at(index: i32) -> Order {
    match index {
        1 => Order::Newest,
        2 => Order::Alphabet,
        _ => Order::Signed,
    }
}
