//! A long roll on the page: the names beyond those in the letter, which the reader can scroll through, search, filter
//! by kind, and sort.
//!
//! It has four owners: [`Page`] for what is on the page, [`Scroll`] for the sheets of names that were read, [`Find`]
//! for the search, [`Choice`] for order and kind. Each owner's files also contain the methods of [`LongRoll`] that use
//! it.

mod at_hand;
mod choice;
mod controls;
mod files;
mod find;
mod page;
mod scroll;
mod show;

use crate::embed::long_roll::{LongRollOf, LongRollView};
use crate::language::Language;
use crate::model::Failure;
use crate::view::{Changing, orders};
use choice::Choice;
use files::Files;
use find::Find;
use page::Page;
use scroll::Scroll;
use std::rc::Rc;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// Shows the roll of a letter until the result is dropped; `None` if the letter's view has no place for it.
///
/// # Errors
/// If this part of the widget can't be loaded.
#[wasm_split(long_roll, fallible)]
#[allow(clippy::unnecessary_wraps, reason = "the error is that of the loading, which the macro adds")]
pub(in crate::embed) fn show_long_roll(roll: LongRollOf) -> Result<Option<Box<dyn LongRollView>>, SplitLoaderError> {
    Ok(LongRoll::start(roll).map(|roll| Box::new(Handle(roll)) as Box<dyn LongRollView>))
}

/// The only strong reference to the roll: its listeners and tasks hold it weakly, or end with it.
struct Handle(Rc<LongRoll>);

impl LongRollView for Handle {
    fn roll_changed(&self) {
        self.0.roll_changed();
    }
}

impl Drop for Handle {
    fn drop(&mut self) {
        self.0.end();
    }
}

/// A long roll on the page.
struct LongRoll {
    page: Page,
    scroll: Scroll,
    find: Find,
    choice: Choice,
    /// `None`, if the letter has the whole roll.
    files: Option<Files>,
    /// Whether the roll is in groups, each with its heading.
    is_grouped: bool,
    language: Language,
    changing: Changing,
    failed: Box<dyn Fn(Failure)>,
}

impl LongRoll {
    /// `None`, if the roll is not shown.
    fn start(roll: LongRollOf) -> Option<Rc<LongRoll>> {
        let LongRollOf { root, arrived, listing, changing, failed } = roll;
        let files = Files::of(&arrived);
        let page = Page::of(root, files.is_some() || changing.now().has_more())?;
        if changing.now().ordered.is_some() {
            // The field for the order is new.
            changing.change(|now| now.ordered = None);
        }
        let now = changing.now();
        let roll = Rc::new(LongRoll {
            page,
            scroll: Scroll::new(&now),
            find: Find::default(),
            choice: Choice::new(now.filter),
            is_grouped: !arrived.letter.groups.is_empty(),
            language: Language::new(&arrived.letter.lang),
            files,
            changing,
            failed,
        });
        roll.page.mount(&listing, orders(&arrived.letter));
        roll.page.listen(roll.listeners(), roll.watch_near());
        roll.resume();
        Some(roll)
    }

    /// Removes it from the page, and ends its work.
    fn end(&self) {
        self.scroll.end();
        self.find.end();
        self.page.end();
    }
}
