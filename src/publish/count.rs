//! `count.json`: the number that widgets ask for again and again.

use super::source::Source;
use super::time::now;
use crate::model::{Kind, Signatory};
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
    organisations: Option<usize>,
    latest: Vec<Latest<'s>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    refresh: Option<u64>,
}

#[derive(Serialize)]
struct Latest<'s> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'s str>,
    name: &'s str,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
}

/// The document. Its `updated` is that of `published`, what stands in the site, if all else is the same.
///
/// # Errors
/// If `SOURCE_DATE_EPOCH` is set and is no time.
pub fn document(source: &Source, published: Option<&[u8]>) -> Result<Vec<u8>> {
    let signatures = source.texts.first().map(|text| &text.letter.signatures);
    let mut document = Document {
        count: source.count,
        updated: String::new(),
        goal: signatures.and_then(|signatures| signatures.goal),
        organisations: source.organisations,
        latest: source.latest.iter().take(LATEST).map(Latest::of).collect(),
        refresh: signatures.and_then(|signatures| signatures.refresh),
    };
    document.updated = match published.and_then(|bytes| updated_of_same(&document, bytes)) {
        Some(updated) => updated,
        None => now()?.to_string(),
    };
    Ok(super::pretty(&document))
}

/// The count that a document tells.
#[must_use]
pub fn published(bytes: Option<&[u8]>) -> Option<u64> {
    let document: Value = serde_json::from_slice(bytes?).ok()?;
    document.get("count")?.as_u64()
}

impl<'s> Latest<'s> {
    fn of(signatory: &'s Signatory) -> Self {
        Latest { id: signatory.id.as_deref(), name: &signatory.name, kind: signatory.kind.map(Kind::as_str) }
    }
}

fn updated_of_same(document: &Document, published: &[u8]) -> Option<String> {
    let mut old: Value = serde_json::from_slice(published).ok()?;
    let updated = old.get_mut("updated")?.take();
    let mut new = serde_json::to_value(document).ok()?;
    new["updated"] = Value::Null;
    let updated = updated.as_str()?.parse::<Timestamp>().ok()?;
    (old == new).then(|| updated.to_string())
}
