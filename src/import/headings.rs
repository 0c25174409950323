//! Finds the columns of an export by their headings.

use crate::source::keys::nearest;
use crate::source::sheet::heading;

/// A wanted heading, or the alternatives that releases of a system use for the same column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The target of the column, one of [`TARGETS`](super::TARGETS).
    pub target: &'static str,
    /// Its possible headings; the first that exists is used.
    pub headings: Vec<String>,
    /// Whether the import needs it.
    pub required: bool,
}

/// The columns of a wanted heading: those with exactly that heading, else those that differ only in capitals, spaces,
/// line breaks, apostrophes and quotation marks, which some shells take out. A form with conditional questions may have
/// several columns with one heading; a row fills one of them.
///
/// # Errors
/// In words, if there is none.
pub fn find(headings: &[String], wanted: &Wanted) -> Result<Vec<usize>, String> {
    for heading in &wanted.headings {
        let exact = places(headings, |there| there == heading);
        let places = if exact.is_empty() { places(headings, |there| alike(there, heading)) } else { exact };
        if !places.is_empty() {
            return Ok(places);
        }
    }
    let missing = wanted.headings.first().map_or("", String::as_str);
    let lower: Vec<String> = headings.iter().map(|heading| simple(heading)).collect();
    let like = nearest(&simple(missing), lower.iter().map(String::as_str))
        .and_then(|like| lower.iter().position(|heading| heading == like))
        .map_or(String::new(), |at| format!("“{}” comes nearest; ", headings[at].trim()));
    Err(format!("has no heading “{missing}” for {}: {like}there are {}", wanted.target, list(headings)))
}

/// Headings for a message: `“Name”, “E-mail”`.
#[must_use]
pub fn list(headings: &[String]) -> String {
    let quoted: Vec<String> = headings.iter().map(|heading| format!("“{}”", heading.trim())).collect();
    quoted.join(", ")
}

fn places(headings: &[String], is: impl Fn(&str) -> bool) -> Vec<usize> {
    (0..headings.len()).filter(|at| is(&headings[*at])).collect()
}

fn alike(a: &str, b: &str) -> bool {
    simple(a) == simple(b)
}

fn simple(text: &str) -> String {
    heading(&text.to_lowercase().replace(['"', '“', '”', '„', '\'', '’', '‘', '`', '´'], ""))
}
