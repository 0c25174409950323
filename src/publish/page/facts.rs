//! What pages need to know about their site.

use crate::files::hash::has_name_hash;
use crate::files::site::Site;
use crate::source::partners::Partner;
use anyhow::Result;
use std::collections::BTreeMap;

/// The loader, which the script tag names.
pub const LOADER: &str = "open-letter.js";

/// The site around a letter.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// Its address with a final slash, if it is known.
    pub base: Option<String>,
    /// Whether the site has the widget's files.
    pub widget: bool,
    /// The pinned script, with its integrity.
    pub pinned: Option<(String, String)>,
    /// The partners who get snippets of their own.
    pub partners: Vec<Partner>,
}

impl Facts {
    /// Reads what the site contains.
    ///
    /// # Errors
    /// If a file can't be read.
    pub fn of(site: &Site, base: Option<&str>) -> Result<Facts> {
        let widget = site.root().join(LOADER).is_file();
        let integrity = site.read("integrity.json")?.unwrap_or_default();
        let integrity: BTreeMap<String, String> = serde_json::from_slice(&integrity).unwrap_or_default();
        let pinned = integrity.into_iter().rev().find(|(name, _)| is_pinned(name));
        Ok(Facts { base: base.map(str::to_string), widget, pinned, partners: Vec::new() })
    }
}

/// Whether the file is a loader with its release in its name.
fn is_pinned(name: &str) -> bool {
    let release = name.strip_prefix("open-letter-").and_then(|rest| rest.strip_suffix(".js")).unwrap_or_default();
    release.starts_with(|char: char| char.is_ascii_digit()) && release.contains('.') && !has_name_hash(name)
}
