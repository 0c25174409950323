//! How a letter changes while it is shown: the count, the names, the rest of a long roll.

use super::element::{Element, warn};
use super::events;
use super::later::long_roll::{Room, rest};
use super::later::updates::{Change, follow, is_followed};
use super::letter_request::Arrived;
use crate::browser::Steady;
use crate::model::{Code, Failure, Part};
use crate::view::is_long;
use leptos::task::{spawn_local, tick};
use std::ptr;
use std::rc::{Rc, Weak};

impl Element {
    /// Asks for the count now, and calls `done` when the answer is in, or when it is known that none will come.
    pub fn update(&self, done: Box<dyn FnOnce()>) {
        if self.loading.borrow().is_some() || self.joining.get() {
            return self.waiting.borrow_mut().push(done);
        }
        match &*self.following.borrow() {
            Some(following) => following.ask(done),
            None => done(),
        }
    }

    /// Has the letter followed from now on, and no longer the one that it replaces. The two may be translations of each
    /// other and so share a watch: the old one's part in it ends once the new one has joined it.
    pub(super) fn follow(self: &Rc<Self>, arrived: Rc<Arrived>) {
        let follows = is_followed(&arrived.letter);
        self.joining.set(follows);
        if !follows {
            self.following.take();
            return self.answer_waiting();
        }
        let (own, shown) = (Rc::downgrade(self), Rc::downgrade(&arrived));
        let settings = self.settings.borrow().clone();
        spawn_local(async move {
            let following = follow(own.clone(), arrived, settings).await;
            let Some(element) = own.upgrade().filter(|element| element.shows(&shown)) else { return };
            element.joining.set(false);
            match following {
                Ok(following) => {
                    following.settings_changed(&element.settings.borrow());
                    for done in element.waiting.take() {
                        following.ask(done);
                    }
                    drop(element.following.replace(Some(following)));
                }
                Err(_) => element.cannot_follow(),
            }
        });
    }

    fn cannot_follow(self: &Rc<Self>) {
        self.following.take();
        let message = "a file of the widget can't be had: the letter stays as it was published".into();
        self.tell_failure(&Failure {
            code: Code::Count,
            message,
            url: String::new(),
            page: None,
            status: None,
            retry_after: None,
        });
        self.answer_waiting();
    }

    /// Tells of something that leaves the letter as it is.
    fn tell_failure(&self, failure: &Failure) {
        warn(failure);
        events::error(&self.host, failure);
    }

    /// Whether that letter is the one that is shown.
    pub(super) fn shows(&self, letter: &Weak<Arrived>) -> bool {
        self.arrived.borrow().as_ref().is_some_and(|arrived| ptr::eq(Rc::as_ptr(arrived), letter.as_ptr()))
    }

    pub(super) fn answer_waiting(&self) {
        for done in self.waiting.take() {
            done();
        }
    }

    /// Has the rest of a long roll shown, in the view as it now stands.
    pub(super) fn begin_rest(self: &Rc<Self>) {
        let Some(arrived) = self.arrived.borrow().clone() else { return };
        let shows_roll = self.settings.borrow().show.has(Part::Roll);
        if self.letter().is_none() || !shows_roll || !is_long(&arrived.letter) {
            return;
        }
        let own = Rc::downgrade(self);
        let failed = Box::new(move |failure| {
            if let Some(element) = own.upgrade() {
                element.tell_failure(&failure);
            }
        });
        let (root, changing, view) = (self.root.clone(), self.changing.borrow().clone(), self.views.get());
        let own = Rc::downgrade(self);
        spawn_local(async move {
            // The letter first.
            tick().await;
            if own.upgrade().is_none_or(|element| element.views.get() != view) {
                return;
            }
            let rest = rest(Room { root, arrived, changing, failed }).await;
            let Some(element) = own.upgrade().filter(|element| element.views.get() == view) else { return };
            match rest {
                Ok(rest) => drop(element.rest.replace(rest)),
                Err(_) => element.cannot_follow(),
            }
        });
    }

    /// Shows what has changed, with what the reader looks at left in its place. Only the later part calls it.
    pub(super) fn change(self: &Rc<Self>, change: Change) {
        let changing = self.changing.borrow().clone();
        if let Change::Updated(text) = change {
            return changing.change(|now| now.updated = text);
        }
        let steady = Steady::hold(&self.root);
        match change {
            Change::Live(live) => {
                changing.change(|now| now.live = live);
                self.tell_count();
            }
            Change::Updated(_) => {}
            Change::Rows(rows) => {
                changing.change(|now| now.rows = rows);
                self.roll_changed();
            }
            Change::Roll => self.roll_changed(),
            Change::Speak => changing.change(|now| now.spoken = now.live.count),
            Change::Failed(failure) => self.tell_failure(&failure),
        }
        self.after_rendering(move |_| steady.restore());
    }

    fn roll_changed(&self) {
        if let Some(rest) = &*self.rest.borrow() {
            rest.published_anew();
        }
    }

    /// Tells the host page the count, if it does not know it.
    pub(super) fn tell_count(self: &Rc<Self>) {
        let Some(count) = self.count() else { return };
        let (is_news, previous) = self.told.borrow_mut().tell(count);
        if is_news {
            self.after_rendering(move |element| events::count(&element.host, count, previous));
        }
    }
}
