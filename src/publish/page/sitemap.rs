//! The sitemap of a site: the pages of all its letters (<https://www.sitemaps.org/protocol.html>).
//!
//! It comes from the site's present content, not from this run alone: it includes letters from other runs, and leaves
//! out deleted ones.

use super::mark::{self, GENERATOR};
use super::xml;
use crate::files::site::{File, Outcome, Site};
use crate::files::time::now;
use anyhow::Result;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::fs;

/// Its path in the site.
pub const PATH: &str = "sitemap.xml";

#[derive(Serialize)]
struct Sitemap {
    #[serde(rename = "@xmlns")]
    xmlns: &'static str,
    url: Vec<Url>,
}

#[derive(Serialize, Deserialize)]
struct Url {
    loc: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    lastmod: Option<String>,
}

/// The parts of an existing sitemap that are read back.
#[derive(Default, Deserialize)]
struct Published {
    #[serde(default)]
    url: Vec<Url>,
}

/// The sitemap of the site at that address, after these files were written. `None` if the existing one is somebody
/// else's.
///
/// # Errors
/// If a file can't be read, or `SOURCE_DATE_EPOCH` is set and is not a time.
pub fn file(site: &Site, base: &str, outcomes: &[Outcome]) -> Result<Option<File>> {
    let published = site.read(PATH)?;
    if published.as_deref().is_some_and(|bytes| !mark::is_ours(bytes)) {
        return Ok(None);
    }
    let now = now()?.to_string();
    let before: Published = published.as_deref().and_then(xml::read).unwrap_or_default();
    let valid = |time: &String| time.parse::<Timestamp>().is_ok();
    let mut before: HashMap<String, Option<String>> =
        before.url.into_iter().map(|url| (url.loc, url.lastmod.filter(valid))).collect();
    let mut url = Vec::new();
    for page in pages(site)? {
        let Page { path, address: loc } = page;
        if !loc.starts_with(base) {
            continue;
        }
        let written = outcomes.iter().any(|outcome| outcome.written && outcome.path == path);
        let lastmod = if written { Some(now.clone()) } else { before.remove(&loc).flatten() };
        url.push(Url { loc, lastmod });
    }
    let sitemap = Sitemap { xmlns: "http://www.sitemaps.org/schemas/sitemap/0.9", url };
    let xml = String::from_utf8(xml::written("urlset", &sitemap)?)?;
    let marked = xml.replacen("?>\n", &format!("?>\n<!-- {GENERATOR} -->\n"), 1);
    Ok(Some(File { path: PATH.to_string(), bytes: marked.into_bytes() }))
}

/// A page of a letter.
struct Page {
    path: String,
    /// Its canonical address for search engines.
    address: String,
}

/// All pages of letters, in the order of their paths.
fn pages(site: &Site) -> Result<Vec<Page>> {
    let mut pages = Vec::new();
    for letter in folders(site, "letters") {
        pages.extend(page(site, &letter)?);
        for folder in folders(site, &letter) {
            pages.extend(page(site, &folder)?);
        }
    }
    Ok(pages)
}

/// A folder's page, if it is ours and search engines may show it.
fn page(site: &Site, folder: &str) -> Result<Option<Page>> {
    let path = format!("{folder}/index.html");
    let Some(bytes) = site.read(&path)?.filter(|bytes| mark::is_ours(bytes)) else { return Ok(None) };
    let text = String::from_utf8_lossy(&bytes);
    let canonical = text.split_once("<link rel=\"canonical\" href=\"").and_then(|(_, rest)| rest.split_once('"'));
    let address = canonical.map(|(address, _)| address.replace("&amp;", "&"));
    Ok(address.map(|address| Page { path, address }))
}

/// The subfolders, by name. A symbolic link can't be ours, so it is left out.
fn folders(site: &Site, within: &str) -> Vec<String> {
    let entries = fs::read_dir(site.root().join(within)).into_iter().flatten().flatten();
    let folders = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
    let mut names: Vec<String> = folders.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    names.into_iter().map(|name| format!("{within}/{name}")).collect()
}
