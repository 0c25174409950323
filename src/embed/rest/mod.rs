//! The rest of a long roll: what a reader wants of it beyond the names that the letter brings.
//!
//! It belongs to the later part of the widget, and enters by [`rest`].

mod files;
mod finding;
mod heights;
mod reading;

use super::letter::Arrived;
use crate::browser::{Near, Steady, Task, collate, is_near, pause};
use crate::language::Language;
use crate::model::{Code, Failure, Signatory};
use crate::roll::{Row, Walk};
use crate::view::{Beyond, BeyondSignal, Changing, Sheet, sheets, tools};
use files::{Files, is_gone};
use finding::Finding;
use gloo_events::EventListener;
use heights::Heights;
use leptos::mount::mount_to;
use leptos::prelude::{GetUntracked, Set};
use leptos::reactive::owner::Owner;
use leptos::task::{spawn_local, tick};
use reading::{Order, Reading, again, begin, walk_on};
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::JsCast;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement, KeyboardEvent, ShadowRoot};

/// How many pages are fetched in a row while the button stays in sight: where a filter leaves few rows of each.
const PAGES_IN_A_ROW: u8 = 12;

/// The rest of a roll on the page. Dropping it takes it off the page, and ends its requests.
pub(super) trait Rest {
    /// The roll was published anew, or has other rows at hand.
    fn published_anew(&self);
}

/// What it needs.
pub(super) struct Room {
    /// Where the roll is shown.
    pub root: ShadowRoot,
    /// The letter.
    pub arrived: Rc<Arrived>,
    /// The rows that the letter brings.
    pub changing: Changing,
    /// Is told what could not be had.
    pub failed: Box<dyn Fn(Failure)>,
}

/// Fills the room that a long roll leaves.
///
/// # Errors
/// If this part of the widget can't be had.
#[wasm_split(later, fallible)]
#[allow(clippy::unnecessary_wraps, reason = "the error is that of the fetching, which the macro adds")]
pub(super) fn rest(room: Room) -> Result<Option<Box<dyn Rest>>, SplitLoaderError> {
    Ok(LongRoll::start(room).map(|roll| Box::new(Handle(roll)) as Box<dyn Rest>))
}

/// What is on the page and what listens to it, in the order in which they end.
#[derive(Default)]
struct Shown {
    near: Option<Near>,
    _listeners: Vec<EventListener>,
    _views: Vec<Box<dyn Any>>,
}

struct LongRoll {
    root: ShadowRoot,
    section: Element,
    beyond: BeyondSignal,
    language: Language,
    changing: Changing,
    /// `None` where the whole roll is at hand.
    files: Option<Files>,
    failed: Box<dyn Fn(Failure)>,
    /// How many rows the letter brings.
    first: u64,
    reading: RefCell<Reading>,
    finding: RefCell<Option<Finding>>,
    heights: RefCell<Heights>,
    sheets: Cell<u32>,
    reading_on: RefCell<Option<Task>>,
    searching: RefCell<Option<Task>>,
    filling: RefCell<Option<Task>>,
    shown: RefCell<Shown>,
}

/// The page's hold on it: its tasks and listeners know it only weakly.
struct Handle(Rc<LongRoll>);

impl Rest for Handle {
    fn published_anew(&self) {
        self.0.published_anew();
    }
}

impl Drop for Handle {
    fn drop(&mut self) {
        let roll = &self.0;
        for task in [&roll.reading_on, &roll.searching, &roll.filling] {
            task.take();
        }
        roll.shown.take();
    }
}

