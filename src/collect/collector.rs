//! The collector: what can be asked of it, whoever asks.

use super::accept::{self, Accepted, Typed};
use super::address::Canonical;
use super::arrivals::Arrivals;
use super::key::Key;
use super::letter::Letter;
use super::limits::{Busy, Limits};
use super::published::Published;
use super::rules::{self, Form};
use super::seal::Seal;
use super::settings::Settings;
use super::signature::{Handle, Id, Signature, State, Token, code};
use super::state::Act;
use super::store::{Open, Outcome, SignUp, Store};
use super::tabled::Tabled;
use crate::model::Kind;
use crate::signing::Faults;
use anyhow::Result;
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;
use std::net::IpAddr;
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
    tabled: Tabled,
    letters: RwLock<BTreeMap<String, Arc<Letter>>>,
    clock: Clock,
}

/// Why a sign-up was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such letter.
    Unknown,
    /// The letter takes no signatures any longer.
    Closed,
    /// Too many came.
    Busy(Busy),
    /// The form's token is missing, or can't be used: get a new one.
    Token(&'static str),
    /// Answers have faults.
    Invalid(Faults),
}

/// A sign-up was taken, or looks like it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// What to confirm it by.
    pub handle: String,
    /// Whether mails go out at once.
    pub soon: bool,
    /// Until when it can be confirmed.
    pub expires: Timestamp,
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

/// With so many mails waiting, a reader is told that hers comes later.
const SOON: u32 = 200;

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

    /// Takes a sign-up. The answer is the same whether the address is known or not.
    ///
    /// # Errors
    /// If the store can't be written.
    pub async fn sign(&self, id: &str, typed: &Typed, from: IpAddr) -> Result<Result<Taken, Refusal>> {
        let now = self.now();
        let Some(letter) = self.letter(id) else { return Ok(Err(Refusal::Unknown)) };
        if self.is_open(id).await? != Some(true) {
            return Ok(Err(Refusal::Closed));
        }
        let accepted = match accept::accept(typed, &letter) {
            Ok(accepted) => accepted,
            Err(faults) => return Ok(Err(Refusal::Invalid(faults))),
        };
        let Some(token) = &typed.token else { return Ok(Err(Refusal::Token("missing"))) };
        match rules::check_token(token, id, &self.key, now) {
            Form::Fits => {}
            Form::Young => return Ok(Err(Refusal::Busy(Busy(2)))),
            Form::Wrong => return Ok(Err(Refusal::Token("form"))),
        }
        let Some(canonical) = Canonical::of(&accepted.email) else {
            return Ok(Err(Refusal::Invalid(vec![(crate::model::Field::Email, crate::signing::Fault::Form)])));
        };
        let handle = Handle::of(id, typed.key.as_deref(), &self.key)?;
        let known = typed.key.is_some() && self.store.of_handle(handle.hash()).await?.is_some();
        if !known && let Err(busy) = self.limits.sign(from, id, now) {
            return Ok(Err(Refusal::Busy(busy)));
        }
        let answer = self.taken(&handle, now).await?;
        // Whoever falls into the trap learns nothing from the answer.
        if known || typed.trapped {
            return Ok(Ok(answer));
        }
        let signature = self.signature(&letter, accepted, &canonical, now)?;
        let network = self.limits.network_name(from, now);
        self.arrivals.note(id, &network, canonical.domain(), signature.partner.as_deref(), now);
        let may_mail = self.limits.may_mail(&canonical.text(), now);
        self.store.sign(SignUp { handle, signature, may_mail }, now).await?;
        Ok(Ok(answer))
    }

    async fn taken(&self, handle: &Handle, now: Timestamp) -> Result<Taken> {
        let soon = self.store.waiting(now, SOON).await? < u64::from(SOON);
        let kept = SignedDuration::try_from(self.settings.keep.pending.0).unwrap_or(SignedDuration::from_hours(168));
        Ok(Taken { handle: handle.as_str().to_string(), soon, expires: now.checked_add(kept).unwrap_or(now) })
    }

    fn signature(
        &self,
        letter: &Letter,
        accepted: Accepted,
        canonical: &Canonical,
        now: Timestamp,
    ) -> Result<Signature> {
        let mark = canonical.mark(&letter.id, &self.key);
        Ok(Signature {
            row: 0,
            letter: letter.id.clone(),
            id: Id::random()?,
            state: State::Pending,
            words: accepted.words,
            shown: accepted.shown,
            partner: accepted.partner,
            text: accepted.text,
            consent: accepted.consent.map(|consent| (consent, now)),
            created: now,
            confirmed: None,
            changed: now,
            number: None,
            joined: None,
            mark: Some(mark),
            domain: Some(canonical.domain_mark(&letter.id, &self.key)),
            address: Some(self.seal.close(&accepted.email, &mark)?),
            version: 0,
            sent: None,
            tries: 0,
            reason: None,
            mails: (0, None),
        })
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
        let digits: String = typed.chars().filter(|char| !char.is_whitespace() && *char != '-').collect();
        let right = super::key::same(code(&signature, &self.key).as_bytes(), digits.as_bytes());
        let hold = self.hold(&signature).await?;
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

    /// The act that confirms a signature by the button.
    ///
    /// # Errors
    /// If the store can't be read.
    pub async fn confirming(&self, signature: &Signature) -> Result<Act> {
        Ok(Act::Confirm { hold: self.hold(signature).await? })
    }

    /// Why a signature waits for the coordinator once it is confirmed.
    ///
    /// # Errors
    /// If the store can't be read.
    pub async fn hold(&self, signature: &Signature) -> Result<Option<String>> {
        let persons = self.store.count(&signature.letter).await?.persons;
        let address = self.address(signature);
        let is_tabled = |address: &String| {
            let letter = self.settings.letters.get(&signature.letter);
            letter.is_some_and(|letter| self.tabled.has(&letter.folder, address))
        };
        if address.as_ref().is_some_and(is_tabled) {
            return Ok(Some("known".to_string()));
        }
        let address = address.and_then(|address| Canonical::of(&address));
        let domain = address.as_ref().map(Canonical::domain);
        let reason = rules::hold(&signature.words, domain, persons, &self.settings.moderate);
        Ok(reason.map(ToString::to_string))
    }

    /// The act by which a signatory changes the words. The names of organisations wait again, and so does what the rules
    /// hold; who counts already is no first person any longer.
    ///
    /// # Errors
    /// The faults of the words.
    pub fn changing(&self, signature: &Signature, typed: &Typed) -> Result<Act, Faults> {
        let Some(letter) = self.letter(&signature.letter) else { return Err(Vec::new()) };
        let words = accept::change(typed, &signature.words, &letter)?;
        let same_name = words.published_name() == signature.words.published_name();
        let hold = match words.kind {
            Kind::Organisation if same_name => None,
            _ => rules::hold(&words, None, u64::MAX, &self.settings.moderate),
        };
        Ok(Act::Change(Box::new(words), hold.map(ToString::to_string)))
    }

    /// Mails the way to the signatory's own page to whoever has this address, if anybody.
    ///
    /// # Errors
    /// If the store can't be written.
    pub async fn link(&self, letter: &str, typed: &str) -> Result<()> {
        let now = self.now();
        let Some(canonical) = Canonical::of(typed) else { return Ok(()) };
        let mark = canonical.mark(letter, &self.key);
        let address = self.seal.close(typed.trim(), &mark)?;
        if self.limits.may_mail(&canonical.text(), now) {
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
