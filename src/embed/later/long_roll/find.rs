//! Finding a name.

use super::files::{Files, is_gone};
use super::state::LongRoll;
use crate::browser::Task;
use crate::language::Language;
use crate::model::{Failure, Kind, RollIndex, Signatory};
use crate::roll::{Found, Query, Row, Search, identity};
use std::collections::HashSet;
use std::rc::{Rc, Weak};
use std::sync::Arc;

/// So many names are shown at a time.
const NAMES: usize = 32;

/// So many files are searched at a time, lists included: a name is mostly in the second.
const FILES: usize = 8;

/// What is looked for, and what is known of it.
#[derive(Default)]
pub(super) struct Finding {
    query: Query,
    /// How far the search has come; `None` before it begins, and while it goes on.
    search: Option<Search>,
    /// The index of the roll that is searched.
    index: Option<Rc<RollIndex>>,
    /// As many names as are wanted.
    wanted: usize,
    /// Files that were searched, lists included.
    files: usize,
    /// Who is shown.
    pub found: Arc<[Found]>,
    /// Whether there may be more.
    pub more: bool,
    /// Whether their number is known.
    known: bool,
    /// Whether names could not be had.
    failed: bool,
    /// Who bore the name when all who do were first found: others have come since.
    old: Option<HashSet<String>>,
}

