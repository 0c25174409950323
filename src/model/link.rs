//! Links, which never run anything.

/// A URL that may stand in `href`: http, https or mailto, resolved against the letter's own address.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize, schemars::JsonSchema))]
#[cfg_attr(
    not(target_arch = "wasm32"),
    schemars(description = "An http, https or mailto URL, or one relative to the letter's own address")
)]
pub struct Link(#[cfg_attr(not(target_arch = "wasm32"), schemars(extend("format" = "uri-reference")))] String);

impl Link {
    pub(super) fn new(url: String) -> Self {
        Link(url)
    }

    /// The URL.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The scheme of a URL reference in lower case, found as a browser would find it: white space and control characters
/// around it, and tabs and line breaks within it, do not count (URL Standard, 4.4). `None`: the reference is relative.
#[must_use]
pub fn scheme(reference: &str) -> Option<String> {
    let ignored = |char: char| char <= ' ';
    let mut scheme = String::new();
    for char in reference.trim_start_matches(ignored).chars() {
        match char {
            '\t' | '\n' | '\r' => {}
            ':' if !scheme.is_empty() => return Some(scheme),
            'a'..='z' | 'A'..='Z' => scheme.push(char.to_ascii_lowercase()),
            '0'..='9' | '+' | '-' | '.' if !scheme.is_empty() => scheme.push(char),
            _ => return None,
        }
    }
    None
}

/// Whether a link of that scheme is shown.
#[must_use]
pub fn is_allowed(scheme: &str) -> bool {
    matches!(scheme, "http" | "https" | "mailto")
}
