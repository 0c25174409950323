//! The maximum size of a row of `signatories.csv`.

use crate::model::{Problem, Signatory};
use serde_json::Value;

/// The maximum size of a signatory as JSON, in bytes. The longest comments of petitions take a quarter of it; the 24
/// signatories in every letter take at most half of what pages read.
pub const ROW_BYTES: usize = 20_000;

/// The problem of a signatory who exceeds that size. It names the longest text.
#[must_use]
pub fn fault(signatory: &Signatory, bytes: usize) -> Option<Problem> {
    if bytes <= ROW_BYTES {
        return None;
    }
    let row = serde_json::to_value(signatory).ok()?;
    let length = |text: &Value| text.as_str().map_or(0, str::len);
    let (column, text) = row.as_object()?.iter().max_by_key(|(_, text)| length(text))?;
    let fault = format!("has {} bytes, and a row may have {ROW_BYTES} in all", length(text));
    Some(Problem { path: column.clone(), fault, remedy: "shorten it" })
}
