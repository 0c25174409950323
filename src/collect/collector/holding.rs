//! What waits for the coordinator.

use super::Collector;
use crate::collect::accept::{self, Typed};
use crate::collect::address::Canonical;
use crate::collect::domains::is_provider;
use crate::collect::rules;
use crate::collect::signature::{Signature, State};
use crate::collect::state::Act;
use crate::collect::store::Store;
use crate::model::Kind;
use crate::signing::Faults;
use anyhow::Result;

impl<S: Store> Collector<S> {
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
        let reason = reason.or_else(|| {
            let domain = domain.filter(|domain| signature.state == State::Pending && !is_provider(domain))?;
            let is_crowd = self.limits.domain(domain, &signature.letter).is_err();
            is_crowd.then_some("crowd")
        });
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
}
