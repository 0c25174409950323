//! Partners whose snippets the site has. Their pages name signatories, so each publication writes them anew, also if it
//! is given no table of partners.

use super::page::{PARTNERS_FOLDER, mark};
use crate::files::site::{Site, write_atomically};
use crate::files::{private_folder, regular};
use crate::source::letter_id::is_id;
use crate::source::partners::Partner;
use serde_json::{Map, Value};
use std::fs;
use std::path::{Path, PathBuf};

/// The given partners, and those that have a folder in the letter's part of the site. `folder` is the letter's folder,
/// which remembers the names.
#[must_use]
pub fn all(given: &[Partner], site: &Site, id: &str, folder: &Path) -> Vec<Partner> {
    let names = remembered(folder);
    let own = format!("letters/{id}/{PARTNERS_FOLDER}");
    let entries = fs::read_dir(site.root().join(&own)).into_iter().flatten().flatten();
    let is_ours = |id: &String| {
        let page = site.read(&format!("{own}{id}/index.html")).ok().flatten();
        is_id(id) && page.is_some_and(|page| mark::is_ours(&page))
    };
    let is_given = |id: &String| given.iter().any(|partner| partner.id == *id);
    let mut ids: Vec<String> = entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    ids.retain(|id| !is_given(id) && is_ours(id));
    ids.sort();
    let partner = |id: String| {
        let name = names.get(&id).and_then(Value::as_str).unwrap_or(&id).to_string();
        Partner { id, name }
    };
    given.iter().cloned().chain(ids.into_iter().map(partner)).collect()
}

/// Remembers the partners' names. If that fails, their pages have their ids instead.
pub fn remember(partners: &[Partner], folder: &Path) {
    if partners.is_empty() {
        return;
    }
    let known = remembered(folder);
    let mut names = known.clone();
    names.extend(partners.iter().map(|partner| (partner.id.clone(), partner.name.clone().into())));
    if names == known {
        return;
    }
    let write = || {
        private_folder::make(folder)?;
        write_atomically(&path(folder), &crate::files::json::pretty(&names))
    };
    let _ = write();
}

fn remembered(folder: &Path) -> Map<String, Value> {
    let bytes = regular::read(&path(folder), regular::TEXT).unwrap_or_default();
    serde_json::from_slice(&bytes).unwrap_or_default()
}

fn path(folder: &Path) -> PathBuf {
    private_folder::path(folder).join("partners")
}
