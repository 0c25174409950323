//! The page that signs: the form of a letter as plain HTML, for readers without scripts, and for receivers whose answer
//! no script can read. It is beside each text, and in the folder of each partner that `--partners` names, where the form
//! sends the partner's id. Its one script does the same for a partner who is in the page's address.

mod document;
mod fields;

pub use document::{Document, STYLE};
pub use fields::{Filled, fields};

use super::page::Page;
use super::place::partners_folder;
use crate::files::hash::name_hash;
use crate::files::site::File;
use crate::model::SignForm;
use crate::source::partners::Partner;

/// The folder of the page inside that of the letter's page. No language has its name for a tag: tags of four letters are
/// reserved (RFC 5646, section 2.2.1).
pub const FOLDER: &str = "sign/";

/// The script of the page, under a name that changes with it.
const SCRIPT: &str = include_str!("partner.js");

/// The script of the pages, with its path in the site.
pub fn script_file() -> File {
    File { path: script(), bytes: SCRIPT.into() }
}

/// The path of the script in the site.
fn script() -> String {
    format!("open-letter-partner-{}.js", name_hash(SCRIPT.as_bytes()))
}

/// The folder of a text's page that signs, inside the letter's: for everybody, or for readers of that partner.
#[must_use]
pub fn folder(page: &Page, partner: Option<&Partner>) -> String {
    let own = partner.map(|partner| partners_folder(Some(partner))).unwrap_or_default();
    [&own, page.place.folder.as_ref(), FOLDER].concat()
}

/// The pages of a text that has a form: for everybody, and for each partner. Their paths are those within the letter's
/// folder.
#[must_use]
pub fn files(page: &Page) -> Vec<File> {
    let partners = page.facts.partners.iter().map(Some);
    std::iter::once(None).chain(partners).filter_map(|partner| file(page, partner)).collect()
}

fn file(page: &Page, partner: Option<&Partner>) -> Option<File> {
    let form = page.letter.sign.as_ref()?.form.as_ref()?;
    let folder = folder(page, partner);
    let place = page.place.within(folder.clone());
    let form = SignForm::of(form, &|address| Some(place.whole_link(address))).0?;
    let document = Document {
        letter: &page.letter_at(&place),
        form: &form,
        receiver: page.receiver(&form),
        page: if partner.is_some() { place.to(&page.place.folder) } else { "../".to_string() },
        token: None,
        partner: partner.map(|partner| partner.id.as_str()),
        script: Some(place.to_site(&script())),
        filled: Filled::default(),
        notice: None,
    };
    Some(File { path: [&folder, "index.html"].concat(), bytes: document.html().into_bytes() })
}
