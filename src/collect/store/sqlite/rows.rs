//! Rows of the table `signature` as values, and back.

use crate::collect::signature::{Id, Signature, State, Words};
use crate::model::Kind;
use anyhow::{Context, Result};
use jiff::Timestamp;
use sqlx::sqlite::{SqliteArguments, SqliteRow};
use sqlx::{Row, Sqlite, SqliteConnection, query::Query};

/// All columns of a signature, to follow `select`.
macro_rules! columns {
    () => {
        "signature.id, letter, public, state, name, signature.kind, organisation, role, country, comment, lang, shown, \
         partner, text_hash, consent, consent_at, created, confirmed, changed, number, joined, mark, slot, domain, \
         address, signature.version, sent, signature.tries, reason, mails, mailed"
    };
}
pub(super) use columns;

/// The number of a time in the store.
pub fn time(at: Timestamp) -> i64 {
    at.as_millisecond()
}

/// The time of that number.
pub fn at(number: i64) -> Result<Timestamp> {
    Timestamp::from_millisecond(number).context("the store has a time that is none")
}

/// The number of a kind in the store.
pub fn kind(kind: Kind) -> i64 {
    i64::from(kind == Kind::Organisation)
}

/// A signature and its slot.
pub fn read(row: &SqliteRow) -> Result<(Signature, i64)> {
    let maybe =
        |column: &str| -> Result<Option<Timestamp>> { row.try_get::<Option<i64>, _>(column)?.map(at).transpose() };
    let consent = row.try_get::<Option<String>, _>("consent")?;
    let consent_at = maybe("consent_at")?;
    let public: String = row.try_get("public")?;
    let state: i64 = row.try_get("state")?;
    let kind = if row.try_get::<i64, _>("kind")? == 1 { Kind::Organisation } else { Kind::Person };
    let small = |column: &str| -> Result<u8> { Ok(u8::try_from(row.try_get::<i64, _>(column)?).unwrap_or(u8::MAX)) };
    let signature = Signature {
        row: row.try_get("id")?,
        letter: row.try_get("letter")?,
        id: Id::parse(&public).context("the store has an id that is none")?,
        state: State::numbered(state).context("the store has a state that this release does not know")?,
        words: Words {
            name: row.try_get("name")?,
            kind,
            organisation: row.try_get("organisation")?,
            role: row.try_get("role")?,
            country: row.try_get("country")?,
            comment: row.try_get("comment")?,
            lang: row.try_get("lang")?,
        },
        shown: row.try_get::<i64, _>("shown")? != 0,
        partner: row.try_get("partner")?,
        text: row.try_get("text_hash")?,
        consent: consent.zip(consent_at),
        created: at(row.try_get("created")?)?,
        confirmed: maybe("confirmed")?,
        changed: at(row.try_get("changed")?)?,
        number: row.try_get::<Option<i64>, _>("number")?.and_then(|number| u64::try_from(number).ok()),
        joined: row.try_get("joined")?,
        mark: row.try_get::<Option<Vec<u8>>, _>("mark")?.and_then(|mark| mark.try_into().ok()),
        domain: row.try_get::<Option<Vec<u8>>, _>("domain")?.and_then(|mark| mark.try_into().ok()),
        address: row.try_get("address")?,
        version: row.try_get("version")?,
        sent: maybe("sent")?,
        tries: small("tries")?,
        reason: row.try_get("reason")?,
        mails: (small("mails")?, maybe("mailed")?),
    };
    Ok((signature, row.try_get("slot")?))
}

const INSERT: &str = "insert into signature (letter, public, state, name, kind, organisation, role, country, comment, \
    lang, shown, partner, text_hash, consent, consent_at, created, confirmed, changed, number, joined, mark, slot, \
    domain, address, version, sent, tries, reason, mails, mailed) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, \
    $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30) returning id";

const UPDATE: &str = "update signature set letter = $1, public = $2, state = $3, name = $4, kind = $5, \
    organisation = $6, role = $7, country = $8, comment = $9, lang = $10, shown = $11, partner = $12, text_hash = $13, \
    consent = $14, consent_at = $15, created = $16, confirmed = $17, changed = $18, number = $19, joined = $20, \
    mark = $21, slot = $22, domain = $23, address = $24, version = $25, sent = $26, tries = $27, reason = $28, \
    mails = $29, mailed = $30 where id = $31";

fn bind<'q>(
    query: Query<'q, Sqlite, SqliteArguments>,
    new: &Signature,
    slot: i64,
) -> Query<'q, Sqlite, SqliteArguments> {
    let (consent, consent_at) = new.consent.clone().unzip();
    let words = &new.words;
    query
        .bind(new.letter.clone())
        .bind(new.id.as_str().to_string())
        .bind(new.state.number())
        .bind(words.name.clone())
        .bind(kind(words.kind))
        .bind(words.organisation.clone())
        .bind(words.role.clone())
        .bind(words.country.clone())
        .bind(words.comment.clone())
        .bind(words.lang.clone())
        .bind(i64::from(new.shown))
        .bind(new.partner.clone())
        .bind(new.text.clone())
        .bind(consent)
        .bind(consent_at.map(time))
        .bind(time(new.created))
        .bind(new.confirmed.map(time))
        .bind(time(new.changed))
        .bind(new.number.and_then(|number| i64::try_from(number).ok()))
        .bind(new.joined)
        .bind(new.mark.map(|mark| mark.to_vec()))
        .bind(slot)
        .bind(new.domain.map(|mark| mark.to_vec()))
        .bind(new.address.clone())
        .bind(new.version)
        .bind(new.sent.map(time))
        .bind(i64::from(new.tries))
        .bind(new.reason.clone())
        .bind(i64::from(new.mails.0))
        .bind(new.mails.1.map(time))
}

/// Inserts a signature. Returns its row.
pub async fn insert(connection: &mut SqliteConnection, new: &Signature, slot: i64) -> Result<i64> {
    let row = bind(sqlx::query(INSERT), new, slot).fetch_one(connection).await?;
    Ok(row.try_get(0)?)
}

/// Writes a signature over its row.
pub async fn update(connection: &mut SqliteConnection, new: &Signature, slot: i64) -> Result<()> {
    bind(sqlx::query(UPDATE), new, slot).bind(new.row).execute(connection).await?;
    Ok(())
}
