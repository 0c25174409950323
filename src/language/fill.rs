//! Fills values into texts.
//!
//! `str::replace` would add half a kilobyte to the widget: it can search for any text, and a placeholder always begins
//! with a brace.

/// The text before and after the placeholder `{name}`; `None` if the text has none.
#[must_use]
pub fn around<'t>(text: &'t str, name: &str) -> Option<(&'t str, &'t str)> {
    text.match_indices('{').find_map(|(at, brace)| {
        let (before, rest) = text.split_at_checked(at)?;
        let after = rest.strip_prefix(brace)?.strip_prefix(name)?.strip_prefix('}')?;
        Some((before, after))
    })
}

/// Replaces the placeholder with the value.
#[must_use]
pub fn fill(text: &str, name: &str, value: &str) -> String {
    match around(text, name) {
        Some((before, after)) => [before, value, after].concat(),
        None => text.into(),
    }
}
