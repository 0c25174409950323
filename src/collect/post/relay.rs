//! One connection to a relay (SMTP, RFC 5321).
//!
//! The steps are taken one by one, not by lettre's transport, because what an error means depends on the step at which
//! it came: see `outbox.rs`.

use super::envelope::Mail;
use crate::model::without_emails;
use anyhow::{Context, Result, bail, ensure};
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail as MailFrom, Rcpt, Rset};
use lettre::transport::smtp::extension::{ClientId, Extension, MailParameter};
use std::time::Duration;
use tokio::time::timeout;
use url::Url;

/// The relay, and how to log in.
#[derive(Clone)]
pub struct Relay {
    host: String,
    port: u16,
    security: Security,
    login: Option<Credentials>,
    patience: Duration,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Security {
    /// TLS from the first byte: `smtps://`.
    Tls,
    /// TLS is switched on after the greeting, or nothing is sent: `smtp://`.
    StartTls,
    /// The relay is on this machine.
    Loopback,
}

/// How a step failed.
#[derive(Debug)]
pub enum Failure {
    /// The relay can't be reached, lets us not in, or answers nonsense: nothing about this mail.
    Relay(String),
    /// It refuses this mail for now.
    Later(String),
    /// It refuses this mail for good.
    Refused(String),
    /// It may have the mail.
    Unknown(String),
}

impl Relay {
    /// How long an answer may take (RFC 5321, 4.5.3.2, has two to ten minutes).
    pub const PATIENCE: Duration = Duration::from_mins(2);

    /// The relay at that address: `smtps://relay.example:465`, `smtp://relay.example:587`. Without a port: 465, 587.
    ///
    /// # Errors
    /// If it is none.
    pub fn new(address: &Url, login: Option<(String, String)>, patience: Duration) -> Result<Relay> {
        let host = address.host_str().with_context(|| format!("mail.smtp is “{address}”, without a host"))?;
        let host = host.trim_matches(['[', ']']).to_string();
        let is_loopback = host == "localhost" || host.parse().is_ok_and(|ip: std::net::IpAddr| ip.is_loopback());
        let (security, usual) = match address.scheme() {
            "smtps" => (Security::Tls, 465),
            "smtp" if is_loopback => (Security::Loopback, 25),
            "smtp" => (Security::StartTls, 587),
            _ => bail!("mail.smtp is “{address}”: write it as \"smtps://relay.example:465\""),
        };
        let login = login.map(|(user, password)| Credentials::new(user, password));
        Ok(Relay { host, port: address.port().unwrap_or(usual), security, login, patience })
    }

    /// Its address, for messages.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{}:{}", self.host, self.port)
    }

    /// Connects and logs in.
    ///
    /// # Errors
    /// If the relay can't be reached, offers no TLS, or refuses the login: what to mend.
    pub async fn connect(&self) -> Result<Connection> {
        let open = timeout(self.patience, self.opened()).await;
        let smtp = open.map_err(|_| anyhow::anyhow!("{} does not answer", self.name()))??;
        Ok(Connection { smtp, patience: self.patience })
    }

    async fn opened(&self) -> Result<AsyncSmtpConnection> {
        let name = self.name();
        let hello = ClientId::default();
        let tls = || TlsParameters::new(self.host.clone()).context("TLS can't be set up");
        let implicit = (self.security == Security::Tls).then(tls).transpose()?;
        let server = (self.host.as_str(), self.port);
        let mut smtp = AsyncSmtpConnection::connect_tokio1(server, Some(self.patience), &hello, implicit, None)
            .await
            .map_err(|error| anyhow::anyhow!("{name} can't be reached: {}", said(&error)))?;
        if self.security == Security::StartTls {
            ensure!(
                smtp.can_starttls(),
                "{name} offers no encryption (STARTTLS): write mail.smtp as \"smtps://…:465\", or ask your relay"
            );
            smtp.starttls(tls()?, &hello)
                .await
                .map_err(|error| anyhow::anyhow!("{name} can't switch on encryption: {}", said(&error)))?;
        }
        if let Some(login) = &self.login {
            let ways = [Mechanism::Plain, Mechanism::Login];
            smtp.auth(&ways, login).await.map_err(|error| {
                anyhow::anyhow!(
                    "{name} refuses the login: {}. Compare mail.user and mail.password-file with what your relay gave you",
                    said(&error)
                )
            })?;
        }
        Ok(smtp)
    }
}

