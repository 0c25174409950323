//! The files of a letter, besides its roll.

use super::page::{self, Facts};
use super::{count, first_view};
use crate::files::site::{File, Site};
use crate::model;
use crate::source::letter_folder::Source;
use crate::source::text::Text;
use anyhow::Result;

/// The letter's files. The count is last: it makes widgets fetch the names again, which must be there by then.
/// `published` is the count before.
///
/// # Errors
/// If a file of the site can't be read.
pub fn files(source: &Source, facts: &Facts, site: &Site, published: Option<&[u8]>) -> Result<Vec<File>> {
    let folder = format!("letters/{}", source.id);
    let letter = |text: &Text| File {
        path: format!("{folder}/{}", text.file),
        bytes: crate::files::json::pretty(&model::to_json(&text.letter)),
    };
    let path = format!("{folder}/count.json");
    let count = count::document(source, published)?;
    let updated = count::updated(&count).unwrap_or_default();
    let mut files: Vec<File> = source.texts.iter().map(letter).collect();
    files.extend(source.texts.iter().map(|text| first_view::file(text, source, &updated)));
    files.extend(page::files(source, facts, site)?);
    files.push(File { path, bytes: count });
    Ok(files)
}
