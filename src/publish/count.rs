//! `count.json`: the number that widgets ask for again and again.

use super::source::Source;
use crate::model::{Kind, Signatory};
use anyhow::{Context, Result};
use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value;

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
        latest: source.latest.iter().map(Latest::of).collect(),
        refresh: signatures.and_then(|signatures| signatures.refresh),
    };
    document.updated = match published.and_then(|bytes| updated_of_same(&document, bytes)) {
        Some(updated) => updated,
        None => now()?.to_string(),
    };
    Ok(super::pretty(&document))
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

/// The time of publishing in whole seconds, or the one that the build is to be reproduced for
/// (<https://reproducible-builds.org/specs/source-date-epoch/>).
///
/// # Errors
/// If `SOURCE_DATE_EPOCH` is set and is no time.
pub fn now() -> Result<Timestamp> {
    let seconds = match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(epoch) => epoch
            .parse()
            .with_context(|| format!("SOURCE_DATE_EPOCH is “{epoch}”: give seconds since 1970, or unset it"))?,
        Err(_) => Timestamp::now().as_second(),
    };
    Timestamp::from_second(seconds).with_context(|| format!("SOURCE_DATE_EPOCH is {seconds}, which is no time of ours"))
}
