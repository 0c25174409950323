//! The page for partners, *For your website*: what to paste, and where, on each kind of website. It is beside each
//! letter, and in the folder of each partner that `--partners` names. Without scripts it is a plain list; its script only
//! shortens the list to what is chosen.

mod document;
pub mod hosts;

use super::page::Page;
use super::place::partners_folder;
use crate::files::hash::name_hash;
use crate::files::site::File;

/// The script of the page, under a name that changes with it.
const SCRIPT: &str = include_str!("choose.js");

/// The script of the pages, with its path in the site.
pub fn script_file() -> File {
    File { path: script(), bytes: SCRIPT.into() }
}

/// The pages of a letter in all its languages, with paths inside the letter's folder.
pub fn files(pages: &[Page]) -> Vec<File> {
    let Some(first) = pages.first() else { return Vec::new() };
    let partners = first.facts.partners.iter().map(Some).chain([None]);
    let page = |partner| File {
        path: [&partners_folder(partner), "index.html"].concat(),
        bytes: document::document(pages, first, partner).into_bytes(),
    };
    partners.map(page).collect()
}

/// The path of the script in the site.
fn script() -> String {
    format!("open-letter-partners-{}.js", name_hash(SCRIPT.as_bytes()))
}
