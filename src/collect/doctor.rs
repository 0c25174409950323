//! What is to be mended before signatures can be received. Makes the key if there is none.

use super::key::Key;
use super::letter::Letter;
use super::post::{Sender, doctor};
use super::settings::{Settings, Way};
use super::store::Store;
use super::store::sqlite::Sqlite;
use super::web::FROM;
use jiff::{SignedDuration, Timestamp};
use std::path::Path;
use std::time::Duration;

pub use super::post::doctor::{Found, Grade};

/// Examines everything.
pub async fn examine(settings: &Settings, now: Timestamp) -> Vec<Found> {
    let mut all = vec![key(&settings.key_file), clock(now)];
    all.extend(store(settings).await);
    all.extend(letters(settings));
    all.push(site(settings));
    all.push(proxies(settings));
    all.extend(reached(settings).await);
    all.extend(mails(settings).await);
    all
}

fn found(grade: Grade, about: &'static str, says: impl Into<String>) -> Found {
    Found { grade, about, says: says.into() }
}

fn key(path: &Path) -> Found {
    let shown = path.display();
    if !path.exists() {
        return match Key::make(path) {
            Ok(_) => found(
                Grade::Good,
                "key",
                format!("made {shown}. Keep a copy elsewhere: a backup is worthless without it"),
            ),
            Err(error) => found(Grade::Fault, "key", format!("{error:#}")),
        };
    }
    match Key::read(path) {
        Err(error) => found(Grade::Fault, "key", format!("{error:#}")),
        Ok(_) if is_open_to_others(path) => {
            found(Grade::Fault, "key", format!("others can read {shown}: run chmod 600 {shown}"))
        }
        Ok(_) => found(Grade::Good, "key", format!("{shown} is there, and only its owner reads it")),
    }
}

fn is_open_to_others(path: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::metadata(path).is_ok_and(|found| found.permissions().mode() & 0o077 != 0)
    }
    #[cfg(not(unix))]
    {
        let _ = path;
        false
    }
}

/// The day on which this release was begun: no clock is right that is before it.
const BEGUN: &str = "2026-11-01T00:00:00Z";

fn clock(now: Timestamp) -> Found {
    let is_early = BEGUN.parse::<Timestamp>().is_ok_and(|begun| now < begun);
    if is_early {
        return found(Grade::Fault, "clock", format!("this machine says that it is {now}: set its clock, by NTP"));
    }
    found(Grade::Good, "clock", format!("it is {now}"))
}

async fn store(settings: &Settings) -> Vec<Found> {
    let shown = settings.database.display();
    let store = match Sqlite::open(&settings.database, &settings.withdrawn()).await {
        Ok(store) => store,
        Err(error) => return vec![found(Grade::Fault, "store", format!("{error:#}"))],
    };
    let mut all = vec![found(Grade::Good, "store", format!("{shown} opens"))];
    match store.recount().await {
        Ok(drifted) if drifted.is_empty() => {}
        Ok(drifted) => {
            let says = format!("the counts of {} were wrong, and are corrected", drifted.join(", "));
            all.push(found(Grade::Doubtful, "store", says));
        }
        Err(error) => all.push(found(Grade::Fault, "store", format!("{error:#}"))),
    }
    store.close().await;
    all
}

fn letters(settings: &Settings) -> Vec<Found> {
    let examine = |(id, of): (&String, &super::settings::LetterSettings)| {
        let letter = match Letter::read(of, &settings.site.base_url) {
            Ok(letter) => letter,
            Err(error) => return found(Grade::Fault, "letter", format!("{error:#}")),
        };
        let expected = format!("{}v1/letters/{id}/signatures", settings.url);
        if let Some(text) = letter.texts.iter().find(|text| text.form.action.as_str() != expected) {
            let action = text.form.action.as_str();
            return found(Grade::Fault, "letter", format!("{id} sends to {action}: write {expected}"));
        }
        if letter.privacy.is_none() {
            return found(
                Grade::Fault,
                "letter",
                format!("{id} does not say how the data are used: write privacy: and the address of a privacy notice"),
            );
        }
        let languages: Vec<&str> = letter.texts.iter().map(|text| text.lang.as_str()).collect();
        found(Grade::Good, "letter", format!("{id} ({})", languages.join(", ")))
    };
    settings.letters.iter().map(examine).collect()
}

