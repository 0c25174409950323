//! Searches the files of a roll.

use super::super::LongRoll;
use super::super::files::{Files, is_gone};
use super::count;
use crate::model::Failure;
use crate::roll::{Query, Search};
use std::rc::{Rc, Weak};

/// The number of files, lists included, that are searched at a time: most names are in the second.
const FILES: usize = 8;

/// Continues the search, or begins it.
pub(super) async fn search_on(own: &Weak<LongRoll>) -> Result<(), Failure> {
    let Some(roll) = own.upgrade() else { return Ok(()) };
    let Some(files) = &roll.files else { return Ok(()) };
    let (query, search) = {
        let mut finding = roll.find.finding.borrow_mut();
        let Some(finding) = &mut *finding else { return Ok(()) };
        (finding.query.clone(), finding.search.take())
    };
    let done = match search {
        Some(search) => search_through(&roll, files, search, false).await,
        None => search_anew(&roll, files, query.clone(), false).await,
    };
    match done {
        // The roll was published again: this loads its index again, once.
        Err(failure) if is_gone(&failure) => search_anew(&roll, files, query, true).await,
        done => done,
    }
}

/// Searches the roll from the beginning; a `fresh` index is loaded past all caches.
async fn search_anew(roll: &Rc<LongRoll>, files: &Files, query: Query, fresh: bool) -> Result<(), Failure> {
    let index = files.index(fresh).await?;
    roll.find.change(|finding| finding.index = Some(index.clone()));
    search_through(roll, files, Search::new(&index, query), true).await
}

/// Searches one file after another. It shows the first names found at once, and the others together. A search that
/// `is_new` may replace another one: then it searches as many files as that did, and shows all names together.
async fn search_through(roll: &Rc<LongRoll>, files: &Files, mut search: Search, is_new: bool) -> Result<(), Failure> {
    let (wanted, again, files_before) = {
        let finding = roll.find.finding.borrow();
        finding.as_ref().map_or((0, false, 0), |finding| (finding.wanted, finding.known && is_new, finding.files))
    };
    let before = count(&roll.choice.filter(), &search);
    let most = if again { files_before.max(FILES) } else { FILES };
    let (mut shown, mut read) = (again, 0);
    while read < most {
        let Some(src) = search.wanted().map(str::to_string) else { break };
        let found = count(&roll.choice.filter(), &search);
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
    roll.find.change(|finding| finding.files = if is_new { read } else { files_before + read });
    roll.show_found(&search, true);
    roll.find.change(|finding| finding.search = Some(search));
    Ok(())
}
