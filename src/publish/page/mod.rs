//! The pages of letters, and the other files for people rather than for the widget.
//!
//! ```text
//! a text of a letter ─┬─ document: head, json_ld, and the letter by the views ── index.html, fr/index.html
//!                     ├─ snippet ── snippet.html, snippet.tag.html, …
//!                     ├─ partners ── partners/
//!                     ├─ oembed ── oembed.json, oembed.fr.json
//!                     └─ feed ── feed.xml
//! a long roll ────────── names ── signatories/
//! all pages of a site ── sitemap ── sitemap.xml
//! ```

mod document;
mod facts;
mod feed;
mod head;
mod json_ld;
pub mod mark;
pub mod names;
mod oembed;
mod one_line;
#[expect(clippy::module_inception, reason = "it is what the others are made of")]
mod page;
pub mod partners;
mod place;
pub mod sign;
pub mod sitemap;
mod snippet;
mod xml;

pub use facts::Facts;
#[cfg(feature = "collect")]
pub(crate) use head::opening;
pub use place::{NAMES_FOLDER, PARTNERS_FOLDER};
pub use snippet::FORMS;

use crate::files::site::{File, Site};
use crate::source::letter_folder::Source;
use anyhow::Result;
use names::Frame;
use page::Page;
use place::Place;

/// The files made from the letter's texts, in the order of writing: pages last, because they link to all others.
///
/// # Errors
/// If a file of the site can't be read, or is somebody else's, or `SOURCE_DATE_EPOCH` is set and is not a time.
pub fn files(source: &Source, facts: &Facts, site: &Site) -> Result<Vec<File>> {
    let folder = format!("letters/{}/", source.id);
    let within = |file: File| File { path: [folder.as_str(), &file.path].concat(), ..file };
    let pages: Vec<Page> = source.texts.iter().map(|text| Page::new(text, source, facts)).collect();
    let mut files: Vec<File> = pages.iter().flat_map(snippet::files).map(within).collect();
    files.extend(pages.iter().filter_map(oembed::file).map(within));
    if let Some(page) = pages.first() {
        let path = format!("{folder}feed.xml");
        let bytes = feed::document(page, site.read(&path)?.as_deref())?;
        files.push(File { path, bytes });
    }
    if source.texts.iter().any(|text| text.letter.sign.as_ref().is_some_and(|sign| sign.form.is_some())) {
        files.push(sign::script_file());
    }
    for file in pages.iter().flat_map(sign::files).map(within) {
        mark::refuse_foreign(&file.path, site.read(&file.path)?.as_deref())?;
        files.push(file);
    }
    files.push(partners::script_file());
    for file in partners::files(&pages).into_iter().map(within) {
        mark::refuse_foreign(&file.path, site.read(&file.path)?.as_deref())?;
        files.push(file);
    }
    for page in pages.iter().rev() {
        let path = format!("{folder}{}index.html", page.place.folder);
        mark::refuse_foreign(&path, site.read(&path)?.as_deref())?;
        files.push(File { path, bytes: document::document(page).into_bytes() });
    }
    Ok(files)
}

/// The parts that all pages of the letter's roll share.
#[must_use]
pub fn frame<'s>(source: &'s Source, facts: &'s Facts) -> Option<Frame<'s>> {
    let place = Place { base: facts.base.as_deref(), id: &source.id, folder: NAMES_FOLDER.into() };
    Some(Frame::new(&source.texts.first()?.letter, place))
}
