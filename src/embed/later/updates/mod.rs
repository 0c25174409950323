//! Keeps one element's letter up to date: its part in the watch of the count, and the names.

mod names;
mod page;

use crate::embed::updates::{Done, Follow, Followed};
use crate::language::{Language, fill};
use crate::live::{Believed, News, Subscription, Tally, subscribe};
use crate::model::{Letter, Live, Part, Settings, Timestamp};
use gloo_timers::callback::Interval;
use leptos::task::spawn_local;
use names::Names;
use page::Page;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use std::sync::Arc;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// Follows the letter until the result is dropped. The first call loads this part of the module, because a reader waits
/// for the letter, but not for later changes.
///
/// # Errors
/// If this part of the widget can't be loaded.
#[wasm_split(updates, fallible)]
#[allow(clippy::unnecessary_wraps, reason = "the error is that of the loading, which the macro adds")]
pub(in crate::embed) fn follow(followed: Followed) -> Result<Box<dyn Follow>, SplitLoaderError> {
    Ok(Box::new(Following::start(followed)))
}

/// A letter that is kept up to date.
struct Following {
    letter: Arc<Letter>,
    url: String,
    /// The count in the letter as last published.
    published: RefCell<Live>,
    /// The count that is shown.
    live: RefCell<Live>,
    shows_roll: Cell<bool>,
    names: Names,
    subscription: RefCell<Option<Subscription>>,
    page: Page,
    /// Ticks once a minute.
    _minutes: Interval,
}

impl Following {
    fn start(followed: Followed) -> Rc<Following> {
        let Followed { arrived, settings, root, changing, changed } = followed;
        let letter = arrived.letter.clone();
        let following = Rc::new_cyclic(|own: &Weak<Following>| Following {
            _minutes: every_minute(own.clone()),
            url: arrived.url.clone(),
            published: RefCell::new(Live::of(&letter)),
            live: RefCell::new(Live::of(&letter)),
            shows_roll: Cell::new(settings.show.has(Part::Roll)),
            names: Names::of(&letter),
            subscription: RefCell::default(),
            page: Page::new(root, changing, changed),
            letter,
        });
        let own = Rc::downgrade(&following);
        let speaks = settings.show.has(Part::Count);
        let subscription = subscribe(&following.letter.signatures, settings.refresh, speaks, move |news| {
            if let Some(following) = own.upgrade() {
                following.hear(news);
            }
        });
        following.show_live(&subscription.tally());
        following.subscription.replace(Some(subscription));
        following.follow_names();
        following
    }

    fn hear(self: &Rc<Self>, news: &News) {
        match news {
            News::Answer(tally, believed) => self.take_in(tally, *believed),
            News::Failed(failure) => self.page.fail((*failure).clone()),
            News::Stale(since) => {
                self.live.borrow_mut().stale_since = Some(*since);
                self.live_changed();
            }
            News::Speak => self.page.speak(),
        }
    }

    fn take_in(self: &Rc<Self>, tally: &Tally, believed: Believed) {
        let before = self.live.borrow().clone();
        self.show_live(tally);
        self.names_may_follow(believed == Believed::Changed, &before);
        if self.live.borrow().closed {
            // Signing has closed. Not from within the watch's own call.
            let own = Rc::downgrade(self);
            spawn_local(async move {
                if let Some(following) = own.upgrade() {
                    following.subscription.take();
                }
            });
        }
    }

    fn show_live(&self, tally: &Tally) {
        let live = tally.over(self.published.borrow().clone());
        if live != *self.live.borrow() {
            self.live.replace(live);
            self.live_changed();
        }
    }

    fn live_changed(&self) {
        self.page.show_live(self.live.borrow().clone());
        self.show_updated();
    }

    /// Shows how long ago the count changed, by the reader's clock.
    fn show_updated(&self) {
        let Some(updated) = self.live.borrow().updated else { return };
        let language = Language::new(&self.letter.lang);
        #[expect(clippy::cast_possible_truncation, reason = "milliseconds of our time")]
        let now = Timestamp(js_sys::Date::now() as i64);
        let ago = language.ago(updated, now);
        if !ago.is_empty() {
            self.page.show_updated(fill(language.texts.updated, "time", &ago));
        }
    }
}

fn every_minute(following: Weak<Following>) -> Interval {
    Interval::new(60_000, move || {
        if let Some(following) = following.upgrade() {
            following.show_updated();
        }
    })
}

impl Follow for Rc<Following> {
    fn settings_changed(&self, settings: &Settings) {
        if let Some(subscription) = &*self.subscription.borrow() {
            subscription.set_refresh(settings.refresh);
        }
        self.shows_roll.set(settings.show.has(Part::Roll));
        self.follow_names();
    }

    fn update(&self, done: Done) {
        match &*self.subscription.borrow() {
            Some(subscription) => subscription.ask(done),
            None => done(),
        }
    }
}
