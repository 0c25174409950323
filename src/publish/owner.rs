//! Whether a letter of the site was published from this folder, or is another letter with the same id.

use crate::files::hash::{fnv1a, name_hash};
use crate::files::private_folder;
use crate::files::regular;
use crate::files::site::{Site, write_atomically};
use crate::source::finding::{Finding, Weight};
use crate::source::letter_folder::Source;
use crate::source::rows::likeness;
use anyhow::Result;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

/// A folder's record of its letter, so that the title may change. A copy of the folder ignores it.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Origin {
    /// The hash of the folder's path.
    folder: String,
    /// The id.
    id: String,
    /// Its titles, the latest last.
    titles: Vec<String>,
}

/// The most titles that are kept.
const TITLES: usize = 50;

/// The finding if the site has another letter of that id: one with none of these titles, with no signatory of the same
/// id and name, and not published from this folder.
///
/// # Errors
/// If the letter in the site can't be read.
pub fn another(source: &Source, folder: &Path, site: &Site) -> Result<Option<Finding>> {
    let id = &source.id;
    let Some(bytes) = site.read(&format!("letters/{id}/letter.json"))? else { return Ok(None) };
    let Ok(there) = serde_json::from_slice::<Value>(&bytes) else { return Ok(None) };
    let Some(title) = there["title"].as_str() else { return Ok(None) };
    let mut titles: HashSet<String> = source.texts.iter().map(|text| normal(&text.letter.title)).collect();
    titles.extend(Origin::read(folder, id).titles);
    let translations = there["translations"].as_array().into_iter().flatten();
    let mut titles_there = translations.filter_map(|text| text["title"].as_str()).chain([title]);
    if titles_there.any(|title| titles.contains(&normal(title))) || shares_signatory(source, &there) {
        return Ok(None);
    }
    let Some(text) = source.texts.first() else { return Ok(None) };
    let message = format!(
        "id is “{id}”, and letters/{id} in the site is another letter, “{title}”: write another id: here, or replace \
         that letter with --replace {id}"
    );
    Ok(Some(Finding {
        file: text.written.path.clone(),
        line: Some(text.written.lines.line_of("id")),
        column: None,
        path: Some("id".to_string()),
        code: None,
        message,
        weight: Weight::Error,
    }))
}

/// Records that the letter is this folder's. If that fails, a new title will need `--replace`.
pub fn remember(source: &Source, folder: &Path) {
    let Some(title) = source.texts.first().map(|text| normal(&text.letter.title)) else { return };
    let mut origin = Origin::read(folder, &source.id);
    if origin.titles.last() == Some(&title) {
        return;
    }
    origin.titles.retain(|known| *known != title);
    origin.titles.push(title);
    let old = origin.titles.len().saturating_sub(TITLES);
    origin.titles.drain(..old);
    let write = || {
        private_folder::make(folder)?;
        write_atomically(&path(folder), &crate::files::json::pretty(&origin))
    };
    let _ = write();
}

impl Origin {
    /// The folder's record of the letter with that id; empty if the record belongs to another folder.
    fn read(folder: &Path, id: &str) -> Origin {
        let place = folder.canonicalize().unwrap_or_else(|_| folder.to_path_buf());
        let here = name_hash(place.as_os_str().as_encoded_bytes());
        let bytes = regular::read(&path(folder), regular::TEXT).unwrap_or_default();
        let known: Origin = serde_json::from_slice(&bytes).unwrap_or_default();
        if known.folder == here && known.id == id {
            return known;
        }
        Origin { folder: here, id: id.to_string(), titles: Vec::new() }
    }
}

fn path(folder: &Path) -> PathBuf {
    private_folder::path(folder).join("titles")
}

/// A title without differences that an editor makes in passing.
fn normal(title: &str) -> String {
    title.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether anybody has signed both letters, by id and name: ids alone are often mere numbers.
fn shares_signatory(source: &Source, there: &Value) -> bool {
    let signed = there["signatories"].as_array().into_iter().flatten();
    let signed = signed.filter_map(|one| Some((one["id"].as_str()?, likeness(one["name"].as_str()?))));
    let signed: HashMap<&str, String> = signed.collect();
    let is_there = |id: &str, name: &str| signed.get(id).is_some_and(|there| *there == likeness(name));
    let mut first = source.texts.iter().flat_map(|text| &text.letter.signatories);
    if first.any(|one| one.id.as_deref().is_some_and(|id| is_there(id, &one.name))) {
        return true;
    }
    let hashes: HashSet<u64> = signed.keys().map(|id| fnv1a(&[id.as_bytes()])).collect();
    source.roll.as_ref().is_some_and(|rows| {
        let mut same = rows.list.iter().filter(|row| row.id.is_some_and(|id| hashes.contains(&id)));
        same.any(|row| {
            let card = rows.card(row);
            card.id.is_some_and(|id| is_there(&id, &card.name))
        })
    })
}
