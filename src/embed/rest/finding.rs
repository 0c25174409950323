//! Finding a name.

use super::files::{Files, is_gone};
use super::long_roll::LongRoll;
use super::reading::ROWS;
use crate::browser::Task;
use crate::language::Language;
use crate::model::Failure;
use crate::roll::{Query, Row, Search};
use crate::view::{Found, Sheet};
use std::rc::{Rc, Weak};

/// So many names are shown at a time.
const NAMES: usize = 32;

/// So many files are searched at a time, lists included: a name is mostly in the second.
const FILES: usize = 8;

/// A search under way or ended.
pub(super) struct Finding {
    query: Query,
    search: Option<Search>,
    /// As many names as are wanted.
    wanted: usize,
    /// How many are shown.
    count: usize,
    pub sheets: Vec<Sheet>,
    /// Whether there may be more.
    pub more: bool,
    /// Whether something is known yet.
    known: bool,
}

impl Finding {
    fn new(query: Query) -> Finding {
        Finding { query, search: None, wanted: NAMES, count: 0, sheets: Vec::new(), more: false, known: false }
    }

    /// What the reader is told.
    pub fn told(&self, language: &Language) -> String {
        let texts = language.texts;
        match (self.known, self.more, self.count) {
            (false, ..) => String::new(),
            (_, true, count) => language.plural(&texts.found_some, count as u64),
            (_, false, 0) => texts.found_none.to_string(),
            (_, false, count) => language.plural(&texts.found, count as u64),
        }
    }

    fn take_in(&mut self, number: impl Fn() -> u32, rows: Vec<Row>, more: bool) {
        let rows = rows.into_iter().map(|row| Found { marks: self.query.marks(&row.signatory.name), row });
        let rows: Vec<Found> = rows.collect();
        self.count = rows.len();
        let sheet = |rows: &[Found]| Sheet { number: number(), found: true, rows: Some(rows.into()) };
        self.sheets = rows.chunks(ROWS).map(sheet).collect();
        self.more = more;
        self.known = true;
    }
}

impl LongRoll {
    /// Somebody is about to type.
    pub fn prepare_search(self: &Rc<Self>) {
        if self.files.is_some() {
            let roll = self.clone();
            let task = Task::start(async move {
                if let Some(files) = &roll.files {
                    files.prepare_search().await;
                }
            });
            self.preparing.replace(Some(task));
        }
    }

    /// Looks for what was typed; for nothing, if that is nothing.
    pub fn find(self: &Rc<Self>, typed: &str) {
        self.searching.take();
        let query = Query::new(typed);
        if query.words().is_empty() {
            self.finding.take();
            self.show();
        } else if self.finding.borrow().as_ref().is_none_or(|finding| finding.query != query) {
            // What was found before stays until something else is known.
            let before = self.finding.take();
            let (sheets, count) = before.map(|before| (before.sheets, before.count)).unwrap_or_default();
            self.finding.replace(Some(Finding { count, sheets, ..Finding::new(query) }));
            self.search_on();
        }
    }

    /// The rows have changed under a search.
    pub fn find_again(self: &Rc<Self>) {
        let query = self.finding.borrow().as_ref().map(|finding| finding.query.clone());
        if let Some(query) = query {
            self.finding.replace(Some(Finding::new(query)));
            self.search_on();
        }
    }

    /// Goes on for more names.
    pub fn find_more(self: &Rc<Self>) {
        if let Some(finding) = &mut *self.finding.borrow_mut() {
            finding.wanted += NAMES;
        }
        self.search_on();
    }

    /// Goes on with the search.
    fn search_on(self: &Rc<Self>) {
        if self.files.is_none() {
            return self.find_at_hand();
        }
        let own = Rc::downgrade(self);
        let task = Task::start(async move {
            if let Err(failure) = search_on(&own).await
                && let Some(roll) = own.upgrade()
            {
                roll.fail(failure);
            }
        });
        self.searching.replace(Some(task));
    }

    fn find_at_hand(self: &Rc<Self>) {
        let rows = self.changing.now().rows;
        let number = || self.next_number();
        if let Some(finding) = &mut *self.finding.borrow_mut() {
            let found = rows.iter().filter(|row| finding.query.matches(&row.signatory.name)).cloned().collect();
            finding.take_in(number, found, false);
        }
        self.show();
    }

    /// Shows who was found; with the number, once the search has come to a rest.
    fn show_found(self: &Rc<Self>, search: &Search, at_rest: bool) {
        let number = || self.next_number();
        if let Some(finding) = &mut *self.finding.borrow_mut() {
            let found = search.found().iter().take(finding.wanted);
            let rows = found.map(|signatory| Row { signatory: signatory.clone(), new: false }).collect();
            let more = !search.is_exhausted() || search.found().len() > finding.wanted;
            finding.take_in(number, rows, more);
            finding.known = at_rest;
        }
        self.show();
    }
}

async fn search_on(own: &Weak<LongRoll>) -> Result<(), Failure> {
    let Some(roll) = own.upgrade() else { return Ok(()) };
    let Some(files) = &roll.files else { return Ok(()) };
    let (query, search, wanted) = {
        let mut finding = roll.finding.borrow_mut();
        let Some(finding) = &mut *finding else { return Ok(()) };
        (finding.query.clone(), finding.search.take(), finding.wanted)
    };
    let begun = match search {
        Some(search) => search,
        None => Search::new(&*files.index(false).await?, query.clone()),
    };
    match search_through(&roll, files, begun, wanted).await {
        // The roll was published anew: its index is had again, once.
        Err(failure) if is_gone(&failure) => {
            let index = files.index(true).await?;
            search_through(&roll, files, Search::new(&index, query), wanted).await
        }
        done => done,
    }
}

/// Searches file after file. Who is found first is shown at once, and the others together.
async fn search_through(roll: &Rc<LongRoll>, files: &Files, mut search: Search, wanted: usize) -> Result<(), Failure> {
    let before = search.found().len();
    let mut shown = false;
    for _ in 0..FILES {
        let Some(src) = search.wanted().map(str::to_string) else { break };
        if search.found().len() > wanted {
            break;
        }
        if !shown && search.found().len() > before {
            shown = true;
            roll.show_found(&search, false);
        }
        search.take(&*files.file(&src).await?);
    }
    roll.show_found(&search, true);
    if let Some(finding) = &mut *roll.finding.borrow_mut() {
        finding.search = Some(search);
    }
    Ok(())
}