/// A connection that can take one mail after the other.
pub struct Connection {
    smtp: AsyncSmtpConnection,
    patience: Duration,
}

impl Connection {
    /// Offers a mail, up to the moment at which the relay waits for its text. Until then nothing is lost by an error.
    ///
    /// # Errors
    /// See [`Failure`]; never `Unknown`.
    pub async fn offer(&mut self, mail: &Mail) -> Result<(), Failure> {
        let mut options = Vec::new();
        let addresses = mail.envelope.to().iter().chain(mail.envelope.from());
        if addresses.map(AsRef::<str>::as_ref).any(|address| !address.is_ascii()) {
            if !self.smtp.server_info().supports_feature(Extension::SmtpUtfEight) {
                return Err(Failure::Refused("the relay takes no addresses with letters beyond ASCII".to_string()));
            }
            options.push(MailParameter::SmtpUtfEight);
        }
        // What is wrong with the sender is wrong with every mail.
        let from = MailFrom::new(mail.envelope.from().cloned(), options);
        self.step(&from.to_string()).await.map_err(Failure::of_relay)?;
        for to in mail.envelope.to() {
            self.step(&Rcpt::new(to.clone(), Vec::new()).to_string()).await?;
        }
        self.step(&Data.to_string()).await
    }

    /// Hands over the text of the mail that was offered.
    ///
    /// # Errors
    /// See [`Failure`]: if no answer comes, it is `Unknown`.
    pub async fn hand_over(&mut self, mail: &Mail) -> Result<(), Failure> {
        let answer = timeout(self.patience, self.smtp.message(&mail.bytes)).await;
        match answer {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) if error.status().is_some() => Err(Failure::of(&error)),
            Ok(Err(error)) => Err(Failure::Unknown(said(&error))),
            Err(_) => Err(Failure::Unknown("the relay took the text and did not answer".to_string())),
        }
    }

    /// Forgets the mail that was offered and refused. Returns whether the connection can take another.
    pub async fn reset(&mut self) -> bool {
        self.step(&Rset.to_string()).await.is_ok()
    }

    async fn step(&mut self, command: &str) -> Result<(), Failure> {
        match timeout(self.patience, self.smtp.command(command)).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) => Err(Failure::of(&error)),
            Err(_) => Err(Failure::Relay("the relay does not answer".to_string())),
        }
    }

    /// Says goodbye.
    pub async fn close(mut self) {
        let _ = timeout(Duration::from_secs(5), self.smtp.quit()).await;
    }
}

impl Failure {
    /// What an answer to a step means. 421 closes the connection, whatever the mail.
    fn of(error: &Error) -> Failure {
        match error.status().map(|code| code.to_string()) {
            Some(code) if code == "421" => Failure::Relay(said(error)),
            Some(code) if code.starts_with('4') => Failure::Later(said(error)),
            Some(_) => Failure::Refused(said(error)),
            None => Failure::Relay(said(error)),
        }
    }

    fn of_relay(self) -> Failure {
        match self {
            Failure::Later(why) | Failure::Refused(why) => Failure::Relay(why),
            other => other,
        }
    }
}

/// What the relay said, without anybody's address, for the log.
fn said(error: &Error) -> String {
    const MOST: usize = 300;
    let text = error.to_string();
    let line: String = text.chars().map(|char| if char.is_control() { ' ' } else { char }).take(MOST).collect();
    without_emails(&line).unwrap_or_else(|| "an answer that names an address".to_string())
}
