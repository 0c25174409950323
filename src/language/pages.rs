//! What only published pages say: the coordinator's command has it, the widget has not.

/// The texts of published pages in one language, from `pages` in its file.
pub struct Pages {
    /// The link to the pages that have the whole roll.
    pub all_names: &'static str,
    /// The link to the page of those who signed before.
    pub earlier: &'static str,
    /// The link to the page of those who signed after.
    pub later: &'static str,
    /// The title of the feed: `{title}`, the letter's.
    pub feed: &'static str,
    /// Above the snippet with the whole text: what it is, and how to use it.
    pub snippet: &'static str,
    /// Above the snippet of one line.
    pub snippet_tag: &'static str,
    /// Above the same line, for one release alone.
    pub snippet_pinned: &'static str,
    /// Above the snippet for editors that take scripts away.
    pub snippet_iframe: &'static str,
    /// Above the snippet with the count alone.
    pub snippet_badge: &'static str,
}
