//! What is kept how long; copies; and whether the counts are right.

use super::act::delete;
use super::read::of_open;
use super::rows::time;
use crate::collect::signature::State;
use crate::collect::store::Open;
use anyhow::{Context, Result, ensure};
use jiff::Timestamp;
use sqlx::sqlite::SqlitePool;
use sqlx::{Row, SqliteConnection};
use std::path::Path;

/// Closing leaves a letter that was taken down as it is: its names must not come back.
pub async fn set_open(connection: &mut SqliteConnection, letter: &str, open: Open) -> Result<()> {
    let (state, since) = of_open(open);
    let kept =
        if matches!(open, Open::Closed(_)) { Some(of_open(Open::TakenDown(Timestamp::UNIX_EPOCH)).0) } else { None };
    let sql = "insert into letter (id, state, since, version, rewritten) values ($1, $2, $3, 1, 1) \
        on conflict (id) do update set state = $2, since = $3, version = letter.version + 1, \
        rewritten = letter.rewritten + 1 where letter.state is not $4";
    let query = sqlx::query(sql).bind(letter.to_string()).bind(state).bind(since).bind(kept);
    query.execute(connection).await?;
    Ok(())
}

/// Deletes pending signatures, and the marks of letters that were closed long ago.
pub async fn purge(connection: &mut SqliteConnection, pending: Timestamp, marks: Timestamp) -> Result<(u64, u64)> {
    let query = sqlx::query("select id from signature where state = $1 and created < $2");
    let old = query.bind(State::Pending.number()).bind(time(pending)).fetch_all(&mut *connection).await?;
    for row in &old {
        delete(connection, row.try_get(0)?).await?;
    }
    let sql = "update signature set mark = null, domain = null where (mark is not null or domain is not null) \
        and letter in (select id from letter where letter.state <> 0 and since < $1)";
    let marks = sqlx::query(sql).bind(time(marks)).execute(connection).await?;
    Ok((old.len() as u64, marks.rows_affected()))
}

/// Counts anew, and mends counts that had drifted.
pub async fn recount(connection: &mut SqliteConnection) -> Result<Vec<String>> {
    let sql = "update letter set version = version + 1, rewritten = rewritten + 1, \
        organisations = (select count(*) from signature where letter = letter.id and state = $1 and kind = 1), \
        persons = (select count(*) from signature where letter = letter.id and state = $1 and kind = 0) \
        where organisations <> (select count(*) from signature where letter = letter.id and state = $1 and kind = 1) \
        or persons <> (select count(*) from signature where letter = letter.id and state = $1 and kind = 0) \
        returning id";
    let found = sqlx::query(sql).bind(State::Confirmed.number()).fetch_all(connection).await?;
    found.iter().map(|row| Ok(row.try_get(0)?)).collect()
}

/// Notes a one-time secret. 1 if it was new.
pub async fn use_once(
    connection: &mut SqliteConnection,
    hash: [u8; 32],
    until: Timestamp,
    now: Timestamp,
) -> Result<u64> {
    sqlx::query("delete from used where until < $1").bind(time(now)).execute(&mut *connection).await?;
    let query = sqlx::query("insert into used (hash, until) values ($1, $2) on conflict (hash) do nothing");
    Ok(query.bind(hash.to_vec()).bind(time(until)).execute(connection).await?.rows_affected())
}

/// Writes a copy of the database into a new file.
pub async fn copy(pool: &SqlitePool, into: &Path) -> Result<()> {
    ensure!(!into.exists(), "{} is there already: name a new file", into.display());
    let text = into.to_str().context("the path of the copy is not UTF-8")?;
    sqlx::query("vacuum into $1").bind(text.to_string()).execute(pool).await?;
    Ok(())
}
