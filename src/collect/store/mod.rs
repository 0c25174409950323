//! The store: what a collector remembers, behind a trait.
//!
//! Each act is one transaction, and its answer comes once it is on the disk. What may follow what is decided in
//! `state.rs`; a store only asks it.

pub mod sqlite;

use super::mail::{Kind, Mail, Sent};
use super::signature::{Consent, Handle, Id, Signature, State};
use super::state::Act;
use anyhow::Result;
use jiff::Timestamp;
use std::path::Path;

/// A sign-up, checked and with its rules applied.
#[derive(Clone, Debug)]
pub struct SignUp {
    /// What the widget confirms it by.
    pub handle: Handle,
    /// The signature. Its `row` means nothing yet; its address is sealed.
    pub signature: Signature,
    /// What its signatory agreed to. The text is kept once for all who agree to it.
    pub consent: Option<Consent>,
    /// Whether a mail may be sent to the address now, as far as limits in memory know.
    pub may_mail: bool,
}

/// What an act did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is done, or was done before. The signature as it is now.
    Done(Box<Signature>),
    /// It can't follow the state in which the signature is.
    Refused(Box<Signature>),
    /// The code was wrong. So many tries are left.
    Wrong(u8),
    /// The code, or the handle, can't be used any longer.
    Expired,
    /// There is no such signature, or no longer.
    Unknown,
}

/// The counts of a letter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Confirmed organisations.
    pub organisations: u64,
    /// Confirmed persons.
    pub persons: u64,
    /// Grows whenever something changes that the roll shows.
    pub version: i64,
    /// Grows only if a row that the roll may have shown has changed or gone, not if rows are added.
    pub rewritten: i64,
}

impl Count {
    /// All confirmed signatures.
    #[must_use]
    pub fn all(&self) -> u64 {
        self.organisations + self.persons
    }
}

/// Whether a letter takes signatures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Open {
    /// It does.
    #[default]
    Yes,
    /// The coordinator closed it at this time.
    Closed(Timestamp),
    /// The coordinator took it down at this time: its collected rows are published no longer.
    TakenDown(Timestamp),
}

/// Selects signatures of a letter.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Only in these states; in any, if empty.
    pub states: Vec<State>,
    /// Only these ids; any, if empty.
    pub ids: Vec<Id>,
    /// Only those whose name or organisation contains this, whatever the capitals.
    pub name: Option<String>,
    /// Only those whose address is at the domain with this mark.
    pub domain: Option<[u8; 16]>,
    /// Only those signed on this partner's page.
    pub partner: Option<String>,
    /// Only those signed at or after this time.
    pub from: Option<Timestamp>,
    /// Only those signed before this time.
    pub to: Option<Timestamp>,
}

/// A line of the log of acts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logged {
    /// When.
    pub at: Timestamp,
    /// Who: `signatory`, `collector`, or a coordinator.
    pub who: String,
    /// The name of the act.
    pub what: String,
    /// The signature's id.
    pub id: Id,
}

/// The store can take no more now: too much waits already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Full;

impl std::fmt::Display for Full {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("too many acts wait for the store")
    }
}

impl std::error::Error for Full {}

