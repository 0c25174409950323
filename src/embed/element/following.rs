//! Keeps the letter up to date.

use crate::embed::updates::{Done, Follow};
use crate::model::Settings;
use std::cell::RefCell;

/// The state of following the letter.
#[derive(Default)]
enum State {
    /// There is no letter, or one that does not change.
    #[default]
    Nothing,
    /// The part of the module for this is loading. Until then the letter `before` is followed: the two may be
    /// translations that share a watch.
    Joining { before: Option<Box<dyn Follow>>, waiting: RefCell<Vec<Done>> },
    /// The letter is followed.
    Joined(Box<dyn Follow>),
}

/// Follows one letter after another.
#[derive(Default)]
pub(super) struct Following(RefCell<State>);

impl Following {
    /// A letter is about to be followed. Requests to update the count wait for that.
    pub fn begin(&self, mut waiting: Vec<Done>) {
        let before = match self.0.take() {
            State::Nothing => None,
            State::Joining { before, waiting: earlier } => {
                waiting.append(&mut earlier.take());
                before
            }
            State::Joined(before) => Some(before),
        };
        self.0.replace(State::Joining { before, waiting: waiting.into() });
    }

    /// Follows this letter from now on, and ends following the letter before.
    pub fn join(&self, follow: Box<dyn Follow>) {
        let before = self.0.replace(State::Joined(follow));
        if let State::Joining { waiting, .. } = &before {
            waiting.take().into_iter().for_each(|done| self.update(done));
        }
    }

    /// Stops following.
    pub fn end(&self) {
        if let State::Joining { waiting, .. } = self.0.take() {
            answer(waiting.take());
        }
    }

    /// The attributes have changed.
    pub fn settings_changed(&self, settings: &Settings) {
        if let State::Joined(follow) | State::Joining { before: Some(follow), .. } = &*self.0.borrow() {
            follow.settings_changed(settings);
        }
    }

    /// Updates the count, and calls `done` when the answer is in, or when none will come.
    pub fn update(&self, done: Done) {
        match &*self.0.borrow() {
            State::Nothing => done(),
            State::Joining { waiting, .. } => waiting.borrow_mut().push(done),
            State::Joined(follow) => follow.update(done),
        }
    }
}

/// Ends the waiting requests: no update will come.
pub(super) fn answer(waiting: Vec<Done>) {
    for done in waiting {
        done();
    }
}