impl LongRoll {
    /// `None`, if the roll is not shown.
    fn start(room: Room) -> Option<Rc<LongRoll>> {
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
            shown: RefCell::default(),
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
            match element.get_attribute("data-number").and_then(|number| number.parse().ok()) {
                Some(number) => roll.sheet_moved(number, near, height),
                None if near && roll.finding.borrow().is_none() => roll.read_on(),
                None => {}
            }
        })?;
        near.observe(&sheets.query_selector("[part~=more]").ok().flatten()?);
        Some(near)
    }

    fn show_more(self: &Rc<Self>) {
        let finding = self.finding.borrow().is_some();
        if finding { self.find_more() } else { self.read_on() }
    }

    fn next_number(&self) -> u32 {
        self.sheets.set(self.sheets.get() + 1);
        self.sheets.get()
    }

    /// Puts what is known on the page.
    fn show(self: &Rc<Self>) {
        let reading = self.reading.borrow();
        let finding = self.finding.borrow();
        let mut shown: Vec<Sheet> = reading.places.iter().map(|place| place.sheet.clone()).collect();
        let mut more = self.files.is_some() && !reading.ended;
        let mut told = String::new();
        if let Some(finding) = &*finding {
            shown.extend(finding.sheet.clone());
            more = finding.more;
            told = finding.told(&self.language);
        }
        self.heights.borrow_mut().set(&reading.places);
        let is_other = reading.order != Order::Signed;
        let state = if finding.is_some() {
            "found"
        } else if is_other {
            "ordered"
        } else {
            "signed"
        };
        drop((reading, finding));
        let steady = Steady::hold(&self.root);
        let _ = self.section.set_attribute("data-shows", state);
        self.beyond.set(Beyond { sheets: shown, more, told });
        let own = Rc::downgrade(self);
        spawn_local(async move {
            tick().await;
            if let Some(roll) = own.upgrade() {
                steady.restore();
                roll.observe_sheets();
            }
        });
    }

    fn observe_sheets(&self) {
        let Ok(sheets) = self.section.query_selector_all(".sheet:not(.found)") else { return };
        let shown = self.shown.borrow();
        let Some(near) = &shown.near else { return };
        for sheet in (0..sheets.length()).filter_map(|index| sheets.get(index)?.dyn_into::<Element>().ok()) {
            near.observe(&sheet);
        }
    }

    /// Tells that names could not be had; the button is left to try again.
    fn fail(self: &Rc<Self>, failure: Failure) {
        let told = self.language.texts.names_failed.to_string();
        self.beyond.set(Beyond { told, more: true, ..self.beyond.get_untracked() });
        (self.failed)(Failure { code: Code::Roll, ..failure });
    }

    /// Shows one sheet more, and further ones as long as the end is near.
    fn read_on(self: &Rc<Self>) {
        if self.reading_on.borrow().is_some() {
            return;
        }
        let own = Rc::downgrade(self);
        let task = Task::start(async move {
            let done = read_on(&own).await;
            let Some(roll) = own.upgrade() else { return };
            roll.reading_on.take();
            match done {
                Ok(()) => roll.watch_end(),
                Err(failure) => roll.fail(failure),
            }
        });
        self.reading_on.replace(Some(task));
    }

    fn more(&self) -> Option<Element> {
        self.section.query_selector("[part~=more]").ok().flatten()
    }

    /// Has the coming of the end told again.
    fn watch_end(&self) {
        if let (Some(near), Some(more)) = (&self.shown.borrow().near, self.more()) {
            near.observe_anew(&more);
        }
    }

    fn end_is_near(&self) -> bool {
        self.finding.borrow().is_none() && self.more().is_some_and(|more| is_near(&more))
    }

    fn sheet_moved(self: &Rc<Self>, number: u32, near: bool, height: f64) {
        let mut reading = self.reading.borrow_mut();
        let matters = self.finding.borrow().is_none() && reading.moved(number, near, height);
        let emptied = matters && reading.empty_far(self.files.is_none());
        let to_fill = matters && reading.to_fill().is_some();
        drop(reading);
        if emptied {
            self.show();
        }
        if to_fill && self.filling.borrow().is_none() {
            let own = Rc::downgrade(self);
            let task = Task::start(async move {
                let done = fill(&own).await;
                let Some(roll) = own.upgrade() else { return };
                roll.filling.take();
                if let Err(failure) = done {
                    roll.fail(failure);
                }
            });
            self.filling.replace(Some(task));
        }
    }

    /// Begins anew in that order.
    fn order(self: &Rc<Self>, order: Order) {
        self.reading_on.take();
        let at_hand = self.changing.now().rows;
        let known = self.reading.borrow().known();
        let reading = match (order, &self.files) {
            (Order::Signed, _) => Reading::new(order, Vec::new(), self.first, known),
            (_, Some(_)) => {
                let initiators = at_hand.iter().filter(|row| row.signatory.initiator).cloned().collect();
                Reading::with_initiators(order, initiators, known)
            }
            (_, None) => Reading::new(order, in_order(order, &at_hand, &self.language), 0, known),
        };
        self.reading.replace(reading);
        self.show();
        if order != Order::Signed || self.end_is_near() {
            self.read_on();
        }
    }

    fn published_anew(self: &Rc<Self>) {
        if self.files.is_none() {
            let order = self.reading.borrow().order;
            if order != Order::Signed {
                self.order(order);
            }
            return self.find_again();
        }
        let known = self.files.as_ref().and_then(Files::known_index);
        // Nobody has read on: whoever does will ask for what is there then.
        let Some(known) = known else { return };
        let own = Rc::downgrade(self);
        let task = Task::start(async move {
            let Some(roll) = own.upgrade() else { return };
            let Some(files) = &roll.files else { return };
            if let Ok(index) = files.index(true).await
                && index != known
            {
                roll.reading.borrow_mut().published_anew();
                roll.show();
                if roll.end_is_near() {
                    roll.read_on();
                }
            }
        });
        self.filling.replace(Some(task));
    }
}

