//! `count.json`: the number that widgets ask for again and again.

use crate::files::time::now;
use crate::model::{Kind, Signatory};
use crate::source::letter_folder::Source;
use anyhow::Result;
use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value;

/// How many names it has.
const LATEST: usize = 5;

#[derive(Serialize)]
struct Document<'s> {
    count: usize,
    updated: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    goal: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    organisations: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    persons: Option<u64>,
    latest: Vec<Latest<'s>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    refresh: Option<u64>,
    /// Where the letter is not open: pages that are open then offer no way to sign, and ask no more.
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<&'static str>,
}

#[derive(Serialize)]
struct Latest<'s> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'s str>,
    name: &'s str,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
    /// What tells bearers of one name apart who have no id.
    #[serde(skip_serializing_if = "Option::is_none")]
    organisation: Option<&'s str>,
}

/// The document. Its `updated` is that of `published`, what stands in the site, if all else is the same.
///
/// # Errors
/// If `SOURCE_DATE_EPOCH` is set and is no time.
pub fn document(source: &Source, published: Option<&[u8]>) -> Result<Vec<u8>> {
    let letter = source.texts.first().map(|text| &text.letter);
    let signatures = letter.map(|letter| &letter.signatures);
    let (organisations, persons) = source.kinds.published(source.count);
    let mut document = Document {
        count: source.count,
        updated: String::new(),
        goal: signatures.and_then(|signatures| signatures.goal),
        organisations,
        persons,
        latest: source.latest_joined().take(LATEST).map(Latest::of).collect(),
        refresh: signatures.and_then(|signatures| signatures.refresh),
        status: letter.filter(|letter| !letter.is_open()).map(|letter| letter.status.as_str()),
    };
    document.updated = match published.and_then(|bytes| updated_of_same(&document, bytes)) {
        Some(updated) => updated,
        None => now()?.to_string(),
    };
    Ok(crate::files::json::pretty(&document))
}

/// The count that a document tells.
#[must_use]
pub fn published(bytes: Option<&[u8]>) -> Option<u64> {
    let document: Value = serde_json::from_slice(bytes?).ok()?;
    document.get("count")?.as_u64()
}

/// The `updated` of a document that is later than now, by more than clocks differ: that of the machine that published it
/// was ahead. Pages that believe it take all that is published until then for older.
#[must_use]
pub fn ahead(bytes: Option<&[u8]>) -> Option<Timestamp> {
    let document: Value = serde_json::from_slice(bytes?).ok()?;
    document.get("updated")?.as_str()?.parse().ok().filter(is_ahead)
}

fn is_ahead(updated: &Timestamp) -> bool {
    const MINUTES: i64 = 5;
    updated.as_second() > Timestamp::now().as_second() + MINUTES * 60
}

impl<'s> Latest<'s> {
    fn of(signatory: &'s Signatory) -> Self {
        let Signatory { id, name, kind, organisation, .. } = signatory;
        let organisation = organisation.as_deref().filter(|_| id.is_none());
        Latest { id: id.as_deref(), name, kind: kind.map(Kind::as_str), organisation }
    }
}

fn updated_of_same(document: &Document, published: &[u8]) -> Option<String> {
    let mut old: Value = serde_json::from_slice(published).ok()?;
    let updated = old.get_mut("updated")?.take();
    let mut new = serde_json::to_value(document).ok()?;
    new["updated"] = Value::Null;
    let updated = updated.as_str()?.parse::<Timestamp>().ok().filter(|updated| !is_ahead(updated))?;
    (old == new).then(|| updated.to_string())
}