/// What a collector remembers.
pub trait Store: Clone + Send + Sync + 'static {
    /// Takes a sign-up. What it does is the same to a stranger whether the address is known or not.
    fn sign(&self, sign_up: SignUp, now: Timestamp) -> impl Future<Output = Result<()>> + Send;

    /// The signature that a handle names, and whether the handle still fits its words.
    fn of_handle(&self, hash: [u8; 32]) -> impl Future<Output = Result<Option<(Signature, bool)>>> + Send;

    /// The signature with this id.
    fn of_id(&self, id: &Id) -> impl Future<Output = Result<Option<Signature>>> + Send;

    /// The signatures of an address in a letter.
    fn of_mark(&self, letter: &str, mark: [u8; 32]) -> impl Future<Output = Result<Vec<Signature>>> + Send;

    /// The text of a consent, by its id and language.
    fn consent(&self, letter: &str, id: &str, lang: &str) -> impl Future<Output = Result<Option<String>>> + Send;

    /// The signatures that a filter selects, in the order of signing.
    fn select(&self, letter: &str, filter: &Filter) -> impl Future<Output = Result<Vec<Signature>>> + Send;

    /// Acts on one signature. `who` is for the log.
    fn act(&self, id: &Id, act: Act, who: &str, now: Timestamp) -> impl Future<Output = Result<Outcome>> + Send;

    /// Queues the mail with the link for the signatures of an address, as far as it may get one.
    fn link(
        &self,
        letter: &str,
        mark: [u8; 32],
        address: Vec<u8>,
        now: Timestamp,
    ) -> impl Future<Output = Result<()>> + Send;

    /// Takes signatures that were confirmed elsewhere. Those whose id or mark it has already are left out. Returns how
    /// many it took.
    fn adopt(&self, signatures: Vec<Signature>) -> impl Future<Output = Result<u64>> + Send;

    /// The counts of a letter.
    fn count(&self, letter: &str) -> impl Future<Output = Result<Count>> + Send;

    /// Confirmed signatures in the order of the roll, those that joined after the place `after`.
    fn roll(&self, letter: &str, after: i64, most: u32) -> impl Future<Output = Result<Vec<Signature>>> + Send;

    /// Whether a letter takes signatures.
    fn open(&self, letter: &str) -> impl Future<Output = Result<Open>> + Send;

    /// Opens, closes or takes down a letter.
    fn set_open(&self, letter: &str, open: Open) -> impl Future<Output = Result<()>> + Send;

    /// Takes a mail that is due, so that nobody else gets it before `until`.
    fn take_mail(&self, now: Timestamp, until: Timestamp) -> impl Future<Output = Result<Option<Mail>>> + Send;

    /// Notes that a mail is handed to the relay now. If the process ends before [`Store::sent`], the relay may have it.
    fn handing(&self, mail: i64) -> impl Future<Output = Result<()>> + Send;

    /// Notes what became of a mail. The address is erased with the last mail that needs it.
    fn sent(&self, mail: i64, sent: Sent, now: Timestamp) -> impl Future<Output = Result<()>> + Send;

    /// Ends what an earlier process was handing to the relay: the relay may have those mails. Returns how many.
    fn end_handing(&self, now: Timestamp) -> impl Future<Output = Result<u64>> + Send;

    /// Queues a reminder for each pending signature from before `before`, once. Returns how many.
    fn remind(&self, before: Timestamp, now: Timestamp) -> impl Future<Output = Result<u64>> + Send;

    /// Queues a mail to a coordinator, unless one of its kind waits for the same already.
    fn queue(&self, admin: &str, kind: Kind, due: Timestamp) -> impl Future<Output = Result<()>> + Send;

    /// How many mails wait that are due. Counts no further than `most`.
    fn waiting(&self, now: Timestamp, most: u32) -> impl Future<Output = Result<u64>> + Send;

    /// Deletes pending signatures from before `pending`, and the marks of letters closed before `marks`. Returns how
    /// many of each.
    fn purge(&self, pending: Timestamp, marks: Timestamp) -> impl Future<Output = Result<(u64, u64)>> + Send;

    /// Counts anew. Returns the letters whose counts had drifted, which are mended.
    fn recount(&self) -> impl Future<Output = Result<Vec<String>>> + Send;

    /// Notes that a one-time secret was used. Returns whether this was the first time.
    fn use_once(&self, hash: [u8; 32], until: Timestamp, now: Timestamp) -> impl Future<Output = Result<bool>> + Send;

    /// The log of acts on a letter, the newest first.
    fn log(&self, letter: &str, most: u32) -> impl Future<Output = Result<Vec<Logged>>> + Send;

    /// Writes a copy of the whole store into a new file, while it is in use.
    fn copy(&self, into: &Path) -> impl Future<Output = Result<()>> + Send;
}
