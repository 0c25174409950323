//! Reading on: sheet after sheet as the reader comes near the end, again as the reader comes back, and anew where the
//! roll has changed. One task does one after the other, so that nothing changes under what is under way.

use super::files::{Files, is_gone};
use super::state::LongRoll;
use crate::browser::{Task, is_near, pause};
use crate::model::{Failure, RollIndex};
use crate::roll::{Holder, Placed};
use js_sys::Date;
use std::ops::Range;
use std::rc::{Rc, Weak};
use web_sys::Element;

/// How many pages are fetched in a row that have nobody to show: of a kind that is rare, the reader asks for more.
const PAGES_IN_VAIN: u8 = 12;

/// How often in a row files may be gone: the roll was published anew since its index was had.
const TIMES_GONE: u8 = 3;

impl LongRoll {
    /// Shows one sheet more, and further ones as long as the end is near.
    pub fn read_on(self: &Rc<Self>) {
        self.wants_more.set(true);
        self.work();
    }

    /// A sheet came near, or went.
    pub fn sheet_moved(self: &Rc<Self>, number: u32, near: bool, height: f64) {
        let mut reading = self.reading.borrow_mut();
        reading.moved(number, near, height);
        if self.finding.borrow().is_some() {
            return;
        }
        let (emptied, to_fill) = (reading.empty_far(), reading.to_fill().is_some());
        drop(reading);
        if emptied {
            self.show();
        }
        if to_fill {
            self.work();
        }
    }

    /// The roll was published anew, or the letter brings other rows of it.
    pub fn published_anew(self: &Rc<Self>) {
        if self.files.is_none() {
            return self.order_anew();
        }
        self.reading.borrow_mut().set_letter(&self.changing.now().rows);
        self.published.set(self.published.get() + 1);
        // Who has not read on yet will ask for what is there then.
        if self.reading.borrow().has_begun() || self.finding.borrow().is_some() {
            self.work();
        }
    }

    /// Begins anew in the order and with the kind that the reader wants now.
    pub fn begin_anew(self: &Rc<Self>) {
        self.working.take();
        self.waits.set(false);
        let reading = self.reading.take().begin(self.reads_newest_first(), self.kind.get());
        self.reading.replace(reading);
        self.wants_more.set(self.reads_newest_first());
        self.show_then(|roll| {
            if roll.end_is_near() {
                roll.read_on();
            }
        });
        self.work();
    }

    /// Has what is to be done begun, unless it is under way.
    pub fn work(self: &Rc<Self>) {
        if self.files.is_none() || self.working.borrow().is_some() || Date::now() < self.rests_until.get() {
            return;
        }
        let own = Rc::downgrade(self);
        let task = Task::start(async move {
            let done = work(&own).await;
            let Some(roll) = own.upgrade() else { return };
            roll.working.take();
            match done {
                Ok(()) => roll.watch_end(),
                Err(failure) => {
                    roll.wants_more.set(false);
                    roll.rest_for(failure.retry_after);
                    // Who was found stands there all the same.
                    if roll.finding.borrow().is_some() { roll.report(failure) } else { roll.fail(failure) }
                }
            }
        });
        self.working.replace(Some(task));
    }

    /// Asks for nothing for so many seconds, unless the reader does.
    #[expect(clippy::cast_precision_loss, reason = "far more seconds than anybody waits")]
    fn rest_for(&self, seconds: Option<u64>) {
        self.rests_until.set(Date::now() + 1000.0 * seconds.unwrap_or_default() as f64);
    }

    pub fn more(&self) -> Option<Element> {
        self.section.query_selector("[part~=more]").ok().flatten()
    }

    /// Has the coming of the end told again.
    pub fn watch_end(&self) {
        if let (Some(near), Some(more)) = (&self.shown.borrow().near, self.more().filter(|_| !self.waits.get())) {
            near.observe_anew(&more);
        }
    }

    fn end_is_near(&self) -> bool {
        let is_near = || !self.is_passed() && self.more().is_some_and(|more| is_near(&more));
        self.finding.borrow().is_none() && (self.is_awaited() || is_near())
    }
}

