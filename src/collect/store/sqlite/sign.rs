//! Takes a sign-up.

use super::rows::{self, columns, time};
use crate::collect::again::{self, Place, plan};
use crate::collect::mail;
use crate::collect::signature::{Consent, Id, Signature, State};
use crate::collect::store::SignUp;
use anyhow::{Result, bail};
use jiff::Timestamp;
use sqlx::SqliteConnection;

/// The row of no signature.
const NOBODY: i64 = 0;

/// How often an id is drawn anew because it is taken.
const DRAWS: usize = 8;

/// Takes a sign-up. A repeat with the same handle changes nothing.
pub async fn sign(connection: &mut SqliteConnection, sign_up: SignUp, now: Timestamp) -> Result<()> {
    let SignUp { handle, signature: mut new, consent, may_mail } = sign_up;
    let hash = handle.hash().to_vec();
    let known = sqlx::query("select 1 from handle where hash = $1").bind(hash.clone()).fetch_optional(&mut *connection);
    if known.await?.is_some() {
        return Ok(());
    }
    let Some(mark) = new.mark else { bail!("a sign-up has no mark") };
    if let Some(consent) = consent {
        let id = keep(connection, &new.letter, consent, now).await?;
        new.consent = new.consent.map(|(_, at)| (id, at));
    }
    let rows = of_mark(connection, &new.letter, mark).await?;
    let plan = plan(&rows, &new, may_mail, now);
    let address = new.address.take();
    let mut here = match plan.place {
        Place::New(slot) => {
            let slot = i64::try_from(slot)?;
            forget(connection, &new.letter, mark, slot).await?;
            new.id = free(connection, new.id.clone()).await?;
            new.row = rows::insert(connection, &new, slot).await?;
            (new, slot)
        }
        Place::Replace(at) => {
            let (old, slot) = rows[at].clone();
            let version = old.version + 1;
            let (row, id, mails) = (old.row, old.id, old.mails);
            (Signature { row, id, mails, version, tries: 0, sent: None, ..new }, slot)
        }
        Place::Stay(at) => rows[at].clone(),
    };
    if let Some((kind, due)) = plan.mail {
        let signature = &mut here.0;
        signature.address = address;
        (signature.tries, signature.sent) = (0, None);
        queue_once(connection, signature, kind, due).await?;
    }
    if plan.mail.is_some() || matches!(plan.place, Place::Replace(_)) {
        rows::update(connection, &here.0, here.1).await?;
    }
    let query = sqlx::query("insert into handle (hash, signature, version) values ($1, $2, $3)");
    query.bind(hash).bind(here.0.row).bind(here.0.version).execute(connection).await?;
    Ok(())
}

/// Queues the mail with the link for each signature of an address.
pub async fn link(
    connection: &mut SqliteConnection,
    (letter, mark): (&str, [u8; 32]),
    address: Vec<u8>,
    now: Timestamp,
) -> Result<()> {
    let rows = of_mark(connection, letter, mark).await?;
    // Something is always written, so that the time until the answer tells nobody whether the address has signed.
    queue(connection, NOBODY, mail::Kind::Again, now).await?;
    unqueue(connection, NOBODY, mail::Kind::Again).await?;
    let Some(due) = again::due(&rows, true, now) else { return Ok(()) };
    for (mut signature, slot) in rows {
        let kind = match signature.state {
            State::Pending => mail::Kind::Confirm,
            State::Confirmed | State::Held | State::Declined => mail::Kind::Again,
            State::Withdrawn | State::Invalidated => continue,
        };
        signature.address = Some(address.clone());
        queue_once(connection, &mut signature, kind, due).await?;
        rows::update(connection, &signature, slot).await?;
    }
    Ok(())
}

/// The signatures of an address, with their slots.
pub async fn of_mark(connection: &mut SqliteConnection, letter: &str, mark: [u8; 32]) -> Result<Vec<(Signature, i64)>> {
    let sql = concat!("select ", columns!(), " from signature where letter = $1 and mark = $2 order by slot");
    let found = sqlx::query(sql).bind(letter.to_string()).bind(mark.to_vec()).fetch_all(connection).await?;
    found.iter().map(rows::read).collect()
}

/// Queues a mail.
pub async fn queue(connection: &mut SqliteConnection, row: i64, kind: mail::Kind, due: Timestamp) -> Result<()> {
    let query = sqlx::query("insert into mail (signature, kind, due) values ($1, $2, $3)");
    query.bind(row).bind(kind.number()).bind(time(due)).execute(connection).await?;
    Ok(())
}

/// Queues a mail for a signature, and counts it. One of a kind is enough: it is written when it is sent, with the newest
/// words. Asking again puts it off by nothing.
async fn queue_once(
    connection: &mut SqliteConnection,
    signature: &mut Signature,
    kind: mail::Kind,
    due: Timestamp,
) -> Result<()> {
    let query = sqlx::query("select 1 from mail where signature = $1 and kind = $2 and handing = 0");
    if query.bind(signature.row).bind(kind.number()).fetch_optional(&mut *connection).await?.is_some() {
        return Ok(());
    }
    signature.mails = (signature.mails.0.saturating_add(1), Some(due));
    queue(connection, signature.row, kind, due).await
}

/// Keeps the text that somebody agreed to. Returns the id of its version.
async fn keep(connection: &mut SqliteConnection, letter: &str, consent: Consent, now: Timestamp) -> Result<String> {
    if consent.sent != consent.id {
        let query = sqlx::query("select 1 from consent where letter = $1 and id = $2 and lang = $3");
        let query = query.bind(letter.to_string()).bind(consent.sent.clone()).bind(consent.lang.clone());
        if query.fetch_optional(&mut *connection).await?.is_some() {
            return Ok(consent.sent);
        }
    }
    let sql = "insert into consent (letter, id, lang, text, since) values ($1, $2, $3, $4, $5) on conflict do nothing";
    let query = sqlx::query(sql).bind(letter.to_string()).bind(consent.id.clone()).bind(consent.lang);
    query.bind(consent.text).bind(time(now)).execute(connection).await?;
    Ok(consent.id)
}

/// Takes a mail of this kind out of the queue.
async fn unqueue(connection: &mut SqliteConnection, row: i64, kind: mail::Kind) -> Result<()> {
    let query = sqlx::query("delete from mail where signature = $1 and kind = $2");
    query.bind(row).bind(kind.number()).execute(connection).await?;
    Ok(())
}

/// Takes the mark off the withdrawn signature in the slot, so that the same person may sign anew.
async fn forget(connection: &mut SqliteConnection, letter: &str, mark: [u8; 32], slot: i64) -> Result<()> {
    let sql = "update signature set mark = null where letter = $1 and mark = $2 and slot = $3 and state = $4";
    let query = sqlx::query(sql).bind(letter.to_string()).bind(mark.to_vec()).bind(slot);
    query.bind(State::Withdrawn.number()).execute(connection).await?;
    Ok(())
}

/// An id that no signature has: this one, or another.
async fn free(connection: &mut SqliteConnection, mut id: Id) -> Result<Id> {
    for _ in 0..DRAWS {
        let query = sqlx::query("select 1 from signature where public = $1").bind(id.as_str().to_string());
        if query.fetch_optional(&mut *connection).await?.is_none() {
            return Ok(id);
        }
        id = Id::random()?;
    }
    bail!("no free id was found")
}
