//! An element's part in a watch: there is one watch for each source of counts on the page.

use super::tally::Tally;
use super::watch::{Member, News, Watch};
use crate::model::Signatures;
use std::cell::RefCell;
use std::rc::{Rc, Weak};

thread_local! {
    static WATCHES: RefCell<Vec<Weak<Watch>>> = const { RefCell::new(Vec::new()) };
}

/// An element's part in a watch.
#[must_use = "dropping it ends the element's part, and the watch with the last"]
pub struct Subscription {
    watch: Rc<Watch>,
    number: u32,
}

/// Joins the watch of these signatures' sources, or begins it with their count. `refresh` is the element's number of
/// seconds between requests; with `None`, only [`Subscription::ask`] makes requests. An element that `speaks` may be
/// the one to speak to screen readers.
pub fn subscribe(
    signatures: &Signatures,
    refresh: Option<u32>,
    speaks: bool,
    listener: impl Fn(&News) + 'static,
) -> Subscription {
    let watch = find(signatures).unwrap_or_else(|| begin(signatures));
    let number = watch.joined.get();
    watch.joined.set(number + 1);
    watch.members.borrow_mut().push(Member { number, refresh, speaks, listener: Rc::new(listener) });
    watch.members_changed();
    Subscription { watch, number }
}

impl Subscription {
    /// The current count.
    #[must_use]
    pub fn tally(&self) -> Tally {
        self.watch.tally.borrow().clone()
    }

    /// Requests the count now, whatever the schedule. Calls `done` when the answer is in, or when none will come.
    pub fn ask(&self, done: impl FnOnce() + 'static) {
        self.watch.waiting.borrow_mut().push(Box::new(done));
        self.watch.ask();
    }

    /// Changes the element's number of seconds between requests.
    pub fn set_refresh(&self, refresh: Option<u32>) {
        for member in self.watch.members.borrow_mut().iter_mut().filter(|member| member.number == self.number) {
            member.refresh = refresh;
        }
        self.watch.members_changed();
    }
}

impl Drop for Subscription {
    fn drop(&mut self) {
        self.watch.members.borrow_mut().retain(|member| member.number != self.number);
        self.watch.members_changed();
    }
}

fn find(signatures: &Signatures) -> Option<Rc<Watch>> {
    WATCHES.with_borrow_mut(|watches| {
        watches.retain(|watch| watch.strong_count() > 0);
        let mut watches = watches.iter().filter_map(Weak::upgrade);
        watches.find(|watch| watch.source == signatures.src && watch.stream_url == signatures.stream)
    })
}

fn begin(signatures: &Signatures) -> Rc<Watch> {
    let watch = Watch::begin(signatures);
    WATCHES.with_borrow_mut(|watches| watches.push(Rc::downgrade(&watch)));
    watch
}
