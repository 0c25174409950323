//! What keeps one element's letter up to date: its part in the watch of the count, and the names that follow.

use super::roll_updates::Names;
use crate::embed::element::Element;
use crate::embed::letter_request::Arrived;
use crate::language::{Language, fill};
use crate::live::{Believed, News, Subscription, Tally, subscribe};
use crate::model::{Failure, Letter, Live, Part, Settings, Timestamp};
use crate::roll::Row;
use gloo_timers::callback::Interval;
use leptos::task::spawn_local;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use std::sync::Arc;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// What has changed.
pub(in crate::embed) enum Change {
    /// The count and what belongs to it.
    Live(Live),
    /// The rows that the letter brings.
    Rows(Arc<[Row]>),
    /// The roll of which the letter brings only a part.
    Roll,
    /// How long ago the count changed, in words.
    Updated(String),
    /// This element tells screen readers the count.
    Speak,
    /// The count or the names could not be refreshed.
    Failed(Failure),
}

/// A letter that is shown, kept up to date until this is dropped.
pub(in crate::embed) trait Follow {
    /// The host page has changed its wishes.
    fn settings_changed(&self, settings: &Settings);

    /// Asks for the count now; `done` is called when the answer is in, or at once where nothing changes any more.
    fn ask(&self, done: Box<dyn FnOnce()>);
}

/// Whether the letter is one that changes.
pub(in crate::embed) fn is_followed(letter: &Letter) -> bool {
    let signatures = &letter.signatures;
    letter.is_open() && (signatures.src.is_some() || signatures.stream.is_some())
}

/// Follows the letter, for as long as the element shows it, and tells the element each change. This part of the widget
/// is fetched when it is first called: a reader waits for the letter, and not for what changes afterwards.
///
/// # Errors
/// If that part can't be had.
#[wasm_split(later, fallible)]
#[allow(clippy::unnecessary_wraps, reason = "the error is that of the fetching, which the macro adds")]
pub(in crate::embed) fn follow(
    element: Weak<Element>,
    arrived: Rc<Arrived>,
    settings: Settings,
) -> Result<Box<dyn Follow>, SplitLoaderError> {
    let shown = Rc::downgrade(&arrived);
    let changed = Box::new(move |change| {
        // Not what the letter before it had.
        let Some(element) = element.upgrade().filter(|element| element.shows(&shown)) else { return };
        element.change(change);
    });
    Ok(Box::new(Following::start(&arrived, &settings, changed)))
}

pub(super) struct Following {
    pub(super) letter: Arc<Letter>,
    pub(super) url: String,
    /// What the letter tells that was published last.
    pub(super) published: RefCell<Live>,
    pub(super) live: RefCell<Live>,
    pub(super) shows_roll: Cell<bool>,
    pub(super) names: Names,
    pub(super) subscription: RefCell<Option<Subscription>>,
    pub(super) changed: Box<dyn Fn(Change)>,
    /// Ticks once a minute.
    _minutes: Interval,
}

impl Following {
    fn start(arrived: &Arrived, settings: &Settings, changed: Box<dyn Fn(Change)>) -> Rc<Following> {
        let letter = arrived.letter.clone();
        let following = Rc::new_cyclic(|own: &Weak<Following>| Following {
            _minutes: every_minute(own.clone()),
            url: arrived.url.clone(),
            published: RefCell::new(Live::of(&letter)),
            live: RefCell::new(Live::of(&letter)),
            shows_roll: Cell::new(settings.show.has(Part::Roll)),
            names: Names::of(&letter),
            subscription: RefCell::default(),
            changed,
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
            News::Failed(failure) => (self.changed)(Change::Failed((*failure).clone())),
            News::Stale(since) => {
                self.live.borrow_mut().stale_since = Some(*since);
                self.tell_live();
            }
            News::Speak => (self.changed)(Change::Speak),
        }
    }

    fn take_in(self: &Rc<Self>, tally: &Tally, believed: Believed) {
        let before = self.live.borrow().clone();
        self.show_live(tally);
        self.names_may_follow(believed == Believed::Changed, &before);
        if self.live.borrow().closed {
            // Nobody signs any more. Not while the watch is telling it.
            let own = Rc::downgrade(self);
            spawn_local(async move {
                if let Some(following) = own.upgrade() {
                    following.subscription.take();
                }
            });
        }
    }

    pub(super) fn show_live(&self, tally: &Tally) {
        let live = tally.over(self.published.borrow().clone());
        if live != *self.live.borrow() {
            self.live.replace(live);
            self.tell_live();
        }
    }

    fn tell_live(&self) {
        (self.changed)(Change::Live(self.live.borrow().clone()));
        self.tell_updated();
    }

    /// Tells how long ago the count changed, by the reader's clock.
    fn tell_updated(&self) {
        let Some(updated) = self.live.borrow().updated else { return };
        let language = Language::new(&self.letter.lang);
        #[expect(clippy::cast_possible_truncation, reason = "milliseconds of our time")]
        let now = Timestamp(js_sys::Date::now() as i64);
        let ago = language.ago(updated, now);
        if !ago.is_empty() {
            (self.changed)(Change::Updated(fill(language.texts.updated, "time", &ago)));
        }
    }
}

fn every_minute(following: Weak<Following>) -> Interval {
    Interval::new(60_000, move || {
        if let Some(following) = following.upgrade() {
            following.tell_updated();
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

    fn ask(&self, done: Box<dyn FnOnce()>) {
        match &*self.subscription.borrow() {
            Some(subscription) => subscription.ask(done),
            None => done(),
        }
    }
}