async fn work(own: &Weak<LongRoll>) -> Result<(), Failure> {
    let (mut gone, mut in_vain) = (0, 0);
    while let Some(roll) = own.upgrade() {
        let Some(files) = &roll.files else { break };
        match step(&roll, files, &mut in_vain).await {
            Ok(Step::Rows) => gone = 0,
            // Caches of different ages may take turns.
            Ok(Step::Index) => {}
            Ok(Step::None) => break,
            Err(failure) if is_gone(&failure) && gone < TIMES_GONE => {
                gone += 1;
                roll.published.set(roll.published.get() + 1);
            }
            Err(failure) => return Err(failure),
        }
    }
    Ok(())
}

/// What was done.
enum Step {
    /// There was nothing to do.
    None,
    /// The roll has another index, and is followed.
    Index,
    /// Rows were had or shown.
    Rows,
}

/// Does what is to be done first.
async fn step(roll: &Rc<LongRoll>, files: &Files, in_vain: &mut u8) -> Result<Step, Failure> {
    let published = roll.published.get();
    let index = files.index(published != roll.followed.get()).await?;
    roll.followed.set(published);
    if !roll.reading.borrow().is_of(&index) {
        follow(roll, files, &index).await?;
        return Ok(Step::Index);
    }
    let to_fill = roll.reading.borrow().to_fill();
    if let Some(range) = to_fill {
        let (range, rows) = load(roll, files, range).await?;
        roll.reading.borrow_mut().fill(&range, &rows);
        roll.show();
        pause().await;
        return Ok(Step::Rows);
    }
    if !roll.wants_more.get() {
        return Ok(Step::None);
    }
    if roll.reading.borrow_mut().next_sheet() {
        *in_vain = 0;
        roll.show();
        // With a breath between two.
        pause().await;
        roll.wants_more.set(roll.end_is_near());
        return Ok(Step::Rows);
    }
    roll.waits.set(*in_vain == PAGES_IN_VAIN);
    let next = roll.reading.borrow().next_row().filter(|_| !roll.waits.get());
    let Some(next) = next else {
        roll.wants_more.set(false);
        roll.show();
        return Ok(Step::Rows);
    };
    *in_vain += 1;
    let (range, rows) = load(roll, files, next..next + 1).await?;
    roll.reading.borrow_mut().take(&range, rows);
    Ok(Step::Rows)
}

/// Has the sheets follow the roll as it is now published.
async fn follow(roll: &Rc<LongRoll>, files: &Files, index: &RollIndex) -> Result<(), Failure> {
    let (mut pages, needed) = roll.reading.borrow().pages_of(index);
    while let Some(list) = pages.unread_list(&needed).map(str::to_string) {
        pages.take(&list, &*files.file(&list).await?);
    }
    roll.reading.borrow_mut().published_anew(index.clone(), pages);
    if roll.finding.borrow().as_ref().is_some_and(|finding| finding.is_outdated(index)) {
        roll.find_again();
    }
    roll.show();
    if roll.end_is_near() {
        roll.wants_more.set(true);
    }
    Ok(())
}

/// The rows of a range, and of the whole pages that have them.
async fn load(roll: &LongRoll, files: &Files, range: Range<u64>) -> Result<(Range<u64>, Placed), Failure> {
    let (mut from, mut at, mut placed) = (range.start, range.start, Placed::new());
    while at < range.end {
        let holder = roll.reading.borrow().holding(at);
        match holder {
            // What the roll says of itself is not so: there is nothing more.
            None => {
                from = if roll.reads_newest_first() { 0 } else { from };
                at = u64::MAX;
            }
            Some(Holder::List(src)) => {
                let list = files.file(&src).await?;
                roll.reading.borrow_mut().take_list(&src, &list);
            }
            Some(Holder::Page(src, rows)) => {
                let page = files.file(&src).await?;
                from = from.min(rows.start);
                at = rows.end;
                placed.extend(rows.zip(page.signatories.iter().cloned()));
            }
        }
    }
    Ok((from..at.max(range.end), placed))
}
