//! How coordinators sign in: by a link that is mailed, pressed as a button, and used once. Then by a cookie of 12 hours.
//! There are no passwords. Link and cookie are proofs under the collector's key; only used links are remembered.

use super::collector::Collector;
use super::dated;
use super::key::{Key, Purpose};
use super::settings::Settings;
use super::store::Store;
use anyhow::Result;
use jiff::{SignedDuration, Timestamp};

/// The life of a link that somebody asked for.
pub const LINK: SignedDuration = SignedDuration::from_mins(30);

/// The life of the link in the daily mail: until the next one.
pub const LINK_OF_DAY: SignedDuration = SignedDuration::from_hours(24);

/// The life of a session.
pub const SESSION: SignedDuration = SignedDuration::from_hours(12);

/// What a proof is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum For {
    /// The link in the mail.
    Link,
    /// The cookie.
    Session,
}

impl For {
    fn name(self) -> &'static [u8] {
        match self {
            For::Link => b"link",
            For::Session => b"session",
        }
    }
}

/// A proof that lasts until a time, for a coordinator's address.
#[must_use]
pub fn proof(what: For, address: &str, key: &Key, until: Timestamp) -> String {
    dated::write(until, Purpose::Admin, &[what.name(), address.as_bytes()], key)
}

/// The coordinator whom a proof names, and until when.
#[must_use]
pub fn open<'a>(
    what: For,
    text: &str,
    admins: &'a [String],
    key: &Key,
    now: Timestamp,
) -> Option<(&'a str, Timestamp)> {
    let until = dated::time_of(text)?;
    let is = |admin: &&String| dated::is_ours(text, until, Purpose::Admin, &[what.name(), admin.as_bytes()], key);
    let admin = admins.iter().find(is)?;
    (now < until).then_some((admin, until))
}

/// The address of the page with the button, which lasts that long; `None` if the address is no coordinator's.
#[must_use]
pub fn link_for(
    address: &str,
    settings: &Settings,
    key: &Key,
    now: Timestamp,
    lasts: SignedDuration,
) -> Option<String> {
    let admin = settings.admins.iter().find(|admin| admin.eq_ignore_ascii_case(address))?;
    let until = now.checked_add(lasts).ok()?;
    Some(format!("{}admin/in/{}", settings.url, proof(For::Link, admin, key, until)))
}

/// Signs in by a link. Returns the cookie's value the first time.
///
/// # Errors
/// If the store can't be written.
pub async fn enter<S: Store>(text: &str, collector: &Collector<S>) -> Result<Option<String>> {
    use sha2::{Digest, Sha256};
    let now = collector.now();
    let Some((admin, until)) = open(For::Link, text, &collector.settings.admins, &collector.key, now) else {
        return Ok(None);
    };
    let hash: [u8; 32] = Sha256::digest(text.as_bytes()).into();
    if !collector.store.use_once(hash, until, now).await? {
        return Ok(None);
    }
    Ok(Some(proof(For::Session, admin, &collector.key, now.checked_add(SESSION)?)))
}
