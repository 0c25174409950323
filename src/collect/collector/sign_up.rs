//! Sign-ups.

use super::Collector;
use crate::collect::accept::{self, Accepted, Typed};
use crate::collect::address::Canonical;
use crate::collect::key::random;
use crate::collect::letter::Letter;
use crate::collect::limits::Busy;
use crate::collect::rules::{self, Form};
use crate::collect::signature::{Handle, Id, Signature, State};
use crate::collect::store::{SignUp, Store};
use crate::model::Field;
use crate::signing::{Fault, Faults};
use anyhow::Result;
use jiff::{SignedDuration, Timestamp};
use std::net::IpAddr;

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

/// With so many mails waiting, a reader is told that hers comes later.
const SOON: u32 = 200;

impl<S: Store> Collector<S> {
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
            return Ok(Err(Refusal::Invalid(vec![(Field::Email, Fault::Form)])));
        };
        let handle = Handle::of(id, typed.key.as_deref(), &self.key)?;
        let known = typed.key.is_some() && self.store.of_handle(handle.hash()).await?.is_some();
        if !known && let Err(busy) = self.limits.sign(from, id, now) {
            return Ok(Err(Refusal::Busy(busy)));
        }
        let answer = self.taken(&handle, now).await?;
        if known {
            return Ok(Ok(answer));
        }
        // Whoever falls into the trap learns nothing from the answer, nor from the time that it takes.
        if typed.trapped {
            self.store.link(id, random()?, Vec::new(), now).await?;
            return Ok(Ok(answer));
        }
        let consent = accepted.consent.clone();
        let signature = self.signature(&letter, accepted, &canonical, now)?;
        let network = self.limits.network_name(from, now);
        self.arrivals.note(id, &network, canonical.domain(), signature.partner.as_deref(), now);
        let may_mail = self.limits.may_mail(&canonical.text(), now);
        self.store.sign(SignUp { handle, signature, consent, may_mail }, now).await?;
        Ok(Ok(answer))
    }

    /// The token for a form that is shown once more: the same as long as it lasts, so that who answers at once is not
    /// taken for a program again.
    pub fn token_again(&self, id: &str, typed: &Typed) -> String {
        let old = typed.token.as_ref();
        let lasts = |token: &&String| rules::check_token(token, id, &self.key, self.now()) != Form::Wrong;
        old.filter(lasts).cloned().unwrap_or_else(|| self.token(id))
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
            consent: accepted.consent.map(|consent| (consent.id, now)),
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
}
