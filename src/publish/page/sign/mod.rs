//! The page that signs: the form of a letter as plain HTML, for readers without scripts, and for receivers whose answer
//! no script can read.

mod document;
mod fields;

pub use document::{Document, STYLE};
pub use fields::{Filled, fields};

use super::page::Page;
use crate::files::site::File;
use crate::model::SignForm;

/// The folder of the page inside that of the letter's page. No language has its name for a tag: tags of four letters are
/// reserved (RFC 5646, section 2.2.1).
pub const FOLDER: &str = "sign/";

/// The page, for a letter that has a form. Its path is that within the letter's folder.
#[must_use]
pub fn file(page: &Page) -> Option<File> {
    let form = page.letter.sign.as_ref()?.form.as_ref()?;
    let folder = [page.place.folder.as_ref(), FOLDER].concat();
    let place = page.place.within(folder.clone());
    let form = SignForm::of(form, &|address| Some(place.whole_link(address))).0?;
    let document = Document {
        letter: &page.letter_at(&place),
        form: &form,
        receiver: page.receiver(&form),
        page: "../".to_string(),
        token: None,
        filled: Filled::default(),
        notice: None,
    };
    Some(File { path: [&folder, "index.html"].concat(), bytes: document.html().into_bytes() })
}
