//! JSON that people can read too.

/// The document, indented, with a final line break.
pub fn pretty(document: &impl serde::Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(document).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}
