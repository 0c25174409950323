//! A long roll on the page: what a reader does with it, and what is shown.

use super::Room;
use super::files::Files;
use super::finding::Finding;
use super::heights::Heights;
use super::reading::{Order, Reading};
use crate::browser::{Near, Steady, Task};
use crate::language::Language;
use crate::model::{Code, Failure};
use crate::view::{Beyond, BeyondSignal, Changing, Sheet, sheets, tools};
use gloo_events::EventListener;
use leptos::mount::mount_to;
use leptos::prelude::{AnyView, GetUntracked, Set};
use leptos::reactive::owner::Owner;
use leptos::task::{spawn_local, tick};
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement, KeyboardEvent, Node, ShadowRoot};

/// What is on the page and what listens to it, in the order in which they end.
#[derive(Default)]
pub(super) struct Shown {
    pub(super) near: Option<Near>,
    _listeners: Vec<EventListener>,
    _views: Vec<Box<dyn Any>>,
}

/// Its tasks and listeners know it only weakly.
pub(super) struct LongRoll {
    pub(super) root: ShadowRoot,
    pub(super) section: Element,
    pub(super) beyond: BeyondSignal,
    pub(super) language: Language,
    pub(super) changing: Changing,
    /// `None` where the whole roll is at hand.
    pub(super) files: Option<Files>,
    pub(super) failed: Box<dyn Fn(Failure)>,
    /// How many rows the letter brings.
    pub(super) first: u64,
    pub(super) reading: RefCell<Reading>,
    pub(super) finding: RefCell<Option<Finding>>,
    pub(super) heights: RefCell<Heights>,
    pub(super) sheets: Cell<u32>,
    pub(super) reading_on: RefCell<Option<Task>>,
    pub(super) searching: RefCell<Option<Task>>,
    pub(super) filling: RefCell<Option<Task>>,
    /// The new index of the roll, on its way.
    pub(super) renewing: RefCell<Option<Task>>,
    pub(super) preparing: RefCell<Option<Task>>,
    pub(super) shown: RefCell<Shown>,
    /// The last row when the reader asked for more, and how many there were.
    pub(super) end_was: RefCell<Option<(Node, u32)>>,
}

impl LongRoll {
    /// `None`, if the roll is not shown.
    pub fn start(room: Room) -> Option<Rc<LongRoll>> {
        let Room { root, arrived, changing, failed } = room;
        let find = |selector: &str| root.query_selector(selector).ok().flatten();
        let section = find("[part~=roll]")?;
        let [for_tools, for_sheets] =
            [".tools", ".beyond"].map(|selector| find(selector)?.dyn_into::<HtmlElement>().ok());
        let (for_tools, for_sheets) = (for_tools?, for_sheets?);
        let language = Language::new(&arrived.letter.lang);
        let files = Files::of(&arrived);
        let first = arrived.letter.signatories.len() as u64;
        let roll = Rc::new(LongRoll {
            root: root.clone(),
            section,
            beyond: BeyondSignal::new(Beyond { more: files.is_some(), ..Beyond::default() }),
            changing,
            failed,
            first,
            reading: RefCell::new(Reading::new(Order::Signed, Vec::new(), first, None)),
            finding: RefCell::default(),
            heights: RefCell::new(Heights::adopted_by(&root)),
            sheets: Cell::new(0),
            reading_on: RefCell::default(),
            searching: RefCell::default(),
            filling: RefCell::default(),
            renewing: RefCell::default(),
            preparing: RefCell::default(),
            shown: RefCell::default(),
            end_was: RefCell::default(),
            // By the alphabet only where all names are at hand.
            language: language.clone(),
            files,
        });
        let orders = if roll.files.is_some() { 2 } else { 3 };
        let (beyond, told_in) = (roll.beyond.clone(), language.clone());
        let views = vec![
            mount(for_tools.clone(), move || tools(&beyond, &told_in, orders)),
            mount(for_sheets.clone(), {
                let beyond = roll.beyond.clone();
                move || sheets(&beyond, &language)
            }),
        ];
        let listeners = roll.listen(&for_tools, &for_sheets);
        let near = roll.watch_near(&for_sheets);
        roll.shown.replace(Shown { near, _listeners: listeners, _views: views });
        Some(roll)
    }

    /// Takes it off the page, and ends what is under way.
    pub fn end(&self) {
        for task in [&self.reading_on, &self.searching, &self.filling, &self.renewing, &self.preparing] {
            task.take();
        }
        self.shown.take();
    }

    fn listen(self: &Rc<Self>, tools: &HtmlElement, sheets: &HtmlElement) -> Vec<EventListener> {
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
        listeners
    }

    /// Reads on as the reader comes near the end, and empties what is far. Where the browser can't tell, there is the
    /// button.
    fn watch_near(self: &Rc<Self>, sheets: &HtmlElement) -> Option<Near> {
        let own = Rc::downgrade(self);
        let near = Near::watch(move |element, near, height| {
            let Some(roll) = own.upgrade() else { return };
            // A sheet that was filled or emptied is another element; of the one before it there is only this to tell.
            if !element.is_connected() {
                return;
            }
            match element.get_attribute("data-number").and_then(|number| number.parse().ok()) {
                Some(number) => roll.sheet_moved(number, near, height),
                None if near && roll.finding.borrow().is_none() && !roll.is_passed() => roll.read_on(),
                None => {}
            }
        })?;
        near.observe(&sheets.query_selector("[part~=more]").ok().flatten()?);
        Some(near)
    }

    fn show_more(self: &Rc<Self>) {
        self.note_end();
        let finding = self.finding.borrow().is_some();
        if finding { self.find_more() } else { self.read_on() }
    }

    pub fn next_number(&self) -> u32 {
        self.sheets.set(self.sheets.get() + 1);
        self.sheets.get()
    }

    /// Puts what is known on the page.
    pub fn show(self: &Rc<Self>) {
        let reading = self.reading.borrow();
        let finding = self.finding.borrow();
        let mut shown: Vec<Sheet> = reading.places.iter().map(|place| place.sheet.clone()).collect();
        let mut more = reading.has_rows_at_hand() || (self.files.is_some() && !reading.ended);
        let mut told = String::new();
        if let Some(finding) = &*finding {
            shown.extend(finding.sheets.iter().cloned());
            more = finding.more;
            told = finding.told(&self.language);
        }
        let is_other = reading.order != Order::Signed;
        let state = if finding.is_some() {
            "found"
        } else if is_other {
            "ordered"
        } else {
            "signed"
        };
        // It measures, and so has the page laid out: not between the heights of what is emptied and its emptying.
        let steady = Steady::hold(&self.root);
        self.heights.borrow_mut().set(&reading.places);
        drop((reading, finding));
        let _ = self.section.set_attribute("data-shows", state);
        self.beyond.set(Beyond { sheets: shown, more, told });
        let own = Rc::downgrade(self);
        spawn_local(async move {
            tick().await;
            if let Some(roll) = own.upgrade() {
                steady.restore();
                roll.observe_sheets();
                roll.lead_focus();
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
        (self.failed)(Failure { code: Code::Roll, ..failure });
    }
}

fn mount(place: HtmlElement, view: impl FnOnce() -> AnyView + 'static) -> Box<dyn Any> {
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
