//! The outbox.

use super::rows::{self, at, columns, time};
use crate::collect::mail::{Kind, Mail, Sent};
use crate::collect::signature::State;
use crate::model;
use anyhow::{Context, Result};
use jiff::Timestamp;
use sqlx::sqlite::SqlitePool;
use sqlx::{Row, SqliteConnection};

pub async fn due(pool: &SqlitePool, now: Timestamp, most: u32) -> Result<Vec<Mail>> {
    let sql = concat!(
        "select ",
        columns!(),
        ", mail.id as mail_id, mail.kind as mail_kind, mail.tries as mail_tries, due from mail \
         join signature on signature.id = mail.signature where due <= $1 and address is not null \
         order by due, mail.id limit $2"
    );
    let found = sqlx::query(sql).bind(time(now)).bind(i64::from(most)).fetch_all(pool).await?;
    let read = |row: &sqlx::sqlite::SqliteRow| {
        Ok(Mail {
            row: row.try_get("mail_id")?,
            kind: Kind::numbered(row.try_get("mail_kind")?).context("the outbox has a mail of an unknown kind")?,
            tries: u32::try_from(row.try_get::<i64, _>("mail_tries")?).unwrap_or(u32::MAX),
            due: at(row.try_get("due")?)?,
            signature: rows::read(row)?.0,
        })
    };
    found.iter().map(read).collect()
}

pub async fn next_due(pool: &SqlitePool) -> Result<Option<Timestamp>> {
    let row = sqlx::query("select min(due) from mail").fetch_one(pool).await?;
    row.try_get::<Option<i64>, _>(0)?.map(at).transpose()
}

pub async fn waiting(pool: &SqlitePool, now: Timestamp) -> Result<u64> {
    let row = sqlx::query("select count(*) from mail where due <= $1").bind(time(now)).fetch_one(pool).await?;
    Ok(u64::try_from(row.try_get::<i64, _>(0)?).unwrap_or_default())
}

/// Notes what became of a mail. With the last mail that needs it, the address is erased.
pub async fn sent(connection: &mut SqliteConnection, mail: i64, sent: Sent, now: Timestamp) -> Result<()> {
    if let Sent::Later(due) = sent {
        let query = sqlx::query("update mail set due = $1, tries = tries + 1 where id = $2");
        query.bind(time(due)).bind(mail).execute(connection).await?;
        return Ok(());
    }
    let row = sqlx::query("delete from mail where id = $1 returning signature, kind").bind(mail);
    let Some(row) = row.fetch_optional(&mut *connection).await? else { return Ok(()) };
    let signature: i64 = row.try_get(0)?;
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
