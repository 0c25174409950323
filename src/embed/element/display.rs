//! What the element shows.

use super::host_page::HostPage;
use super::view::View;
use crate::browser::reader_languages;
use crate::embed::arrived::Arrived;
use crate::embed::long_roll::LongRollView;
use crate::model::{Failure, Letter, Settings, State};
use crate::view::{Changing, Message, Now};
use gloo_timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::ptr;
use std::rc::{Rc, Weak};
use std::sync::Arc;

/// A letter, the notice that it is loading, or the notice that loading failed.
#[derive(Default)]
enum Content {
    #[default]
    Loading,
    Failed(Failure),
    Letter(Rc<Arrived>),
}

/// The content, and its view. The fields are dropped in this order: the view of a long roll is inside that of its
/// letter.
#[derive(Default)]
pub(super) struct Display {
    content: RefCell<Content>,
    changing: RefCell<Changing>,
    /// Whether the element now shows another letter than the one published with the page.
    left: Cell<bool>,
    long_roll: RefCell<Option<Box<dyn LongRollView>>>,
    view: RefCell<Option<View>>,
    /// The number of views so far.
    views: Cell<u32>,
    /// Mounts the first view if the letter takes long.
    timer: RefCell<Option<Timeout>>,
}

impl Display {
    /// The letter.
    pub fn arrived(&self) -> Option<Rc<Arrived>> {
        match &*self.content.borrow() {
            Content::Letter(arrived) => Some(arrived.clone()),
            _ => None,
        }
    }

    /// The letter.
    pub fn letter(&self) -> Option<Arc<Letter>> {
        Some(self.arrived()?.letter.clone())
    }

    /// Whether the element shows that letter.
    pub fn shows(&self, letter: &Weak<Arrived>) -> bool {
        self.arrived().is_some_and(|arrived| ptr::eq(Rc::as_ptr(&arrived), letter.as_ptr()))
    }

    /// What changes in the letter while it is shown.
    pub fn changing(&self) -> Changing {
        self.changing.borrow().clone()
    }

    /// The count of the letter.
    pub fn count(&self) -> Option<u64> {
        self.arrived()?;
        self.changing.borrow().now().live.count
    }

    /// Sets the letter. A translation keeps the count of the letter before it, which is newer than its own.
    pub fn set_letter(&self, arrived: Rc<Arrived>, is_translation: bool) {
        let mut now = Now::of(&arrived.letter);
        if is_translation {
            now.live = self.changing.borrow().now().live;
        } else {
            self.left.set(self.arrived().is_some());
        }
        self.changing.replace(Changing::new(now));
        self.content.replace(Content::Letter(arrived));
    }

    /// Sets a failure in place of a letter.
    pub fn set_failure(&self, failure: Failure) {
        self.content.replace(Content::Failed(failure));
    }

    /// Sets that the letter is loading.
    pub fn set_loading(&self) {
        self.content.replace(Content::Loading);
    }

    /// Mounts a view of the content, and then removes the view before.
    pub fn mount(&self, host: &HostPage, settings: Settings, on: impl Fn(Message) -> bool + 'static) {
        let state = match &*self.content.borrow() {
            Content::Letter(arrived) => State::Shown(arrived.letter.clone()),
            _ if host.has_content() => State::Hosted,
            Content::Loading => State::Loading,
            Content::Failed(failure) => State::Failed(failure.clone()),
        };
        let is_letter = matches!(state, State::Shown(_));
        let first_view = if self.is_mounted() { None } else { host.first_view() };
        if first_view.is_some() && !is_letter {
            // It stays until there is a letter, and if there will be none.
            return;
        }
        self.long_roll.take();
        let takes_over = first_view.is_some();
        let page_of = host.page_of(self.left.get());
        let view = View::mount(
            host.place().clone(),
            state,
            settings,
            reader_languages(),
            self.changing(),
            page_of,
            first_view,
            on,
        );
        self.timer.take();
        // Both views are in the page now, so that the focus can move from one to the other.
        host.make_room(is_letter);
        if takes_over {
            host.resume();
        }
        self.view.replace(Some(view));
        self.views.set(self.views.get() + 1);
    }

    /// Mounts the first view when the timer ends, unless one is mounted before.
    pub fn mount_after(&self, timer: Timeout) {
        self.timer.replace(Some(timer));
    }

    /// Whether there is a view.
    pub fn is_mounted(&self) -> bool {
        self.view.borrow().is_some()
    }

    /// The number of the view.
    pub fn view(&self) -> u32 {
        self.views.get()
    }

    /// Sets the view of a long roll.
    pub fn set_long_roll(&self, view: Option<Box<dyn LongRollView>>) {
        drop(self.long_roll.replace(view));
    }

    /// The roll was published again, or the letter has new rows.
    pub fn roll_changed(&self) {
        if let Some(roll) = &*self.long_roll.borrow() {
            roll.roll_changed();
        }
    }
}
