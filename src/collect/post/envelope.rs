//! A mail as it goes over the wire (RFC 5322), and its envelope (RFC 5321).

use super::compose::compose;
use super::message::Message;
use anyhow::{Context, Result};
use jiff::Timestamp;
use lettre::address::Envelope;
use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, SinglePart};
use lettre::{Address, Message as Lettre};
use std::error::Error;
use url::Host;

/// Who sends.
#[derive(Clone, Debug)]
pub struct Sender {
    from: Mailbox,
    reply_to: Option<Mailbox>,
}

/// A mail that can be handed to a relay.
#[derive(Clone, Debug)]
pub struct Mail {
    /// Its identifier, the same at each attempt.
    pub id: String,
    /// A word for its kind.
    pub kind: &'static str,
    /// The envelope: who gets what can't be delivered, and who gets the mail.
    pub envelope: Envelope,
    /// Headers, text and HTML.
    pub bytes: Vec<u8>,
}

impl Sender {
    /// Who sends: addresses such as `Letters <letters@example.org>`.
    ///
    /// # Errors
    /// If one is no address.
    pub fn new(from: &str, reply_to: Option<&str>) -> Result<Sender> {
        let read = |name: &str, text: &str| {
            let wish = || format!("mail.{name} is “{text}”: write it as \"Letters <letters@example.org>\"");
            text.parse::<Mailbox>().with_context(wish)
        };
        let reply_to = reply_to.map(|text| read("reply-to", text)).transpose()?;
        Ok(Sender { from: read("from", from)?, reply_to })
    }

    /// The domain of the sender: where SPF, DKIM and DMARC are looked up.
    #[must_use]
    pub fn domain(&self) -> &str {
        self.from.email.domain()
    }

    /// The address of the sender.
    #[must_use]
    pub fn address(&self) -> &str {
        self.from.email.as_ref()
    }

    /// The mail. `id` is a word of letters, digits and hyphens that names this mail among all that were ever sent from
    /// this domain, the same at each attempt: where a mail is delivered twice after all, programs show it once.
    ///
    /// # Errors
    /// If the receiver's address is none that a mail can be sent to.
    pub fn mail(&self, id: &str, message: &Message, now: Timestamp) -> Result<Mail> {
        let to = receiver(&message.to)?;
        let written = compose(message);
        let part = |kind: ContentType, body: String| SinglePart::builder().header(kind).body(body);
        let both = MultiPart::alternative()
            .singlepart(part(ContentType::TEXT_PLAIN, written.text()))
            .singlepart(part(ContentType::TEXT_HTML, written.html()));
        let mut mail = Lettre::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to.clone()))
            .date(now.into())
            .subject(written.subject)
            .message_id(Some(format!("<{id}@{}>", self.domain())))
            .header(AutoSubmitted)
            .header(ContentLanguage(written.lang.to_string()));
        if let Some(reply_to) = &self.reply_to {
            mail = mail.reply_to(reply_to.clone());
        }
        let bytes = mail.multipart(both).context("the mail can't be written")?.formatted();
        let envelope = Envelope::new(Some(self.bounces_to(id)?), vec![to]).context("the mail has no receiver")?;
        Ok(Mail { id: id.to_string(), kind: message.says.kind(), envelope, bytes })
    }

    /// The envelope's sender: `letters+7-x@example.org` for the mail `7-x`. What can't be delivered comes back to that
    /// address, so that it is known which mail it was, without anybody's address in it (VERP).
    fn bounces_to(&self, id: &str) -> Result<Address> {
        let user = [self.from.email.user(), "+", id].concat();
        Address::new(user, self.domain()).context("the sender's address is too long")
    }
}

/// The receiver's address. Its domain is written in ASCII (IDNA), because not every relay takes others.
fn receiver(text: &str) -> Result<Address> {
    let (user, domain) = text.rsplit_once('@').context("the address has no @")?;
    let Ok(Host::Domain(domain)) = Host::parse(domain) else { anyhow::bail!("the address has no domain") };
    Address::new(user, domain).context("the address is none")
}

/// Tells other programs not to answer this mail (RFC 3834).
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn Error + Send + Sync>> {
        Ok(AutoSubmitted)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_string())
    }
}

/// The language of the mail (RFC 3282).
#[derive(Clone)]
struct ContentLanguage(String);

impl Header for ContentLanguage {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Content-Language")
    }

    fn parse(text: &str) -> Result<Self, Box<dyn Error + Send + Sync>> {
        Ok(ContentLanguage(text.to_string()))
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), self.0.clone())
    }
}