impl Finding {
    /// What the reader is told.
    pub fn told(&self, language: &Language) -> String {
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

    /// Whether another roll is searched than this one.
    pub fn is_outdated(&self, index: &RollIndex) -> bool {
        self.index.as_deref().is_some_and(|own| own != index)
    }

    fn take_in(&mut self, rows: impl Iterator<Item = Row>) {
        self.found = rows.map(|row| Found { marks: self.query.marks(&row.signatory.name), row }).collect();
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
        let query = Query::new(typed);
        if query.words().is_empty() {
            self.searching.take();
            if self.finding.take().is_some() {
                self.show_then(|roll| roll.watch_end());
            }
        } else if self.finding.borrow().as_ref().is_none_or(|finding| finding.query != query || finding.failed) {
            // What was found before stays until something else is known.
            let found = self.finding.take().map(|before| before.found).unwrap_or_default();
            self.finding.replace(Some(Finding { query, found, wanted: NAMES, ..Finding::default() }));
            self.find_on();
        }
    }

    /// The rows have changed under a search. Who was found stays until it is known who is found now.
    pub fn find_again(self: &Rc<Self>) {
        if let Some(finding) = &mut *self.finding.borrow_mut() {
            finding.search = None;
        }
        self.find_on();
    }

    /// Goes on for more names.
    pub fn find_more(self: &Rc<Self>) {
        if let Some(finding) = &mut *self.finding.borrow_mut() {
            finding.wanted += NAMES;
        }
        self.find_on();
    }

    /// Goes on with the search, if there is one.
    pub fn find_on(self: &Rc<Self>) {
        match &mut *self.finding.borrow_mut() {
            Some(finding) => finding.failed = false,
            None => return,
        }
        if self.files.is_none() {
            return self.find_at_hand();
        }
        let own = Rc::downgrade(self);
        let task = Task::start(async move {
            let done = search_on(&own).await;
            let Some(roll) = own.upgrade() else { return };
            if let Some(finding) = &mut *roll.finding.borrow_mut() {
                finding.failed = done.is_err();
                finding.more |= finding.failed;
            }
            match done {
                // The search may have met with a roll that was published anew.
                Ok(()) => roll.work(),
                Err(failure) => roll.fail(failure),
            }
        });
        self.searching.replace(Some(task));
    }

    fn find_at_hand(self: &Rc<Self>) {
        let now = self.changing.now();
        if let Some(finding) = &mut *self.finding.borrow_mut() {
            let query = finding.query.clone();
            let rows = now.ordered.unwrap_or(now.rows);
            let rows = rows.iter().filter(|row| is_of(now.kind, &row.signatory) && query.matches(&row.signatory.name));
            finding.take_in(rows.cloned());
            finding.known = true;
        }
        self.show();
    }

    /// Shows who was found; with the number, once the search has come to a rest.
    fn show_found(self: &Rc<Self>, search: &Search, at_rest: bool) {
        let kind = self.kind.get();
        if let Some(finding) = &mut *self.finding.borrow_mut() {
            let found = search.found();
            if at_rest && search.is_exhausted() && finding.old.is_none() {
                finding.old = Some(found.iter().map(identity).collect());
            }
            let old = finding.old.clone();
            let is_new = |signatory| old.as_ref().is_some_and(|old| !old.contains(&identity(signatory)));
            let shown = found.iter().filter(|signatory| is_of(kind, signatory)).take(finding.wanted);
            finding.take_in(shown.map(|signatory| Row { signatory: signatory.clone(), new: is_new(signatory) }));
            finding.more = !search.is_exhausted() || count(kind, search) > finding.wanted;
            finding.known = at_rest;
        }
        self.show();
    }
}

fn is_of(kind: Option<Kind>, signatory: &Signatory) -> bool {
    kind.is_none() || signatory.kind == kind
}

/// How many of that kind were found.
fn count(kind: Option<Kind>, search: &Search) -> usize {
    search.found().iter().filter(|signatory| is_of(kind, signatory)).count()
}

async fn search_on(own: &Weak<LongRoll>) -> Result<(), Failure> {
    let Some(roll) = own.upgrade() else { return Ok(()) };
    let Some(files) = &roll.files else { return Ok(()) };
    let (query, search) = {
        let mut finding = roll.finding.borrow_mut();
        let Some(finding) = &mut *finding else { return Ok(()) };
        (finding.query.clone(), finding.search.take())
    };
    let done = match search {
        Some(search) => search_through(&roll, files, search, false).await,
        None => search_anew(&roll, files, query.clone(), false).await,
    };
    match done {
        // The roll was published anew: its index is had again, once.
        Err(failure) if is_gone(&failure) => search_anew(&roll, files, query, true).await,
        done => done,
    }
}

/// Searches the roll from the beginning; `fresh` of its index, past all caches.
async fn search_anew(roll: &Rc<LongRoll>, files: &Files, query: Query, fresh: bool) -> Result<(), Failure> {
    let index = files.index(fresh).await?;
    if let Some(finding) = &mut *roll.finding.borrow_mut() {
        finding.index = Some(index.clone());
    }
    search_through(roll, files, Search::new(&index, query), true).await
}

/// Searches file after file. Who is found first is shown at once, and the others together. Where it `is_new`, and what
/// it is to replace is known, as many files are searched as led to that, and all are shown together.
async fn search_through(roll: &Rc<LongRoll>, files: &Files, mut search: Search, is_new: bool) -> Result<(), Failure> {
    let (wanted, again, files_before) = {
        let finding = roll.finding.borrow();
        finding.as_ref().map_or((0, false, 0), |finding| (finding.wanted, finding.known && is_new, finding.files))
    };
    let before = count(roll.kind.get(), &search);
    let most = if again { files_before.max(FILES) } else { FILES };
    let (mut shown, mut read) = (again, 0);
    while read < most {
        let Some(src) = search.wanted().map(str::to_string) else { break };
        let found = count(roll.kind.get(), &search);
        if found > wanted {
            break;
        }
        if !shown && found > before {
            shown = true;
            roll.show_found(&search, false);
        }
        search.take(&*files.file(&src).await?);
        read += 1;
    }
    if let Some(finding) = &mut *roll.finding.borrow_mut() {
        finding.files = if is_new { read } else { files_before + read };
    }
    roll.show_found(&search, true);
    if let Some(finding) = &mut *roll.finding.borrow_mut() {
        finding.search = Some(search);
    }
    Ok(())
}
