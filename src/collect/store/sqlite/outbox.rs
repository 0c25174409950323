//! The outbox.

use super::rows::{self, columns, time};
use crate::collect::mail::{Kind, Mail, Sent, To};
use crate::collect::signature::State;
use crate::model;
use anyhow::{Context, Result};
use jiff::Timestamp;
use sqlx::sqlite::SqlitePool;
use sqlx::{Row, SqliteConnection};

pub async fn is_due(pool: &SqlitePool, now: Timestamp) -> Result<bool> {
    let query = sqlx::query("select 1 from mail where due <= $1 and taken <= $1 and handing = 0 limit 1");
    Ok(query.bind(time(now)).fetch_optional(pool).await?.is_some())
}

/// Takes the mail that is due for the longest time. Mails without an address any longer are dropped.
pub async fn take(connection: &mut SqliteConnection, now: Timestamp, until: Timestamp) -> Result<Option<Box<Mail>>> {
    loop {
        let sql = "update mail set taken = $2 where id = (select id from mail where due <= $1 and taken <= $1 \
            and handing = 0 order by due, id limit 1) returning id, signature, admin, kind, tries";
        let query = sqlx::query(sql).bind(time(now)).bind(time(until));
        let Some(row) = query.fetch_optional(&mut *connection).await? else { return Ok(None) };
        let number: i64 = row.try_get(0)?;
        let to = match (row.try_get::<Option<i64>, _>(1)?, row.try_get::<Option<String>, _>(2)?) {
            (_, Some(admin)) => Some(To::Coordinator(admin)),
            (Some(signature), None) => signatory(connection, signature).await?,
            (None, None) => None,
        };
        let Some(to) = to else {
            sqlx::query("delete from mail where id = $1").bind(number).execute(&mut *connection).await?;
            continue;
        };
        return Ok(Some(Box::new(Mail {
            row: number,
            kind: Kind::numbered(row.try_get(3)?).context("the outbox has a mail of an unknown kind")?,
            tries: u32::try_from(row.try_get::<i64, _>(4)?).unwrap_or(u32::MAX),
            to,
        })));
    }
}

async fn signatory(connection: &mut SqliteConnection, row: i64) -> Result<Option<To>> {
    let sql = concat!("select ", columns!(), " from signature where id = $1 and address is not null");
    let found = sqlx::query(sql).bind(row).fetch_optional(connection).await?;
    Ok(found.as_ref().map(rows::read).transpose()?.map(|(signature, _)| To::Signatory(Box::new(signature))))
}

pub async fn handing(connection: &mut SqliteConnection, mail: i64) -> Result<()> {
    sqlx::query("update mail set handing = 1 where id = $1").bind(mail).execute(connection).await?;
    Ok(())
}

pub async fn end_handing(connection: &mut SqliteConnection, now: Timestamp) -> Result<u64> {
    let found = sqlx::query("select id from mail where handing = 1").fetch_all(&mut *connection).await?;
    for row in &found {
        sent(connection, row.try_get(0)?, Sent::Yes, now).await?;
    }
    sqlx::query("update mail set taken = 0 where taken <> 0").execute(connection).await?;
    Ok(found.len() as u64)
}

pub async fn queue(connection: &mut SqliteConnection, admin: String, kind: Kind, due: Timestamp) -> Result<()> {
    let sql = "insert into mail (admin, kind, due) select $1, $2, $3 \
        where not exists (select 1 from mail where admin = $1 and kind = $2)";
    sqlx::query(sql).bind(admin).bind(kind.number()).bind(time(due)).execute(connection).await?;
    Ok(())
}

/// Reminds each pending signature once, if its first mail was sent.
pub async fn remind(connection: &mut SqliteConnection, before: Timestamp, now: Timestamp) -> Result<u64> {
    let sql = "insert into mail (signature, kind, due) select id, $1, $2 from signature \
        where state = $3 and reminded = 0 and created < $4 and sent is not null and address is not null";
    let query = sqlx::query(sql).bind(Kind::Reminder.number()).bind(time(now)).bind(State::Pending.number());
    let queued = query.bind(time(before)).execute(&mut *connection).await?.rows_affected();
    let sql = "update signature set reminded = 1, mails = mails + 1, mailed = $1 \
        where state = $2 and reminded = 0 and created < $3 and sent is not null and address is not null";
    let query = sqlx::query(sql).bind(time(now)).bind(State::Pending.number()).bind(time(before));
    query.execute(connection).await?;
    Ok(queued)
}

pub async fn waiting(pool: &SqlitePool, now: Timestamp, most: u32) -> Result<u64> {
    let query = sqlx::query("select count(*) from (select 1 from mail where due <= $1 limit $2) as due");
    let row = query.bind(time(now)).bind(i64::from(most)).fetch_one(pool).await?;
    Ok(u64::try_from(row.try_get::<i64, _>(0)?).unwrap_or_default())
}

/// Notes what became of a mail. With the last mail that needs it, the address is erased.
pub async fn sent(connection: &mut SqliteConnection, mail: i64, sent: Sent, now: Timestamp) -> Result<()> {
    if let Sent::Later(due, counts) = sent {
        let query = sqlx::query("update mail set due = $1, tries = tries + $2, taken = 0, handing = 0 where id = $3");
        query.bind(time(due)).bind(i64::from(counts)).bind(mail).execute(connection).await?;
        return Ok(());
    }
    let query = sqlx::query("delete from mail where id = $1 returning signature, kind").bind(mail);
    let Some(row) = query.fetch_optional(&mut *connection).await? else { return Ok(()) };
    let Some(signature) = row.try_get::<Option<i64>, _>(0)? else { return Ok(()) };
    let kind = Kind::numbered(row.try_get(1)?);
    if sent == Sent::Yes && matches!(kind, Some(Kind::Confirm | Kind::Again)) {
        let query = sqlx::query("update signature set sent = $1 where id = $2");
        query.bind(time(now)).bind(signature).execute(&mut *connection).await?;
    }
    let sql = "update signature set address = null where id = $1 and state <> $2 and not (state = $3 and kind = $4) \
        and not exists (select 1 from mail where mail.signature = $1)";
    let query = sqlx::query(sql).bind(signature).bind(State::Pending.number()).bind(State::Held.number());
    query.bind(rows::kind(model::Kind::Organisation)).execute(connection).await?;
    Ok(())
}
