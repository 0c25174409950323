//! What may follow what: pure, and asked by every store.
//!
//! ```text
//!             code or button            organisation, or a rule
//! pending ───────────────▶ confirmed ◀──────────── held ──▶ declined
//!    │ 7 days   │ not me        │  ▲ approve          (moderator)
//!    ▼          ▼               ├──▶ withdrawn (signatory)
//!  row gone   row gone          └──▶ invalidated (coordinator, undoable)
//! ```

use super::mail;
use super::signature::{CODE_LIFE, CODE_TRIES, Signature, State, Words};
use crate::model::Kind;
use jiff::Timestamp;

/// An act on a signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// The signatory typed this code; `right` is the code of the mail.
    Code {
        /// Whether it is the right one.
        right: bool,
        /// Whether the handle fits the words that the mail showed.
        fits: bool,
        /// Why a confirmed signature is held, if it is.
        hold: Option<String>,
    },
    /// The signatory pressed the button of the page that the mail links to.
    Confirm {
        /// Why a confirmed signature is held, if it is.
        hold: Option<String>,
    },
    /// Whoever owns the address did not sign.
    Reject,
    /// The signatory changes the words. Changed words of an organisation are held again.
    Change(Box<Words>, Option<String>),
    /// The signatory hides the name.
    Hide,
    /// The signatory shows the name.
    Show,
    /// The signatory withdraws.
    Withdraw,
    /// The signatory has everything erased.
    Erase,
    /// The coordinator approves.
    Approve,
    /// The coordinator declines, for this reason.
    Decline(Option<String>),
    /// The coordinator corrects the words.
    Edit(Box<Words>),
    /// The coordinator takes it out, for this reason.
    Invalidate(Option<String>),
    /// The coordinator puts it back.
    Restore,
}

impl Act {
    /// The name, for the log.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Act::Code { .. } => "code",
            Act::Confirm { .. } => "confirm",
            Act::Reject => "reject",
            Act::Change(..) => "change",
            Act::Hide => "hide",
            Act::Show => "show",
            Act::Withdraw => "withdraw",
            Act::Erase => "erase",
            Act::Approve => "approve",
            Act::Decline(_) => "decline",
            Act::Edit(_) => "edit",
            Act::Invalidate(_) => "invalidate",
            Act::Restore => "restore",
        }
    }
}

/// What an act does to a signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// It is this from now on, and this mail goes out.
    Becomes(Box<Signature>, Option<mail::Kind>),
    /// It is deleted.
    Gone,
    /// Nothing: it was done before.
    Same,
    /// A wrong code. It was counted in this signature.
    Wrong(Box<Signature>),
    /// The code can't be used.
    Expired,
    /// The act can't follow.
    Refused,
}

/// What an act does to a signature.
#[must_use]
pub fn next(signature: &Signature, act: &Act, now: Timestamp) -> Next {
    use State::{Confirmed, Declined, Held, Invalidated, Pending, Withdrawn};
    let with = |change: &dyn Fn(&mut Signature)| {
        let mut new = signature.clone();
        new.changed = now;
        change(&mut new);
        Box::new(new)
    };
    let becomes = |state: State, mail| Next::Becomes(with(&|new| new.state = state), mail);
    match (act, signature.state) {
        (Act::Code { right, fits, hold }, state) => code(signature, (*right, *fits), hold.as_ref(), state, now),
        (Act::Confirm { hold }, Pending) => confirm(signature, hold.as_ref(), now),
        // A scanner may have pressed the other button first: "it wasn't me" stays possible.
        (Act::Reject | Act::Erase, _) => Next::Gone,
        (Act::Change(words, hold), Confirmed | Held) => {
            if words.as_ref() == &signature.words {
                return Next::Same;
            }
            let new = with(&|new| {
                new.words = words.as_ref().clone();
                if let Some(reason) = hold {
                    new.state = Held;
                    new.reason = Some(reason.clone());
                }
            });
            Next::Becomes(new, None)
        }
        (Act::Edit(words), Pending | Confirmed | Held) => {
            Next::Becomes(with(&|new| new.words = words.as_ref().clone()), None)
        }
        (Act::Hide | Act::Show, Confirmed | Held) => {
            let shown = *act == Act::Show;
            if shown == signature.shown { Next::Same } else { Next::Becomes(with(&|new| new.shown = shown), None) }
        }
        (Act::Withdraw, Confirmed | Held | Declined | Invalidated) => becomes(Withdrawn, None),
        (Act::Confirm { .. }, Confirmed | Held)
        | (Act::Withdraw, Withdrawn)
        | (Act::Approve | Act::Restore, Confirmed)
        | (Act::Decline(_), Declined)
        | (Act::Invalidate(_), Invalidated) => Next::Same,
        (Act::Approve, Held | Declined) => {
            let mail = (signature.words.kind == Kind::Organisation).then_some(mail::Kind::Approved);
            Next::Becomes(with(&|new| (new.state, new.reason) = (Confirmed, None)), mail)
        }
        (Act::Decline(reason), Held) => {
            let mail = (signature.words.kind == Kind::Organisation).then_some(mail::Kind::Declined);
            Next::Becomes(with(&|new| (new.state, new.reason) = (Declined, reason.clone())), mail)
        }
        (Act::Invalidate(reason), Confirmed | Held) => {
            Next::Becomes(with(&|new| (new.state, new.reason) = (Invalidated, reason.clone())), None)
        }
        (Act::Restore, Invalidated) => {
            let before = if signature.joined.is_some() { Confirmed } else { Held };
            Next::Becomes(with(&|new| (new.state, new.reason) = (before, None)), None)
        }
        _ => Next::Refused,
    }
}

/// A code is tried: the same work whatever is wrong.
fn code(
    signature: &Signature,
    (right, fits): (bool, bool),
    hold: Option<&String>,
    state: State,
    now: Timestamp,
) -> Next {
    let alive = signature.sent.is_none_or(|sent| now.duration_since(sent) < CODE_LIFE);
    if right && fits && matches!(state, State::Confirmed | State::Held) && signature.confirmed.is_some() {
        return Next::Same;
    }
    if !fits || !alive || signature.tries >= CODE_TRIES {
        return Next::Expired;
    }
    if right && state == State::Pending {
        return confirm(signature, hold, now);
    }
    let mut new = signature.clone();
    new.tries += 1;
    Next::Wrong(Box::new(new))
}

fn confirm(signature: &Signature, hold: Option<&String>, now: Timestamp) -> Next {
    let mut new = signature.clone();
    (new.confirmed, new.changed) = (Some(now), now);
    new.state = if hold.is_some() { State::Held } else { State::Confirmed };
    new.reason = hold.cloned();
    Next::Becomes(Box::new(new), Some(mail::Kind::Signed))
}
