//! Keeps publishing from taking every signatory of the collector off the site, where their table is missing.

use crate::model::SignForm;
use crate::source::COLLECTED;
use crate::source::finding::{Finding, Weight};
use crate::source::letter_folder::Source;
use std::path::Path;

/// The finding if the collector takes the letter's signatures, and the folder has no table of them.
#[must_use]
pub fn missing(source: &Source, folder: &Path) -> Option<Finding> {
    if source.tables.collected.is_some() {
        return None;
    }
    let is_collected = source.texts.iter().any(|text| {
        let form = text.letter.sign.as_ref().and_then(|sign| sign.form.as_ref());
        form.and_then(|form| SignForm::of(form, &|reference| Some(reference.to_string())).0)
            .is_some_and(|form| form.collector().is_some())
    });
    let message = "is missing, and without it everybody who signed in place would be taken off the site: get it by \
                   open-letter collect export, or publish by --without-collected before anybody has signed";
    is_collected.then(|| Finding {
        file: folder.join(COLLECTED),
        line: None,
        column: None,
        path: None,
        code: None,
        message: message.to_string(),
        weight: Weight::Error,
    })
}
