//! The maximum size of a row of `signatories.csv`.

use crate::model::{Link, Problem, Signatory};

/// The maximum size of a signatory as JSON, in bytes. The longest comments of petitions take a quarter of it; the 24
/// signatories in every letter take at most half of what pages read.
pub const ROW_BYTES: usize = 20_000;

/// The problem of a signatory who exceeds that size.
#[must_use]
pub fn fault(signatory: &Signatory, bytes: usize) -> Option<Problem> {
    let Signatory { id, name, role, organisation, note, url, logo, country, comment, .. } = signatory;
    let text = |text: &Option<String>| text.as_ref().map_or(0, String::len);
    let link = |link: &Option<Link>| link.as_ref().map_or(0, |link| link.as_str().len());
    let cells = [
        ("id", text(id)),
        ("name", name.len()),
        ("role", text(role)),
        ("organisation", text(organisation)),
        ("note", text(note)),
        ("url", link(url)),
        ("logo", link(logo)),
        ("country", text(country)),
        ("comment", text(comment)),
    ];
    let (column, length) = cells.into_iter().max_by_key(|(_, length)| *length).filter(|_| bytes > ROW_BYTES)?;
    let fault = format!("has {length} bytes, and a row may have {ROW_BYTES} in all");
    Some(Problem { path: column.to_string(), fault, remedy: "shorten it" })
}
