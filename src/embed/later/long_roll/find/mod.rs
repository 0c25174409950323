//! The search for a name.

mod search;

use super::LongRoll;
use crate::browser::Task;
use crate::language::Language;
use crate::model::RollIndex;
use crate::roll::{Filter, Found, Identities, Query, Row, Search};
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

/// The number of names that each request for more adds.
const NAMES: usize = 32;

/// The search, if the reader has typed something, and its tasks.
#[derive(Default)]
pub(super) struct Find {
    finding: RefCell<Option<Finding>>,
    searching: RefCell<Option<Task>>,
    preparing: RefCell<Option<Task>>,
}

/// The visible result of a search.
pub(super) struct Shown {
    /// The names.
    pub rows: Arc<[Found]>,
    /// Whether there may be more.
    pub more: bool,
    /// The sentence for the reader.
    pub status: String,
}

impl Find {
    /// Whether there is a search.
    pub fn is_active(&self) -> bool {
        self.finding.borrow().is_some()
    }

    /// Whether the search is in an older roll than this index.
    pub fn is_outdated(&self, index: &RollIndex) -> bool {
        let finding = self.finding.borrow();
        finding.as_ref().and_then(|finding| finding.index.as_deref()).is_some_and(|own| own != index)
    }

    /// The result to show.
    pub fn found(&self, language: &Language) -> Option<Shown> {
        let finding = self.finding.borrow();
        let finding = finding.as_ref()?;
        Some(Shown { rows: finding.found.clone(), more: finding.more, status: finding.status(language) })
    }

    /// Ends the search.
    pub fn end(&self) {
        self.searching.take();
        self.preparing.take();
    }

    fn change(&self, change: impl FnOnce(&mut Finding)) {
        if let Some(finding) = &mut *self.finding.borrow_mut() {
            change(finding);
        }
    }
}

/// The reader's text, and the search's state.
#[derive(Default)]
struct Finding {
    query: Query,
    /// The search's position; `None` before it begins, and while it runs.
    search: Option<Search>,
    /// The index of the roll to search.
    index: Option<Rc<RollIndex>>,
    /// The number of names wanted.
    wanted: usize,
    /// The number of files searched, lists included.
    files: usize,
    /// The names shown.
    found: Arc<[Found]>,
    /// Whether there may be more.
    more: bool,
    /// Whether their number is known.
    known: bool,
    /// Whether names could not be loaded.
    failed: bool,
    /// All signatories found when the search first ended: others are new.
    old: Option<Identities>,
}

impl Finding {
    /// The sentence for the reader.
    fn status(&self, language: &Language) -> String {
        let texts = language.texts;
        let count = self.found.len() as u64;
        match (self.known, self.more, count) {
            _ if self.failed => texts.names_failed.to_string(),
            (false, ..) => String::new(),
            (_, true, _) => language.plural(&texts.found_some, count),
            (_, false, 0) => texts.found_none.to_string(),
            (_, false, _) => language.plural(&texts.found, count),
        }
    }

    fn take_in(&mut self, rows: impl Iterator<Item = Row>) {
        self.found = rows.map(|row| Found { marks: self.query.marks(&row.signatory.name), row }).collect();
    }
}

impl LongRoll {
    /// The reader is about to type.
    pub fn prepare_search(self: &Rc<Self>) {
        if self.files.is_some() {
            let roll = self.clone();
            let task = Task::start(async move {
                if let Some(files) = &roll.files {
                    files.prepare_search().await;
                }
            });
            self.find.preparing.replace(Some(task));
        }
    }

    /// Searches for the reader's text. An empty text ends the search.
    pub fn find(self: &Rc<Self>, typed: &str) {
        let query = Query::new(typed);
        if query.words().is_empty() {
            self.find.searching.take();
            if self.find.finding.take().is_some() {
                self.show_then(|roll| roll.watch_end());
            }
        } else if self.find.finding.borrow().as_ref().is_none_or(|finding| finding.query != query || finding.failed) {
            // The names found before stay until the search finds others.
            let found = self.find.finding.take().map(|before| before.found).unwrap_or_default();
            self.find.finding.replace(Some(Finding { query, found, wanted: NAMES, ..Finding::default() }));
            self.find_on();
        }
    }

    /// The rows have changed during a search. The names found before stay until the search finds others.
    pub fn find_again(self: &Rc<Self>) {
        self.find.change(|finding| finding.search = None);
        self.find_on();
    }

    /// Searches for more names.
    pub fn find_more(self: &Rc<Self>) {
        self.find.change(|finding| finding.wanted += NAMES);
        self.find_on();
    }

    /// Continues the search, if there is one.
    pub fn find_on(self: &Rc<Self>) {
        if !self.find.is_active() {
            return;
        }
        self.find.change(|finding| finding.failed = false);
        if self.files.is_none() {
            return self.find_at_hand();
        }
        let own = Rc::downgrade(self);
        let task = Task::start(async move {
            let done = search::search_on(&own).await;
            let Some(roll) = own.upgrade() else { return };
            roll.find.change(|finding| {
                finding.failed = done.is_err();
                finding.more |= finding.failed;
            });
            match done {
                // The search may have noticed that the roll was published again.
                Ok(()) => roll.work(),
                Err(failure) => roll.fail(failure),
            }
        });
        self.find.searching.replace(Some(task));
    }

    fn find_at_hand(self: &Rc<Self>) {
        let now = self.changing.now();
        self.find.change(|finding| {
            let query = finding.query.clone();
            finding.take_in(now.admitted().filter(|row| query.finds(&row.signatory)).cloned());
            finding.known = true;
        });
        self.show();
    }

    /// Shows the names found, and their number if the search is `at_rest`.
    fn show_found(self: &Rc<Self>, search: &Search, at_rest: bool) {
        let filter = self.choice.filter();
        self.find.change(|finding| {
            let found = search.found();
            if at_rest && search.is_exhausted() && finding.old.is_none() {
                finding.old = Some(found.iter().collect());
            }
            let old = finding.old.clone();
            let is_new = |signatory| old.as_ref().is_some_and(|old| !old.has(signatory));
            let shown = found.iter().filter(|signatory| filter.admits(signatory)).take(finding.wanted);
            finding.take_in(shown.map(|signatory| Row { signatory: signatory.clone(), new: is_new(signatory) }));
            finding.more = !search.is_exhausted() || count(&filter, search) > finding.wanted;
            finding.known = at_rest;
        });
        self.show();
    }
}

/// The number of signatories found that the filter admits.
fn count(filter: &Filter, search: &Search) -> usize {
    search.found().iter().filter(|signatory| filter.admits(signatory)).count()
}
