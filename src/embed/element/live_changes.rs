//! What changes while the letter is shown: the count, the names, the rest of a long roll.

use super::Element;
use super::following::answer;
use crate::embed::arrived::Arrived;
use crate::embed::later::long_roll::show_long_roll;
use crate::embed::later::updates::follow;
use crate::embed::long_roll::LongRollOf;
use crate::embed::updates::{Change, Done, Followed, is_followed};
use crate::model::{Code, Failure, Part};
use crate::view::{Listing, is_long};
use leptos::task::{spawn_local, tick};
use std::rc::Rc;

impl Element {
    /// Updates the count, and calls `done` when the answer is in, or when none will come.
    pub fn update(&self, done: Done) {
        // While a letter is loading, the request is for its count.
        if let Some(done) = self.wanted.wait(done) {
            self.following.update(done);
        }
    }

    /// Follows this letter from now on, and no longer the one before.
    pub(super) fn follow(self: &Rc<Self>, arrived: Rc<Arrived>, waiting: Vec<Done>) {
        if !is_followed(&arrived.letter) {
            self.following.end();
            return answer(waiting);
        }
        self.following.begin(waiting);
        let shown = Rc::downgrade(&arrived);
        let shows_it = shown.clone();
        let own = Rc::downgrade(self);
        let changed = Box::new(move |change| {
            // Changes of an earlier letter no longer matter.
            let Some(element) = own.upgrade().filter(|element| element.display.shows(&shows_it)) else { return };
            match change {
                Change::Count => element.report_count(),
                Change::Roll => element.display.roll_changed(),
                Change::Failed(failure) => element.report_failure(&failure),
            }
        });
        let (settings, changing) = (self.wanted.settings(), self.display.changing());
        let followed = Followed { arrived, settings, root: self.host.root().clone(), changing, changed };
        let own = Rc::downgrade(self);
        spawn_local(async move {
            let follow = follow(followed).await;
            let Some(element) = own.upgrade().filter(|element| element.display.shows(&shown)) else { return };
            if let Ok(follow) = follow {
                follow.settings_changed(&element.wanted.settings());
                element.following.join(follow);
            } else {
                element.part_failed(Code::Count);
                element.following.end();
            }
        });
    }

    /// Reports that a part of the module could not be loaded.
    pub(super) fn part_failed(&self, code: Code) {
        let message = "a file of the widget failed to load: the letter stays as it was published".into();
        self.report_failure(&Failure::new(code, message, ""));
    }

    /// Shows the rest of a long roll, in the view just mounted.
    pub(super) fn show_long_roll(self: &Rc<Self>) {
        let shows_roll = self.wanted.settings().show.has(Part::Roll);
        let arrived = self.display.arrived().filter(|arrived| shows_roll && is_long(&arrived.letter));
        let Some(arrived) = arrived else { return };
        let listing = Listing::of(&arrived.letter, &self.wanted.settings());
        let own = Rc::downgrade(self);
        let failed = Box::new(move |failure| {
            if let Some(element) = own.upgrade() {
                element.report_failure(&failure);
            }
        });
        let (root, changing, view) = (self.host.root().clone(), self.display.changing(), self.display.view());
        let own = Rc::downgrade(self);
        spawn_local(async move {
            // The letter comes first.
            tick().await;
            if own.upgrade().is_none_or(|element| element.display.view() != view) {
                return;
            }
            let roll = show_long_roll(LongRollOf { arrived, listing, root, changing, failed }).await;
            let Some(element) = own.upgrade().filter(|element| element.display.view() == view) else { return };
            match roll {
                Ok(roll) => element.display.set_long_roll(roll),
                Err(_) => element.part_failed(Code::Roll),
            }
        });
    }
}
