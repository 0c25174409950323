//! The collector: what can be asked of it, whoever asks.

mod holding;
mod sign_up;

pub use sign_up::{Refusal, Taken};

use super::address::Canonical;
use super::arrivals::Arrivals;
use super::key::Key;
use super::letter::Letter;
use super::limits::Limits;
use super::posted::Posted;
use super::published::Published;
use super::rules;
use super::seal::Seal;
use super::settings::Settings;
use super::signature::{Handle, Id, Signature, Token, code, typed_code};
use super::state::Act;
use super::store::{Open, Outcome, Store};
use super::tabled::Tabled;
use anyhow::Result;
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

/// What tells the time.
pub type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// A collector.
pub struct Collector<S> {
    /// What it remembers.
    pub store: S,
    /// Its key.
    pub key: Key,
    /// Seals addresses.
    pub seal: Seal,
    /// Its settings.
    pub settings: Settings,
    /// The limits in memory.
    pub limits: Limits,
    /// What is published.
    pub published: Published,
    /// Where today's sign-ups came from.
    pub arrivals: Arrivals,
    /// What became of mails.
    pub posted: Posted,
    tabled: Tabled,
    letters: RwLock<BTreeMap<String, Arc<Letter>>>,
    clock: Clock,
}

/// What became of a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Confirmed {
    /// The signature counts, or waits for the coordinator.
    Yes(Box<Signature>),
    /// The code was wrong. So many tries are left.
    Wrong(u8),
    /// It can't be confirmed by a code any longer.
    Expired,
}

/// Who acts, for the log.
const SIGNATORY: &str = "signatory";

impl<S: Store> Collector<S> {
    /// A collector for the letters of these settings.
    ///
    /// # Errors
    /// If a letter can't be read.
    pub fn new(settings: Settings, key: Key, store: S, clock: Clock) -> Result<Collector<S>> {
        let collector = Collector {
            limits: Limits::new(&settings.rates, &key),
            seal: Seal::of(&key),
            published: Published::default(),
            arrivals: Arrivals::default(),
            posted: Posted::default(),
            tabled: Tabled::default(),
            letters: RwLock::default(),
            settings,
            store,
            key,
            clock,
        };
        for id in collector.settings.letters.keys() {
            collector.read_letter(id)?;
        }
        Ok(collector)
    }

    /// Reads a letter again.
    ///
    /// # Errors
    /// If it can't be read; then it stays as it was.
    pub fn read_letter(&self, id: &str) -> Result<Arc<Letter>> {
        let settings = &self.settings.letters[id];
        let letter = Arc::new(Letter::read(settings, &self.settings.site.base_url)?);
        let mut letters = self.letters.write().unwrap_or_else(PoisonError::into_inner);
        letters.insert(id.to_string(), letter.clone());
        Ok(letter)
    }

    /// The letter with this id.
    pub fn letter(&self, id: &str) -> Option<Arc<Letter>> {
        self.letters.read().unwrap_or_else(PoisonError::into_inner).get(id).cloned()
    }

    /// Now.
    pub fn now(&self) -> Timestamp {
        (self.clock)()
    }

    /// Whether a letter takes signatures; `None` if there is none.
    ///
    /// # Errors
    /// If the store can't be read.
    pub async fn is_open(&self, id: &str) -> Result<Option<bool>> {
        let Some(letter) = self.letter(id) else { return Ok(None) };
        Ok(Some(letter.open && self.store.open(id).await? == Open::Yes))
    }

    /// A token for the form of a letter.
    pub fn token(&self, id: &str) -> String {
        rules::token(id, &self.key, self.now())
    }

    /// Confirms a sign-up by its code.
    ///
    /// # Errors
    /// If the store can't be written.
    pub async fn confirm_by_code(&self, handle: &str, typed: &str) -> Result<Confirmed> {
        let Some(handle) = Handle::parse(handle) else { return Ok(Confirmed::Expired) };
        let Some((signature, fits)) = self.store.of_handle(handle.hash()).await? else {
            return Ok(Confirmed::Expired);
        };
        let typed = typed_code(typed);
        let right = super::key::same(code(&signature, &self.key).as_bytes(), typed.as_bytes());
        let hold = if right { self.hold(&signature).await? } else { None };
        let act = Act::Code { right, fits, hold };
        Ok(match self.store.act(&signature.id, act, SIGNATORY, self.now()).await? {
            Outcome::Done(signature) => Confirmed::Yes(signature),
            Outcome::Wrong(left) => Confirmed::Wrong(left),
            Outcome::Refused(_) | Outcome::Expired | Outcome::Unknown => Confirmed::Expired,
        })
    }

    /// The signature that a link's token names.
    ///
    /// # Errors
    /// If the store can't be read.
    pub async fn of_token(&self, token: &str) -> Result<Option<Signature>> {
        match Token::open(token, &self.key) {
            Some(id) => self.store.of_id(&id).await,
            None => Ok(None),
        }
    }

    /// Acts for a signatory, who has proved to be one by a token.
    ///
    /// # Errors
    /// If the store can't be written.
    pub async fn act(&self, id: &Id, act: Act) -> Result<Outcome> {
        self.store.act(id, act, SIGNATORY, self.now()).await
    }

    /// Mails the way to the signatory's own page in these letters to whoever has this address, if anybody. It takes as
    /// long for an address that has not signed.
    ///
    /// # Errors
    /// If the store can't be written.
    pub async fn link(&self, letters: &[&str], typed: &str) -> Result<()> {
        let now = self.now();
        let Some(canonical) = Canonical::of(typed) else { return Ok(()) };
        if !self.limits.may_mail(&canonical.text(), now) {
            return Ok(());
        }
        for letter in letters {
            let mark = canonical.mark(letter, &self.key);
            let address = self.seal.close(typed.trim(), &mark)?;
            self.store.link(letter, mark, address, now).await?;
        }
        Ok(())
    }

    /// The address of a signature, while it is kept.
    pub fn address(&self, signature: &Signature) -> Option<String> {
        self.seal.open(signature.address.as_ref()?, signature.mark.as_ref()?)
    }

    /// The address of a page, `/c/…` or `/s/…`, for a signature.
    pub fn page(&self, page: &str, id: &Id) -> String {
        format!("{}{page}/{}", self.settings.url, Token::of(id, &self.key).as_str())
    }
}
