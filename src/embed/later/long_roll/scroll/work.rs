//! The one task that reads a roll. It does one step after another, so that only one changes the sheets at a time.

use super::super::LongRoll;
use super::super::files::{Files, is_gone};
use crate::browser::pause;
use crate::model::{Failure, RollIndex};
use crate::roll::{Holder, Placed};
use std::ops::Range;
use std::rc::{Rc, Weak};

/// With a filter that matches few names, loading pauses after this many pages without a match, until the reader asks.
const PAGES_IN_VAIN: u8 = 12;

/// How many times in a row files may be gone because the roll was published again since its index was loaded.
const TIMES_GONE: u8 = 3;

/// Does all steps.
pub(super) async fn work(own: &Weak<LongRoll>) -> Result<(), Failure> {
    let (mut gone, mut in_vain) = (0, 0);
    while let Some(roll) = own.upgrade() {
        let Some(files) = &roll.files else { break };
        match step(&roll, files, &mut in_vain).await {
            Ok(Step::Rows) => gone = 0,
            // Caches of different ages may answer in turn.
            Ok(Step::Index) => {}
            Ok(Step::None) => break,
            Err(failure) if is_gone(&failure) && gone < TIMES_GONE => {
                gone += 1;
                roll.scroll.note_published();
            }
            Err(failure) => return Err(failure),
        }
    }
    Ok(())
}

/// The result of a step.
enum Step {
    /// There was nothing to do.
    None,
    /// The roll has another index, which the sheets follow now.
    Index,
    /// Rows were loaded or shown.
    Rows,
}

/// Does the next step.
async fn step(roll: &Rc<LongRoll>, files: &Files, in_vain: &mut u8) -> Result<Step, Failure> {
    let published = roll.scroll.published.get();
    let index = files.index(published != roll.scroll.followed.get()).await?;
    roll.scroll.followed.set(published);
    if !roll.scroll.reading.borrow().is_of(&index) {
        follow(roll, files, &index).await?;
        return Ok(Step::Index);
    }
    let to_fill = roll.scroll.reading.borrow().to_fill();
    if let Some(range) = to_fill {
        let (range, rows) = load(roll, files, range).await?;
        roll.scroll.reading.borrow_mut().fill(&range, &rows);
        roll.show();
        pause().await;
        return Ok(Step::Rows);
    }
    // The keyboard may have come to the button since more rows were wanted: they would push it out of sight.
    if roll.page.is_passed() && !roll.page.is_awaited() {
        roll.scroll.wants_more.set(false);
    }
    if !roll.scroll.wants_more.get() {
        return Ok(Step::None);
    }
    if roll.scroll.reading.borrow_mut().next_sheet() {
        *in_vain = 0;
        roll.show();
        // Between two sheets, the browser can respond to the reader.
        pause().await;
        roll.scroll.wants_more.set(roll.end_is_near());
        return Ok(Step::Rows);
    }
    roll.scroll.waits.set(*in_vain == PAGES_IN_VAIN);
    let next = roll.scroll.reading.borrow().next_row().filter(|_| !roll.scroll.waits.get());
    let Some(next) = next else {
        roll.scroll.wants_more.set(false);
        roll.show();
        return Ok(Step::Rows);
    };
    *in_vain += 1;
    let (range, rows) = load(roll, files, next..next + 1).await?;
    roll.scroll.reading.borrow_mut().take(&range, rows);
    Ok(Step::Rows)
}

/// Makes the sheets those of the roll as it is published now.
async fn follow(roll: &Rc<LongRoll>, files: &Files, index: &RollIndex) -> Result<(), Failure> {
    let (mut pages, needed) = roll.scroll.reading.borrow().pages_of(index);
    while let Some(list) = pages.unread_list(&needed).map(str::to_string) {
        pages.take(&list, &*files.file(&list).await?);
    }
    roll.scroll.reading.borrow_mut().published_anew(index.clone(), pages);
    if roll.find.is_outdated(index) {
        roll.find_again();
    }
    roll.show();
    if roll.end_is_near() {
        roll.scroll.wants_more.set(true);
    }
    Ok(())
}

/// Loads the rows of a range, extended to whole pages.
async fn load(roll: &LongRoll, files: &Files, range: Range<u64>) -> Result<(Range<u64>, Placed), Failure> {
    let (mut from, mut at, mut placed) = (range.start, range.start, Placed::new());
    while at < range.end {
        let holder = roll.scroll.reading.borrow().holding(at);
        match holder {
            // The roll has fewer rows than its index says.
            None => {
                from = if roll.reads_newest_first() { 0 } else { from };
                at = u64::MAX;
            }
            Some(Holder::List(src)) => {
                let list = files.file(&src).await?;
                roll.scroll.reading.borrow_mut().take_list(&src, &list);
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
