//! Reads.

use super::rows::{self, at, columns, time};
use crate::collect::signature::{Id, Signature, State};
use crate::collect::store::{Count, Filter, Logged, Open};
use anyhow::{Context, Result};
use sqlx::Row;
use sqlx::sqlite::SqlitePool;

pub async fn of_handle(pool: &SqlitePool, hash: [u8; 32]) -> Result<Option<(Signature, bool)>> {
    let sql = concat!(
        "select ",
        columns!(),
        ", handle.version as handle_version from handle join signature on signature.id = handle.signature \
         where handle.hash = $1"
    );
    // `version` is the signature's: the columns name it first.
    let Some(row) = sqlx::query(sql).bind(hash.to_vec()).fetch_optional(pool).await? else { return Ok(None) };
    let (signature, _) = rows::read(&row)?;
    let fits = row.try_get::<i64, _>("handle_version")? == signature.version;
    Ok(Some((signature, fits)))
}

pub async fn of_id(pool: &SqlitePool, id: &Id) -> Result<Option<Signature>> {
    let sql = concat!("select ", columns!(), " from signature where public = $1");
    let found = sqlx::query(sql).bind(id.as_str().to_string()).fetch_optional(pool).await?;
    Ok(found.as_ref().map(rows::read).transpose()?.map(|(signature, _)| signature))
}

pub async fn consent(pool: &SqlitePool, letter: &str, id: &str, lang: &str) -> Result<Option<String>> {
    let sql = "select text from consent where letter = $1 and id = $2 and lang = $3";
    let query = sqlx::query(sql).bind(letter.to_string()).bind(id.to_string()).bind(lang.to_string());
    Ok(query.fetch_optional(pool).await?.map(|row| row.try_get(0)).transpose()?)
}

pub async fn of_mark(pool: &SqlitePool, letter: &str, mark: [u8; 32]) -> Result<Vec<Signature>> {
    let mut connection = pool.acquire().await?;
    let found = super::sign::of_mark(&mut connection, letter, mark).await?;
    Ok(found.into_iter().map(|(signature, _)| signature).collect())
}

pub async fn select(pool: &SqlitePool, letter: &str, filter: &Filter) -> Result<Vec<Signature>> {
    let states = if filter.states.is_empty() { State::ALL.to_vec() } else { filter.states.clone() };
    let name = filter.name.as_ref().map(|name| name.to_lowercase());
    let fits = |signature: &Signature| {
        let words = &signature.words;
        let named = |name: &String| {
            words.name.to_lowercase().contains(name)
                || words.organisation.as_ref().is_some_and(|other| other.to_lowercase().contains(name))
        };
        (filter.ids.is_empty() || filter.ids.contains(&signature.id))
            && name.as_ref().is_none_or(named)
            && filter.domain.is_none_or(|domain| signature.domain == Some(domain))
            && filter.partner.as_ref().is_none_or(|partner| signature.partner.as_ref() == Some(partner))
            && filter.from.is_none_or(|from| signature.created >= from)
            && filter.to.is_none_or(|to| signature.created < to)
    };
    let mut all = Vec::new();
    for state in states {
        let sql = concat!("select ", columns!(), " from signature where letter = $1 and state = $2");
        let found = sqlx::query(sql).bind(letter.to_string()).bind(state.number()).fetch_all(pool).await?;
        for row in &found {
            let (signature, _) = rows::read(row)?;
            if fits(&signature) {
                all.push(signature);
            }
        }
    }
    all.sort_by_key(|signature| signature.row);
    Ok(all)
}

pub async fn count(pool: &SqlitePool, letter: &str) -> Result<Count> {
    let sql = "select organisations, persons, version, rewritten from letter where id = $1";
    let Some(row) = sqlx::query(sql).bind(letter.to_string()).fetch_optional(pool).await? else {
        return Ok(Count::default());
    };
    let number = |at: usize| -> Result<u64> { Ok(u64::try_from(row.try_get::<i64, _>(at)?).unwrap_or_default()) };
    Ok(Count { organisations: number(0)?, persons: number(1)?, version: row.try_get(2)?, rewritten: row.try_get(3)? })
}

pub async fn roll(pool: &SqlitePool, letter: &str, after: i64, most: u32) -> Result<Vec<Signature>> {
    let sql = concat!(
        "select ",
        columns!(),
        " from signature where letter = $1 and joined > $2 and joined is not null and state = $3 order by joined limit $4"
    );
    let query = sqlx::query(sql).bind(letter.to_string()).bind(after).bind(State::Confirmed.number());
    let found = query.bind(i64::from(most)).fetch_all(pool).await?;
    found.iter().map(|row| rows::read(row).map(|(signature, _)| signature)).collect()
}

pub async fn open(pool: &SqlitePool, letter: &str) -> Result<Open> {
    let query = sqlx::query("select state, since from letter where id = $1").bind(letter.to_string());
    let Some(row) = query.fetch_optional(pool).await? else { return Ok(Open::Yes) };
    let since = at(row.try_get(1)?)?;
    Ok(match row.try_get::<i64, _>(0)? {
        0 => Open::Yes,
        1 => Open::Closed(since),
        _ => Open::TakenDown(since),
    })
}

/// The numbers of a state in the store.
pub fn of_open(open: Open) -> (i64, i64) {
    match open {
        Open::Yes => (0, 0),
        Open::Closed(since) => (1, time(since)),
        Open::TakenDown(since) => (2, time(since)),
    }
}

pub async fn log(pool: &SqlitePool, letter: &str, most: u32) -> Result<Vec<Logged>> {
    let sql = "select at, who, what, signature from act where letter = $1 order by at desc, rowid desc limit $2";
    let found = sqlx::query(sql).bind(letter.to_string()).bind(i64::from(most)).fetch_all(pool).await?;
    let read = |row: &sqlx::sqlite::SqliteRow| {
        let id: String = row.try_get(3)?;
        Ok(Logged {
            at: at(row.try_get(0)?)?,
            who: row.try_get(1)?,
            what: row.try_get(2)?,
            id: Id::parse(&id).context("the log has an id that is none")?,
        })
    };
    found.iter().map(read).collect()
}
