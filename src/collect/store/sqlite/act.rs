//! Acts on one signature. The counts change in the same transaction.

use super::rows::{self, columns, time};
use super::sign::queue;
use super::withdrawn::Gone;
use crate::collect::signature::{CODE_TRIES, Id, Signature, State};
use crate::collect::state::{Act, Next, next};
use crate::collect::store::Outcome;
use crate::model::Kind;
use anyhow::Result;
use jiff::Timestamp;
use sqlx::{Row, SqliteConnection};

/// Acts on a signature.
pub async fn act(
    connection: &mut SqliteConnection,
    (id, act): (&Id, &Act),
    who: &str,
    now: Timestamp,
    gone: &mut Vec<(Id, Gone)>,
) -> Result<Outcome> {
    let sql = concat!("select ", columns!(), " from signature where public = $1");
    let found = sqlx::query(sql).bind(id.as_str().to_string()).fetch_optional(&mut *connection).await?;
    let Some((old, slot)) = found.as_ref().map(rows::read).transpose()? else { return Ok(Outcome::Unknown) };
    let done = match next(&old, act, now) {
        Next::Same => return Ok(Outcome::Done(Box::new(old))),
        Next::Refused => return Ok(Outcome::Refused(Box::new(old))),
        Next::Expired => return Ok(Outcome::Expired),
        Next::Wrong(new) => {
            rows::update(connection, &new, slot).await?;
            return Ok(Outcome::Wrong(CODE_TRIES.saturating_sub(new.tries)));
        }
        Next::Gone => {
            tally(connection, &old, None).await?;
            delete(connection, old.row).await?;
            gone.push((old.id.clone(), Gone::Withdrawn));
            Outcome::Done(Box::new(old))
        }
        Next::Becomes(new, mail) => {
            let mut new = *new;
            tally(connection, &old, Some(&mut new)).await?;
            if new.state == State::Withdrawn {
                bare(&mut new);
            }
            rows::update(connection, &new, slot).await?;
            // Nobody is written to who has no address any longer.
            if let (Some(mail), true) = (mail, new.address.is_some()) {
                queue(connection, new.row, mail, now).await?;
            }
            gone.extend(noted(&old, &new).map(|gone| (new.id.clone(), gone)));
            Outcome::Done(Box::new(new))
        }
    };
    let query = sqlx::query("insert into act (at, who, what, letter, signature) select $1, $2, $3, $4, $5");
    let letter = match &done {
        Outcome::Done(signature) => signature.letter.clone(),
        _ => String::new(),
    };
    let query = query.bind(time(now)).bind(who.to_string()).bind(act.name()).bind(letter);
    query.bind(id.as_str().to_string()).execute(connection).await?;
    Ok(done)
}

/// What is noted outside the store.
fn noted(old: &Signature, new: &Signature) -> Option<Gone> {
    match (old.state, new.state) {
        (_, State::Withdrawn) => Some(Gone::Withdrawn),
        (_, State::Invalidated) => Some(Gone::Invalidated),
        (State::Invalidated, _) => Some(Gone::Restored),
        _ if old.shown != new.shown => Some(if new.shown { Gone::Shown } else { Gone::Hidden }),
        _ if old.words != new.words && old.joined.is_some() => Some(Gone::Changed(new.changed.as_second())),
        _ => None,
    }
}

/// Leaves of a withdrawn signature only that there was one.
fn bare(signature: &mut Signature) {
    signature.words.name = String::new();
    let words = &mut signature.words;
    (words.organisation, words.role, words.country, words.comment) = (None, None, None, None);
    (signature.address, signature.partner, signature.reason, signature.consent) = (None, None, None, None);
}

/// Deletes a signature and everything about it.
pub async fn delete(connection: &mut SqliteConnection, row: i64) -> Result<()> {
    for sql in [
        "delete from mail where signature = $1",
        "delete from handle where signature = $1",
        "delete from signature where id = $1",
    ] {
        sqlx::query(sql).bind(row).execute(&mut *connection).await?;
    }
    Ok(())
}

/// Whether a signature counts, by its kind.
fn counted(signature: Option<&Signature>) -> (i64, i64) {
    match signature {
        Some(signature) if signature.state == State::Confirmed => match signature.words.kind {
            Kind::Organisation => (1, 0),
            Kind::Person => (0, 1),
        },
        _ => (0, 0),
    }
}

/// Changes the counts of the letter, and gives a signature that begins to count its place.
async fn tally(connection: &mut SqliteConnection, old: &Signature, new: Option<&mut Signature>) -> Result<()> {
    let (before, after) = (counted(Some(old)), counted(new.as_deref()));
    let visible = |signature: &Signature| (signature.shown, signature.words.clone(), signature.text.clone());
    let changed = new.as_deref().is_none_or(|new| visible(new) != visible(old));
    let was_there = before != (0, 0);
    if before == after && !(was_there && changed) {
        return Ok(());
    }
    let joins = after != (0, 0) && old.joined.is_none();
    // Appending is enough for who joins; everything else rewrites what was published.
    let rewrites = !joins;
    let sql = "insert into letter (id, organisations, persons, version, rewritten, joined) \
        values ($1, $2, $3, 1, $4, $5) on conflict (id) do update set \
        organisations = letter.organisations + $2, persons = letter.persons + $3, version = letter.version + 1, \
        rewritten = letter.rewritten + $4, joined = letter.joined + $5 returning organisations + persons, joined";
    let query = sqlx::query(sql).bind(old.letter.clone()).bind(after.0 - before.0).bind(after.1 - before.1);
    let row = query.bind(i64::from(rewrites)).bind(i64::from(joins)).fetch_one(connection).await?;
    if let (Some(new), true) = (new, joins) {
        new.number = u64::try_from(row.try_get::<i64, _>(0)?).ok();
        new.joined = Some(row.try_get(1)?);
    }
    Ok(())
}

/// Takes signatures that were confirmed elsewhere.
pub async fn adopt(connection: &mut SqliteConnection, signatures: Vec<Signature>) -> Result<u64> {
    let mut taken = 0;
    for mut new in signatures {
        let sql = "select 1 from signature where public = $1 or (letter = $2 and mark = $3)";
        let query = sqlx::query(sql).bind(new.id.as_str().to_string()).bind(new.letter.clone());
        let query = query.bind(new.mark.map(|mark| mark.to_vec()));
        if query.fetch_optional(&mut *connection).await?.is_some() {
            continue;
        }
        let state = new.state;
        let old = Signature { state: State::Pending, joined: None, ..new.clone() };
        new.state = state;
        tally(connection, &old, Some(&mut new)).await?;
        rows::insert(connection, &new, 0).await?;
        taken += 1;
    }
    Ok(taken)
}
