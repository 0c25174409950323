//! A long roll on the page.

use super::Room;
use super::files::Files;
use super::find::Finding;
use super::heights::Heights;
use super::order::Order;
use super::render::mount;
use crate::browser::{Near, Task};
use crate::language::Language;
use crate::model::{Failure, Kind};
use crate::roll::Reading;
use crate::view::{Beyond, BeyondSignal, Changing, sheets, tools};
use gloo_events::EventListener;
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node, ShadowRoot};

/// What is on the page and what listens to it, in the order in which they end.
#[derive(Default)]
pub(super) struct Shown {
    pub(super) near: Option<Near>,
    _listeners: Vec<EventListener>,
    _views: Vec<Box<dyn Any>>,
}

/// Its listeners know it only weakly, and it owns its tasks.
pub(super) struct LongRoll {
    pub(super) root: ShadowRoot,
    pub(super) section: Element,
    pub(super) beyond: BeyondSignal,
    pub(super) language: Language,
    pub(super) changing: Changing,
    /// `None` where the whole roll is at hand.
    pub(super) files: Option<Files>,
    pub(super) failed: Box<dyn Fn(Failure)>,
    pub(super) order: Cell<Order>,
    pub(super) kind: Cell<Option<Kind>>,
    /// The sheets of the roll's files.
    pub(super) reading: RefCell<Reading>,
    pub(super) finding: RefCell<Option<Finding>>,
    pub(super) heights: RefCell<Heights>,
    /// How often the roll may have been published anew, and how many of these times were followed.
    pub(super) published: Cell<u32>,
    pub(super) followed: Cell<u32>,
    /// Whether the end of the sheets is to be put off.
    pub(super) wants_more: Cell<bool>,
    /// Whether that waits for the reader to ask for it.
    pub(super) waits: Cell<bool>,
    /// Until when the host does not want to be asked, in milliseconds since 1970.
    pub(super) rests_until: Cell<f64>,
    pub(super) working: RefCell<Option<Task>>,
    pub(super) searching: RefCell<Option<Task>>,
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
        if changing.now().ordered.is_some() {
            // The choice of an order is a new one.
            changing.change(|now| now.ordered = None);
        }
        let now = changing.now();
        let mut reading = Reading::default().begin(false, now.kind);
        reading.set_letter(&now.rows);
        let roll = Rc::new(LongRoll {
            root: root.clone(),
            section,
            beyond: BeyondSignal::new(Beyond { more: files.is_some(), ..Beyond::default() }),
            changing,
            failed,
            order: Cell::default(),
            kind: Cell::new(now.kind),
            reading: RefCell::new(reading),
            finding: RefCell::default(),
            heights: RefCell::new(Heights::adopted_by(&root)),
            published: Cell::default(),
            followed: Cell::default(),
            wants_more: Cell::default(),
            waits: Cell::default(),
            rests_until: Cell::default(),
            working: RefCell::default(),
            searching: RefCell::default(),
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
        for task in [&self.working, &self.searching, &self.preparing] {
            task.take();
        }
        self.shown.take();
    }
}
