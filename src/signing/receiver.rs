//! Who receives what is typed.

use crate::model::host;

/// The host that receives the data, if it is not the letter's own: the form names it. Both addresses are absolute and as
/// the URL Standard writes them, so that the host is in ASCII (Punycode) and nobody mistakes one letter for another.
#[must_use]
pub fn receiver(letter: &str, action: &str) -> Option<String> {
    let action = host(action)?;
    (host(letter) != Some(action)).then(|| action.to_string())
}
