//! The settings file: read whole and checked before anything listens.

mod file;
mod words;

pub use file::Keep;

use super::domains::{THROW_AWAY, lines};
use super::limits::Rates;
use super::post;
use crate::model::email_in;
use crate::source::letter_id::{id_of, is_id};
use anyhow::{Context, Result, bail, ensure};
use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};
use std::num::NonZeroU32;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The checked settings. Every path is whole.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The address that the collector listens on.
    pub listen: SocketAddr,
    /// The address of the listener for figures, on loopback.
    pub metrics: Option<SocketAddr>,
    /// The address as readers reach it, with a slash at its end.
    pub url: url::Url,
    /// The proxies whose `X-Forwarded-For` is believed.
    pub proxies: Vec<IpAddr>,
    /// The file of the key.
    pub key_file: PathBuf,
    /// How many streams may be open at once.
    pub streams: usize,
    /// The site.
    pub site: SiteSettings,
    /// The database.
    pub database: PathBuf,
    /// How mails go out.
    pub mail: MailSettings,
    /// What waits for the coordinator.
    pub moderate: Moderate,
    /// The limits.
    pub rates: Rates,
    /// How long what is kept.
    pub keep: Keep,
    /// The mail addresses of coordinators, who may sign in.
    pub admins: Vec<String>,
    /// The letters, by their ids.
    pub letters: BTreeMap<String, LetterSettings>,
}

/// Where and how the collector publishes.
#[derive(Clone, Debug)]
pub struct SiteSettings {
    /// The folder of the site.
    pub out: PathBuf,
    /// The address of the site.
    pub base_url: String,
    /// The shortest time from one publication to the next.
    pub every: Duration,
    /// What to run after a publication that changed something: a program and its arguments.
    pub then: Vec<String>,
    /// The folder in which it runs: that of the settings file.
    pub folder: PathBuf,
}

/// How mails go out.
#[derive(Clone, Debug)]
pub struct MailSettings {
    /// Where to.
    pub way: Way,
    /// The sender, such as `Letters <letters@example.org>`.
    pub from: String,
    /// Where answers go.
    pub reply_to: Option<String>,
    /// Whether who has not confirmed is reminded, once.
    pub reminder: bool,
    /// How many mails a second the relay allows.
    pub per_second: Option<NonZeroU32>,
    /// The selector of the relay's DKIM key, so that `doctor` finds it.
    pub dkim_selector: Option<String>,
}

impl MailSettings {
    /// The way to send mails.
    ///
    /// # Errors
    /// If the password can't be read.
    pub fn way(&self) -> Result<post::Way> {
        match &self.way {
            Way::Smtp { relay, login } => {
                let login = login.as_ref().map(|(user, file)| (user.as_str(), file.as_path()));
                post::Way::relay(relay, login)
            }
            Way::Outbox(folder) => Ok(post::Way::Folder(folder.clone())),
        }
    }
}

/// Where mails go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// To a relay.
    Smtp {
        /// Its address: `smtps://relay.example:465` or `smtp://relay.example:587` (STARTTLS; none on loopback).
        relay: url::Url,
        /// The user and the file of the password.
        login: Option<(String, PathBuf)>,
    },
    /// Into a folder, for trying out.
    Outbox(PathBuf),
}

/// What waits for the coordinator.
#[derive(Clone, Debug)]
pub struct Moderate {
    /// Persons wait too.
    pub persons: Persons,
    /// The words that hold what contains them, in lower case.
    pub words: Vec<String>,
    /// The domains of addresses that hold what comes from there.
    pub domains: Vec<String>,
    /// Comments wait.
    pub comments: bool,
}

/// Which persons wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Persons {
    /// So many first ones.
    First(u64),
    /// None.
    After,
}

/// A letter that is collected for.
#[derive(Clone, Debug)]
pub struct LetterSettings {
    /// Its folder.
    pub folder: PathBuf,
    /// The partners whose names are counted.
    pub partners: Vec<String>,
}

impl Settings {
    /// Reads the file.
    ///
    /// # Errors
    /// If it can't be read, has an unknown key, or a value can't be: with the line where there is one, and what to
    /// write.
    pub fn read(path: &Path) -> Result<Settings> {
        let file = file::read(path)?;
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        Settings::of(file, folder).with_context(|| path.display().to_string())
    }

    fn of(file: file::File, folder: &Path) -> Result<Settings> {
        let whole = |path: PathBuf| folder.join(path);
        let url = address("url", &file.url)?;
        let base = address("site.base-url", &file.site.base_url)?;
        let persons = match file.moderate.persons {
            file::Persons::Before => Persons::First(file.moderate.persons_first),
            file::Persons::After => Persons::After,
        };
        let settings = Settings {
            listen: file.listen,
            metrics: file.metrics,
            url,
            proxies: file.proxies,
            key_file: whole(file.key_file),
            streams: file.streams,
            site: SiteSettings {
                out: whole(file.site.out),
                base_url: base.to_string(),
                every: file.site.every.0,
                then: file.site.then,
                folder: folder.to_path_buf(),
            },
            database: whole(file.store.sqlite),
            mail: mail(file.mail, folder)?,
            moderate: Moderate {
                persons,
                words: list(file.moderate.words_file, folder, "moderate.words-file")?,
                domains: match file.moderate.domains_file {
                    Some(file) => list(Some(file), folder, "moderate.domains-file")?,
                    None => lines(THROW_AWAY),
                },
                comments: file.moderate.comments,
            },
            rates: file.limits,
            keep: file.keep,
            admins: file.admin.mails,
            letters: letters(file.letter, folder)?,
        };
        settings.check()?;
        Ok(settings)
    }