fn mount(place: HtmlElement, view: impl FnOnce() -> leptos::prelude::AnyView + 'static) -> Box<dyn Any> {
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

async fn read_on(own: &Weak<LongRoll>) -> Result<(), Failure> {
    for _ in 0..PAGES_IN_A_ROW {
        // As long as there are rows at hand, sheet after sheet, with a breath between two.
        while let Some(roll) = own.upgrade() {
            let number = roll.next_number();
            if !roll.reading.borrow_mut().next_sheet(number) {
                break;
            }
            roll.show();
            drop(roll);
            pause().await;
            if own.upgrade().is_none_or(|roll| !roll.end_is_near()) {
                return Ok(());
            }
        }
        let Some(roll) = own.upgrade() else { return Ok(()) };
        let Some(files) = &roll.files else { return Ok(()) };
        if roll.reading.borrow().ended {
            return Ok(());
        }
        let (read, walk, count) = next_rows(&roll, files).await?;
        roll.reading.borrow_mut().take_in(read, walk, count);
        if roll.reading.borrow().ended {
            roll.show();
        }
    }
    Ok(())
}

/// The next rows. Where a file is gone, the roll was published anew: its index is had again, once.
async fn next_rows(roll: &LongRoll, files: &Files) -> Result<(Option<Vec<Signatory>>, Walk, u64), Failure> {
    let (order, from, walk) = {
        let mut reading = roll.reading.borrow_mut();
        (reading.order, reading.read(), reading.take_walk())
    };
    let (mut walk, count) = match walk {
        Some(walk) => (walk, files.index(false).await?.count),
        None => begin(files, order, from).await?,
    };
    match walk_on(files, &mut walk).await {
        Ok(read) => Ok((read, walk, count)),
        Err(failure) if is_gone(&failure) => {
            files.index(true).await?;
            let (mut walk, count) = begin(files, order, from).await?;
            let read = walk_on(files, &mut walk).await?;
            Ok((read, walk, count))
        }
        Err(failure) => Err(failure),
    }
}

async fn fill(own: &Weak<LongRoll>) -> Result<(), Failure> {
    while let Some(roll) = own.upgrade() {
        let Some(files) = &roll.files else { break };
        let (order, to_fill) = (roll.reading.borrow().order, roll.reading.borrow().to_fill());
        let Some((number, from, count)) = to_fill else { break };
        let rows = again(files, order, from, count).await?;
        roll.reading.borrow_mut().fill(number, rows);
        roll.show();
        drop(roll);
        pause().await;
    }
    Ok(())
}

/// All rows in another order than that of signing, initiators first.
fn in_order(order: Order, rows: &[Row], language: &Language) -> Vec<Row> {
    let (initiators, mut others): (Vec<Row>, Vec<Row>) = rows.iter().cloned().partition(|row| row.signatory.initiator);
    if order == Order::Newest {
        others.reverse();
    } else {
        collate(language.tag(), &mut others, |row| row.signatory.name.as_str());
    }
    initiators.into_iter().chain(others).collect()
}
