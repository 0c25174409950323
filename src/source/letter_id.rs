//! The id of a letter: the name of its folder in a site, and part of its address.

use super::draft::{Draft, LETTER_FILE};
use super::finding::Findings;
use std::path::Path;

/// Whether a text can be an id: the name of a folder on every system, and part of an address.
#[must_use]
pub fn is_id(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
        && (1..=100).contains(&text.len())
        && !text.starts_with('-')
        && !is_device(text)
}

/// Whether Windows reserves the name for a device, so that no folder can have it.
fn is_device(name: &str) -> bool {
    let numbered = name.strip_prefix("com").or_else(|| name.strip_prefix("lpt"));
    matches!(name, "con" | "prn" | "aux" | "nul")
        || numbered.is_some_and(|number| number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The id of a folder's letter, even if the letter has errors.
#[must_use]
pub fn id_of(folder: &Path) -> String {
    id(folder, &mut Draft::read(folder, None), &mut Findings::of(folder))
}

/// The id that front matter gives, else the folder's name.
pub(super) fn id(folder: &Path, draft: &mut Draft, findings: &mut Findings) -> String {
    const REMEDY: &str = "use small letters a to z, digits and hyphens";
    if let Some(given) = draft.letter.as_ref().and_then(|letter| letter.get("id")) {
        let id = given.as_text().unwrap_or_default().to_string();
        if !is_id(&id) {
            draft.findings.error(given.line, format!("id is “{id}”, which cannot be part of an address: {REMEDY}"));
        }
        return id;
    }
    let whole = folder.canonicalize().unwrap_or_else(|_| folder.to_path_buf());
    let id = whole.file_name().unwrap_or_default().to_string_lossy().into_owned();
    if !is_id(&id) {
        findings.error_of_file(format!(
            "can't give the letter its id: rename the folder and {REMEDY}, or write id: in {LETTER_FILE}"
        ));
    }
    id
}