    /// What two settings say together.
    fn check(&self) -> Result<()> {
        if let Some(metrics) = self.metrics {
            ensure!(
                metrics.ip().is_loopback(),
                "metrics is {metrics}: figures stay on this machine, so write 127.0.0.1"
            );
            ensure!(metrics != self.listen, "metrics and listen are both {metrics}: give one of them another port");
        }
        ensure!(!self.letters.is_empty(), "there is no [[letter]]: name at least one folder");
        for admin in &self.admins {
            ensure!(
                is_address(admin),
                "admin.mails has “{admin}”, which is not a mail address: write it as \"coordinator@example.org\""
            );
        }
        ensure!(!self.site.every.is_zero(), "site.every is 0: write at least \"1s\"");
        Ok(())
    }

    /// The path of the file that keeps who withdrew, beside the database.
    #[must_use]
    pub fn withdrawn(&self) -> PathBuf {
        self.database.with_extension("withdrawn")
    }
}

fn mail(mail: file::Mail, folder: &Path) -> Result<MailSettings> {
    let way = match (mail.smtp, mail.outbox) {
        (Some(relay), None) => {
            let url = url::Url::parse(&relay).ok().filter(|url| matches!(url.scheme(), "smtp" | "smtps"));
            let Some(url) = url.filter(|url| url.host_str().is_some()) else {
                bail!("mail.smtp is “{relay}”: write it as \"smtps://relay.example:465\"")
            };
            ensure!(
                url.username().is_empty() && url.password().is_none(),
                "mail.smtp has a user or a password in it: write mail.user, and the password into mail.password-file"
            );
            let login = match (mail.user, mail.password_file) {
                (Some(user), Some(file)) => Some((user, folder.join(file))),
                (None, None) => None,
                _ => bail!("mail.user and mail.password-file go together: write both, or neither"),
            };
            Way::Smtp { relay: url, login }
        }
        (None, Some(outbox)) => Way::Outbox(folder.join(outbox)),
        _ => bail!("[mail] needs either smtp, the relay, or outbox, a folder for trying out: write one of them"),
    };
    for (name, text) in [("from", Some(&mail.from)), ("reply-to", mail.reply_to.as_ref())] {
        let Some(text) = text else { continue };
        let address = text.rsplit_once('<').and_then(|(_, rest)| rest.strip_suffix('>')).unwrap_or(text);
        ensure!(is_address(address), "mail.{name} is “{text}”: write it as \"Letters <letters@example.org>\"");
    }
    let file::Mail { from, reply_to, reminder, per_second, dkim_selector, .. } = mail;
    Ok(MailSettings { way, from, reply_to, reminder, per_second, dkim_selector })
}

/// The letters, by their ids.
fn letters(letters: Vec<file::Letter>, folder: &Path) -> Result<BTreeMap<String, LetterSettings>> {
    let mut all = BTreeMap::new();
    for letter in letters {
        let path = folder.join(&letter.folder);
        ensure!(
            path.is_dir(),
            "[[letter]] has the folder {}, which does not exist: write its path relative to this file",
            path.display()
        );
        let id = id_of(&path);
        ensure!(
            is_id(&id),
            "{} has an id that cannot be part of an address: open-letter check lists what to fix",
            path.display()
        );
        let before = all.insert(id.clone(), LetterSettings { folder: path, partners: letter.partners });
        if let Some(before) = before {
            bail!(
                "{} has the id {id}, which another [[letter]] has too: name each folder once",
                before.folder.display()
            );
        }
    }
    Ok(all)
}

/// An address of the web, with a slash at its end.
fn address(name: &str, text: &str) -> Result<url::Url> {
    let url = url::Url::parse(text).ok().filter(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
    let Some(mut url) = url.filter(|url| url.query().is_none() && url.fragment().is_none()) else {
        bail!("{name} is “{text}”: give its address, such as \"https://letters.example/\"")
    };
    if !url.path().ends_with('/') {
        url.set_path(&format!("{}/", url.path()));
    }
    let is_loopback = matches!(url.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
    ensure!(url.scheme() == "https" || is_loopback, "{name} is “{text}”: people type addresses there, so use https");
    Ok(url)
}

/// The lines of a file, in lower case, without empty ones and notes.
fn list(file: Option<PathBuf>, folder: &Path, name: &str) -> Result<Vec<String>> {
    let Some(file) = file else { return Ok(Vec::new()) };
    let path = folder.join(file);
    let text = crate::files::regular::read(&path, crate::files::regular::TEXT);
    let text = text.with_context(|| format!("{name} is {}, which can't be read", path.display()))?;
    let text = String::from_utf8(text).with_context(|| format!("{} is not UTF-8", path.display()))?;
    Ok(lines(&text))
}

fn is_address(text: &str) -> bool {
    email_in(text) == Some(text)
}
