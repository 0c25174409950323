//! Published files of translations and forms that were removed from the letter's folder. They name signatories who may
//! withdraw, and nobody writes them any longer, so they go.

use super::page::{FORMS, PARTNERS_FOLDER, mark, sign};
use crate::files::site::Site;
use crate::files::unfinished::delete_empty;
use crate::model::LanguageTag;
use crate::source::letter_folder::Source;
use anyhow::Result;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;

/// Deletes them. Returns their paths. Files that somebody else put there stay.
///
/// # Errors
/// If one can't be deleted.
pub fn delete(source: &Source, site: &Site) -> Result<Vec<String>> {
    let folders = folders(source, site);
    let listed: Vec<Vec<String>> = folders.iter().map(|folder| names(site, folder)).collect();
    let tags: BTreeSet<&str> = listed.iter().flatten().filter_map(|name| tag_of(name)).collect();
    let gone: Vec<&str> = tags.into_iter().filter(|tag| is_gone(source, tag) && is_ours(source, site, tag)).collect();
    let mut removed = Vec::new();
    for (folder, names) in folders.iter().zip(&listed) {
        let files = names.iter().filter(|name| tag_of(name).is_some_and(|tag| gone.contains(&tag)));
        removed.extend(files.map(|name| [folder.as_str(), name].concat()));
        for tag in &gone {
            let pages = ["index.html", "sign/index.html"].map(|page| format!("{folder}{tag}/{page}"));
            removed.extend(pages.into_iter().filter(|path| is_our_page(site, path)));
        }
    }
    removed.extend(pages_that_sign(source, site, &folders));
    removed.sort();
    removed.dedup();
    for path in &removed {
        site.delete(path)?;
        if let Some(folder) = site.root().join(path).parent().filter(|_| path.ends_with("/index.html")) {
            delete_empty(folder, 1);
        }
    }
    Ok(removed)
}

/// The letter's folder, and those of its partners.
fn folders(source: &Source, site: &Site) -> Vec<String> {
    let letter = format!("letters/{}/", source.id);
    let partners = [letter.as_str(), PARTNERS_FOLDER].concat();
    let own = names(site, &partners).into_iter().map(|name| format!("{partners}{name}/"));
    let own: Vec<String> = own.filter(|folder| site.root().join(folder).is_dir()).collect();
    std::iter::once(letter).chain(own).collect()
}

fn names(site: &Site, folder: &str) -> Vec<String> {
    let entries = fs::read_dir(site.root().join(folder)).into_iter().flatten().flatten();
    entries.filter_map(|entry| entry.file_name().into_string().ok()).collect()
}

fn is_gone(source: &Source, tag: &str) -> bool {
    !source.texts.iter().any(|text| text.tag().unwrap_or_default() == tag)
}

/// Whether the site's text in that language is one of this letter.
fn is_ours(source: &Source, site: &Site, tag: &str) -> bool {
    let text = site.read(&format!("letters/{}/letter.{tag}.json", source.id)).ok().flatten().unwrap_or_default();
    let text: Value = serde_json::from_slice(&text).unwrap_or_default();
    LanguageTag::parse(tag).is_some() && text["id"] == source.id.as_str()
}

fn is_our_page(site: &Site, path: &str) -> bool {
    site.read(path).ok().flatten().is_some_and(|page| mark::is_ours(&page))
}

/// Pages that sign, of texts that have no form any more.
fn pages_that_sign(source: &Source, site: &Site, folders: &[String]) -> Vec<String> {
    let without = source.texts.iter().filter(|text| text.letter.sign.as_ref().is_none_or(|sign| sign.form.is_none()));
    let path = |folder: &String, own: &str| [folder.as_str(), own, sign::FOLDER, "index.html"].concat();
    let paths = without.flat_map(|text| folders.iter().map(move |folder| path(folder, &text.folder())));
    paths.filter(|path| is_our_page(site, path)).collect()
}

/// The language in such a file's name; empty for the letter itself.
fn tag_of(name: &str) -> Option<&str> {
    // A host's copy may be compressed ahead.
    let name = name.strip_suffix(".br").or_else(|| name.strip_suffix(".gz")).unwrap_or(name);
    match *name.split('.').collect::<Vec<_>>().as_slice() {
        ["letter" | "oembed", "json"] | ["letter", "view", "json"] | ["snippet", "html"] => Some(""),
        ["snippet", form, "html"] if FORMS.contains(&form) => Some(""),
        ["letter" | "oembed", tag, "json"]
        | ["letter", tag, "view", "json"]
        | ["snippet", tag, "html"]
        | ["snippet", _, tag, "html"] => Some(tag),
        _ => None,
    }
}