fn site(settings: &Settings) -> Found {
    let out = &settings.site.out;
    let write = std::fs::create_dir_all(out).and_then(|()| tempfile::tempfile_in(out).map(drop));
    match write {
        Ok(()) => found(Grade::Good, "site", format!("{} can be written", out.display())),
        Err(error) => found(Grade::Fault, "site", format!("{} can't be written ({error})", out.display())),
    }
}

fn proxies(settings: &Settings) -> Found {
    let is_open = !settings.listen.ip().is_loopback();
    match (settings.proxies.is_empty(), is_open) {
        (true, false) => found(
            Grade::Fault,
            "proxies",
            "it listens on this machine alone, so a proxy is in front, and everybody seems to come from there: write its \
             address into proxies, such as [\"127.0.0.1\"]",
        ),
        (true, true) => {
            found(Grade::Doubtful, "proxies", "no proxy is trusted: correct only if readers connect directly")
        }
        (false, _) => {
            let list: Vec<String> = settings.proxies.iter().map(ToString::to_string).collect();
            let says = format!("X-Forwarded-For of {} is trusted", list.join(", "));
            found(Grade::Good, "proxies", says)
        }
    }
}

/// An address that nobody has (RFC 5737). A request claims to come from there.
const CLAIMED: &str = "192.0.2.77";

/// What the web server in front tells the collector, if it is at work.
async fn reached(settings: &Settings) -> Option<Found> {
    let url = settings.url.join("healthz").ok()?;
    let address = url.to_string();
    let asked = tokio::task::spawn_blocking(move || {
        let agent: ureq::Agent =
            ureq::Agent::config_builder().timeout_global(Some(ANSWER)).max_redirects(0).build().into();
        let answer = agent.get(&address).header("X-Forwarded-For", CLAIMED).call()?;
        anyhow::Ok(answer.headers().get(FROM).and_then(|from| from.to_str().ok()).map(ToString::to_string))
    });
    let from = asked.await.ok()?;
    Some(match from {
        Err(_) => found(
            Grade::Doubtful,
            "web",
            format!("{url} does not answer: when the web server and the collector are running, run the doctor again"),
        ),
        Ok(None) => found(
            Grade::Fault,
            "web",
            format!("{url} is answered by something else: make the web server pass {} on", settings.url.path()),
        ),
        Ok(Some(from)) if from == CLAIMED => found(
            Grade::Fault,
            "web",
            "the web server passes on an X-Forwarded-For that visitors forge, so they get around the limits: make it \
             write the visitor's address into the header, as the examples in integrations/hosting do",
        ),
        Ok(Some(from)) if settings.proxies.iter().any(|proxy| proxy.to_string() == from) => found(
            Grade::Doubtful,
            "web",
            format!(
                "the collector sees the proxy {from} as the sender of this request. If this happens for all requests, \
                 the web server writes no X-Forwarded-For: make it write the visitor's address into the header"
            ),
        ),
        Ok(Some(from)) => found(
            Grade::Good,
            "web",
            format!("{url} answers, and sees this machine as {from}, and not as the forged address"),
        ),
    })
}

/// How long the web server may take.
const ANSWER: Duration = Duration::from_secs(5);

/// The longest that looking at mails may take.
const LONGEST: SignedDuration = SignedDuration::from_secs(60);

async fn mails(settings: &Settings) -> Vec<Found> {
    let sender = match Sender::new(&settings.mail.from, settings.mail.reply_to.as_deref()) {
        Ok(sender) => sender,
        Err(error) => return vec![found(Grade::Fault, "mail", format!("{error:#}"))],
    };
    if let Way::Outbox(folder) = &settings.mail.way
        && let Err(error) = std::fs::create_dir_all(folder)
    {
        return vec![found(Grade::Fault, "mail", format!("can't make {} ({error})", folder.display()))];
    }
    let way = match settings.mail.way() {
        Ok(way) => way,
        Err(error) => return vec![found(Grade::Fault, "mail", format!("{error:#}"))],
    };
    let examined = doctor::examine(&sender, &way, settings.mail.dkim_selector.as_deref());
    match tokio::time::timeout(LONGEST.unsigned_abs(), examined).await {
        Ok(all) => all,
        Err(_) => vec![found(Grade::Fault, "mail", "neither relay nor name servers answer")],
    }
}
