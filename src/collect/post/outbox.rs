//! The outbox, as the worker needs it. The collector's store keeps it, in the same transaction as the signatures.
//!
//! **Nobody gets two.** SMTP has one weak moment: after the text of a mail was sent, and before the relay's answer came
//! (RFC 1047). If the connection breaks there, or this process dies, nobody can know whether the relay has the mail.
//! So the worker says [`Outbox::handing`] before that moment, and whatever ends there is [`Settled::Unknown`]: it is
//! not sent again. Whoever got no mail signs again, and gets a new one. Before that moment everything can be tried
//! again.

use super::message::Message;
use anyhow::Result;
use jiff::{SignedDuration, Timestamp};
use std::future::Future;

/// A mail that is due.
#[derive(Clone, Debug)]
pub struct Due {
    /// Its number in the store.
    pub row: i64,
    /// A word that names it among all mails of this collector, the same at each attempt.
    pub id: String,
    /// How often it was tried.
    pub tries: u32,
    /// What it is about.
    pub message: Message,
}

/// What became of a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Settled {
    /// The relay has it.
    Sent,
    /// The relay refused it for now (4xx): try it again then, and count this attempt.
    Later(Timestamp, String),
    /// The relay could not be reached or let nobody in. That says nothing about this mail: try it again then, and don't
    /// count this attempt.
    Untried(Timestamp, String),
    /// The relay refused it for good (5xx), or it was tried for too long: give it up, and tell the coordinator.
    Refused(String),
    /// The connection broke when the relay may have had it: never send it again, and tell the coordinator.
    Unknown(String),
}

/// Mails that wait.
pub trait Outbox: Send + Sync {
    /// Takes a mail that is due. Nobody else gets it for ten minutes; if nothing was settled by then, it is due again,
    /// unless it was being handed over.
    fn next(&self) -> impl Future<Output = Result<Option<Due>>> + Send;

    /// Notes, so that it survives a crash, that the mail is handed to the relay now. If the process ends before it is
    /// settled, it counts as [`Settled::Unknown`].
    fn handing(&self, row: i64) -> impl Future<Output = Result<()>> + Send;

    /// Notes what became of it.
    fn settle(&self, row: i64, settled: Settled) -> impl Future<Output = Result<()>> + Send;
}

/// When to try a mail again that the relay refused for now; `None` if it was tried for three days. The first waits are
/// short, because many servers refuse everybody once (greylisting).
#[must_use]
pub fn again(tries: u32, now: Timestamp) -> Option<Timestamp> {
    const MINUTES: [i64; 10] = [1, 5, 15, 60, 120, 240, 480, 720, 1440, 1440];
    let wait = MINUTES.get(usize::try_from(tries).ok()?)?;
    now.checked_add(SignedDuration::from_mins(*wait)).ok()
}
