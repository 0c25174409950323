//! Published files of translations that were removed from the letter's folder.

use super::page::{FORMS, PARTNERS_FOLDER, mark, sign};
use crate::files::site::Site;
use crate::source::letter_folder::Source;
use std::fs;

/// The files, in the letter's folder of the site. They still name signatories who withdrew since.
/// They stay until somebody deletes them, because only the coordinator knows whether the translation will return.
#[must_use]
pub fn files(source: &Source, site: &Site) -> Vec<String> {
    let folder = format!("letters/{}", source.id);
    let gone = |tag: &str| !source.texts.iter().any(|text| text.tag().unwrap_or_default() == tag);
    let mut left = Vec::new();
    for entry in fs::read_dir(site.root().join(&folder)).into_iter().flatten().flatten() {
        let Ok(name) = entry.file_name().into_string() else { continue };
        let page = format!("{folder}/{name}/index.html");
        if tag_of(&name).is_some_and(gone) {
            left.push(format!("{folder}/{name}"));
        } else if gone(&name) && is_translation(site, &page) {
            left.push(page);
        }
    }
    left.extend(pages_that_sign(source, site));
    left.sort();
    left
}

/// Pages that sign, of texts that have no form any more: the text's own, and those of partners.
fn pages_that_sign(source: &Source, site: &Site) -> Vec<String> {
    let letter = format!("letters/{}/", source.id);
    let partners = fs::read_dir(site.root().join(&letter).join(PARTNERS_FOLDER)).into_iter().flatten().flatten();
    let partners =
        partners.filter_map(|entry| Some([PARTNERS_FOLDER, &entry.file_name().into_string().ok()?, "/"].concat()));
    let folders: Vec<String> = std::iter::once(String::new()).chain(partners).collect();
    let without = source.texts.iter().filter(|text| text.letter.sign.as_ref().is_none_or(|sign| sign.form.is_none()));
    let path = |folder: &String, own: &str| [letter.as_str(), folder, own, sign::FOLDER, "index.html"].concat();
    let paths = without.flat_map(|text| folders.iter().map(move |folder| path(folder, &text.folder())));
    paths.filter(|path| site.read(path).ok().flatten().is_some_and(|page| mark::is_ours(&page))).collect()
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

/// Whether it is the page of a text rather than of a roll.
fn is_translation(site: &Site, path: &str) -> bool {
    let page = site.read(path).ok().flatten().unwrap_or_default();
    mark::is_ours(&page) && String::from_utf8_lossy(&page).contains("<open-letter ")
}
