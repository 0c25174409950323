//! What is filled into texts.
//!
//! Not by `str::replace`: its search for any text costs the widget half a kilobyte, and a placeholder begins with a brace.

/// What stands before and behind the placeholder of that name, `{name}`; `None` where the text has none.
#[must_use]
pub fn around<'t>(text: &'t str, name: &str) -> Option<(&'t str, &'t str)> {
    text.match_indices('{').find_map(|(at, brace)| {
        let (before, rest) = text.split_at_checked(at)?;
        let after = rest.strip_prefix(brace)?.strip_prefix(name)?.strip_prefix('}')?;
        Some((before, after))
    })
}

/// The text with the value in place of the placeholder.
#[must_use]
pub fn fill(text: &str, name: &str, value: &str) -> String {
    match around(text, name) {
        Some((before, after)) => [before, value, after].concat(),
        None => text.into(),
    }
}
