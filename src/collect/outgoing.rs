//! The outbox for `post`: mails of the store, with what they are about.

use super::admin::{LINK, LINK_OF_DAY};
use super::collector::Collector;
use super::log;
use super::mail::{Kind, Mail, Sent, To};
use super::post::{About, Due, Message, Outbox, Reads, Says, Settled, Waiting};
use super::signature::{Signature, State, code};
use super::store::{Filter, Store};
use crate::model::{self, Date, LanguageTag};
use anyhow::{Context, Result};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use std::sync::Arc;

/// How long nobody else gets a mail that was taken.
const TAKEN: SignedDuration = SignedDuration::from_mins(10);

/// The outbox of a collector.
pub struct Outgoing<S>(pub Arc<Collector<S>>);

impl<S: Store> Outbox for Outgoing<S> {
    async fn next(&self) -> Result<Option<Due>> {
        let collector = &self.0;
        let now = collector.now();
        loop {
            let until = now.checked_add(TAKEN)?;
            let Some(mail) = collector.store.take_mail(now, until).await? else { return Ok(None) };
            let message = match &mail.to {
                To::Signatory(signature) => self.to_signatory(mail.kind, signature),
                To::Coordinator(address) => self.to_coordinator(mail.kind, address, now).await,
            };
            match message {
                Ok(message) => {
                    let id = word(&mail);
                    return Ok(Some(Due { row: mail.row, id, tries: mail.tries, message }));
                }
                // Its letter is no longer collected for, or its address can't be opened any longer.
                Err(error) => {
                    log::error(&format!("a mail is given up: {error:#}"));
                    collector.store.sent(mail.row, Sent::Never, now).await?;
                }
            }
        }
    }

    async fn handing(&self, row: i64) -> Result<()> {
        self.0.store.handing(row).await
    }

    async fn settle(&self, row: i64, settled: Settled) -> Result<()> {
        self.0.posted.note(&settled);
        let sent = match settled {
            Settled::Sent => Sent::Yes,
            Settled::Later(at, why) => {
                log::note(&format!("a mail waits until {at}: {why}"));
                Sent::Later(at, true)
            }
            Settled::Untried(at, why) => {
                log::error(&format!("mails wait until {at}: {why}"));
                Sent::Later(at, false)
            }
            Settled::Refused(why) => {
                log::error(&format!("a mail was refused for good: {why}"));
                Sent::Never
            }
            Settled::Unknown(why) => {
                log::error(&format!("a mail may not have arrived, and is not sent again: {why}"));
                Sent::Yes
            }
        };
        self.0.store.sent(row, sent, self.0.now()).await
    }
}

/// A word that names a mail. What it says may change from one attempt to the next, but not whose it is.
fn word(mail: &Mail) -> String {
    match &mail.to {
        To::Signatory(signature) => format!("{}-{}", signature.id, mail.row),
        To::Coordinator(_) => format!("admin-{}", mail.row),
    }
}

impl<S: Store> Outgoing<S> {
    fn to_signatory(&self, kind: Kind, signature: &Signature) -> Result<Message> {
        let collector = &self.0;
        let to = collector.address(signature).context("its address can't be opened")?;
        let about = about(collector, signature).context("there is no such letter")?;
        let own = || collector.page("s", &signature.id);
        let confirming = || collector.page("c", &signature.id);
        let reads = reads(signature);
        let until = || {
            let kept = SignedDuration::try_from(collector.settings.keep.pending.0).unwrap_or_default();
            day(signature.created.checked_add(kept).unwrap_or(signature.created))
        };
        let held = signature.state == State::Held;
        let says = match kind {
            Kind::Confirm => {
                let code = code(signature, &collector.key);
                Says::Confirm { about, reads, code, link: confirming(), until: until() }
            }
            Kind::Signed => {
                let last = !(held && signature.words.kind == model::Kind::Organisation);
                Says::Signed { about, reads, held, last, link: own() }
            }
            Kind::Again => Says::Again { about, link: own() },
            Kind::Approved => Says::Approved { about, reads, link: own() },
            Kind::Declined => Says::Declined { about, reason: signature.reason.clone() },
            Kind::Reminder => Says::Reminder { about, reads, link: confirming(), until: until() },
            Kind::Queue | Kind::SignIn => anyhow::bail!("it is for coordinators"),
        };
        Ok(Message { to, says })
    }

    async fn to_coordinator(&self, kind: Kind, address: &str, now: Timestamp) -> Result<Message> {
        let collector = &self.0;
        let lang = collector.coordinators_language();
        let says = match kind {
            Kind::SignIn => {
                let link = super::admin::link_for(address, &collector.settings, &collector.key, now, LINK)
                    .context("this address is no longer in admin.mails")?;
                Says::SignIn { lang, link }
            }
            Kind::Queue => {
                let link = super::admin::link_for(address, &collector.settings, &collector.key, now, LINK_OF_DAY)
                    .context("this address is no longer in admin.mails")?;
                Says::Queue { lang, waiting: self.waiting().await?, link }
            }
            _ => anyhow::bail!("it is for signatories"),
        };
        Ok(Message { to: address.to_string(), says })
    }

    /// What waits, letter by letter.
    async fn waiting(&self) -> Result<Vec<Waiting>> {
        let mut all = Vec::new();
        let held = Filter { states: vec![State::Held], ..Filter::default() };
        for id in self.0.settings.letters.keys() {
            let Some(letter) = self.0.letter(id) else { continue };
            let held = self.0.store.select(id, &held).await?;
            let is = |kind: model::Kind| held.iter().filter(|signature| signature.words.kind == kind).count() as u64;
            if !held.is_empty() {
                let title = letter.texts[0].title.clone();
                let (organisations, persons) = (is(model::Kind::Organisation), is(model::Kind::Person));
                all.push(Waiting { title, organisations, persons });
            }
        }
        Ok(all)
    }
}

/// The letter of a signature, as mails and pages name it, in the language that was signed.
pub fn about<S: Store>(collector: &Collector<S>, signature: &Signature) -> Option<About> {
    about_letter(collector, &signature.letter, &signature.words.lang)
}

/// A letter as mails and pages name it.
pub fn about_letter<S: Store>(collector: &Collector<S>, id: &str, lang: &str) -> Option<About> {
    let letter = collector.letter(id)?;
    let text = letter.text(lang);
    let (lang, title, url) = (text.lang.clone(), text.title.clone(), text.url.clone());
    let next = text.letter.sign.as_ref().and_then(|sign| sign.next.clone());
    Some(About { lang, title, url, privacy: letter.privacy.clone(), next })
}

/// What is published of a signature.
fn reads(signature: &Signature) -> Reads {
    let words = &signature.words;
    let organisation = words.organisation.clone().filter(|_| words.kind == model::Kind::Person);
    Reads { name: words.published_name().to_string(), organisation, shown: signature.shown }
}

/// The day of a time (UTC).
pub fn day(at: Timestamp) -> Date {
    let date = at.to_zoned(TimeZone::UTC).date();
    Date::parse(&date.to_string()).unwrap_or(Date { year: 9999, month: 12, day: 31 })
}

impl<S: Store> Collector<S> {
    /// The language in which coordinators are written to: that of the first letter.
    pub fn coordinators_language(&self) -> LanguageTag {
        let first = self.settings.letters.keys().next().and_then(|id| self.letter(id));
        first.map_or_else(
            || LanguageTag::parse("en").unwrap_or_else(|| unreachable!("English has a tag")),
            |letter| letter.texts[0].lang.clone(),
        )
    }
}
