//! `count.json`: the number that widgets fetch repeatedly.

use crate::files::site::write_atomically;
use crate::files::time::now;
use crate::files::{private_folder, regular};
use crate::model::{Kind, Signatory};
use crate::source::letter_folder::Source;
use anyhow::Result;
use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value;
use std::path::{Path, PathBuf};

/// How many of the latest names the document has.
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
    /// Set if the letter is not open: open pages then stop offering to sign and stop polling.
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
    /// Distinguishes signatories of the same name without an id.
    #[serde(skip_serializing_if = "Option::is_none")]
    organisation: Option<&'s str>,
    /// Where the row belongs.
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<&'s str>,
}

/// The document. It keeps the `updated` of `published`, the site's current file, if all else is the same.
///
/// # Errors
/// If `SOURCE_DATE_EPOCH` is set and is not a time.
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

/// The document that was last published from the letter's folder: a new site says the same time of the same count.
#[must_use]
pub fn remembered(folder: &Path) -> Option<Vec<u8>> {
    regular::read(&memory(folder), regular::TEXT).ok()
}

/// Remembers a document. If that fails, a new site says another time.
pub fn remember(document: Option<Vec<u8>>, folder: &Path) {
    let Some(document) = document.filter(|document| remembered(folder).as_ref() != Some(document)) else { return };
    let write = || {
        private_folder::make(folder)?;
        write_atomically(&memory(folder), &document)
    };
    let _ = write();
}

fn memory(folder: &Path) -> PathBuf {
    private_folder::path(folder).join("count")
}

/// The count in a document.
#[must_use]
pub fn published(bytes: Option<&[u8]>) -> Option<u64> {
    let document: Value = serde_json::from_slice(bytes?).ok()?;
    document.get("count")?.as_u64()
}

/// The document's `updated`.
#[must_use]
pub fn updated(bytes: &[u8]) -> Option<String> {
    let document: Value = serde_json::from_slice(bytes).ok()?;
    Some(document.get("updated")?.as_str()?.to_string())
}

/// The document's `updated`, if it lies in the future by more than clocks usually differ: the clock of the publishing
/// machine was ahead. Pages that trust it take everything published until then for older.
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
        let Signatory { id, name, kind, organisation, group, .. } = signatory;
        let organisation = organisation.as_deref().filter(|_| id.is_none());
        Latest { id: id.as_deref(), name, kind: kind.map(Kind::as_str), organisation, group: group.as_deref() }
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
