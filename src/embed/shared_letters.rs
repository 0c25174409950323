//! The letters of the page, each loaded and read once for all its elements.

use super::arrived::{Arrived, LIMITS, Outcome, arrive};
use crate::fetch::{self, Request};
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use wasm_bindgen_futures::spawn_local;

thread_local! {
    static PENDING: RefCell<Vec<Weak<Pending>>> = const { RefCell::new(Vec::new()) };
    /// Letters shown in some element.
    static AT_HAND: RefCell<Vec<(String, Weak<Arrived>)>> = const { RefCell::new(Vec::new()) };
}

/// A running request, and the elements waiting for it.
struct Pending {
    url: String,
    fresh: bool,
    waiting: RefCell<Vec<Waiting>>,
    _request: Request,
}

struct Waiting {
    /// Dropped when the element no longer wants the letter.
    interest: Weak<()>,
    done: Box<dyn FnOnce(Outcome)>,
}

/// An element's interest in a letter.
#[must_use = "dropping it ends the interest, and with the last one the request"]
pub(super) struct Interest {
    _own: Rc<()>,
    _pending: Option<Rc<Pending>>,
}

/// Calls `done` with the letter at `url`, unless the interest is dropped before. A `fresh` letter comes from the
/// server, past all caches and the page's own letters.
pub(super) fn get(url: &str, fresh: bool, done: impl FnOnce(Outcome) + 'static) -> Interest {
    let own = Rc::new(());
    let waiting = Waiting { interest: Rc::downgrade(&own), done: Box::new(done) };
    if let Some(arrived) = at_hand(url).filter(|_| !fresh) {
        // Never before this function returns, because the caller is not ready for the answer yet.
        spawn_local(async move { waiting.answer(Ok(arrived)) });
        return Interest { _own: own, _pending: None };
    }
    let pending = pending(url, fresh).unwrap_or_else(|| begin(url, fresh));
    pending.waiting.borrow_mut().push(waiting);
    Interest { _own: own, _pending: Some(pending) }
}

impl Waiting {
    fn answer(self, outcome: Outcome) {
        if self.interest.strong_count() > 0 {
            (self.done)(outcome);
        }
    }
}

fn at_hand(url: &str) -> Option<Rc<Arrived>> {
    AT_HAND.with_borrow_mut(|letters| {
        letters.retain(|(_, letter)| letter.strong_count() > 0);
        letters.iter().find(|(at, _)| at == url)?.1.upgrade()
    })
}

fn pending(url: &str, fresh: bool) -> Option<Rc<Pending>> {
    PENDING.with_borrow_mut(|requests| {
        requests.retain(|request| request.strong_count() > 0);
        let mut requests = requests.iter().filter_map(Weak::upgrade);
        requests.find(|request| request.url == url && (request.fresh || !fresh))
    })
}

fn begin(url: &str, fresh: bool) -> Rc<Pending> {
    let pending = Rc::new_cyclic(|own: &Weak<Pending>| {
        let own = own.clone();
        let address = url.to_string();
        let request = fetch::get(address.clone(), LIMITS, fresh, move |result| {
            let Some(pending) = own.upgrade() else { return };
            let outcome = result.and_then(|document| arrive(document, &address)).map(Rc::new);
            PENDING.with_borrow_mut(|requests| requests.retain(|other| !other.ptr_eq(&own)));
            if let Ok(arrived) = &outcome {
                AT_HAND.with_borrow_mut(|letters| {
                    letters.retain(|(at, _)| *at != address);
                    letters.push((address, Rc::downgrade(arrived)));
                });
            }
            for waiting in pending.waiting.take() {
                waiting.answer(outcome.clone());
            }
        });
        Pending { url: url.into(), fresh, waiting: RefCell::default(), _request: request }
    });
    PENDING.with_borrow_mut(|requests| requests.push(Rc::downgrade(&pending)));
    pending
}
