//! The texts that only published pages need: the coordinator's command has them, the widget does not.

/// The texts of published pages in one language, from `pages` in its file.
pub struct Pages {
    /// What somebody agrees to who signs, if the letter says nothing else.
    pub consent: &'static str,
    /// The link to the pages with the whole roll.
    pub all_names: &'static str,
    /// The link to the page with the whole roll.
    pub one_page: &'static str,
    /// The link to the page of earlier signatories.
    pub earlier: &'static str,
    /// The link to the page of later signatories.
    pub later: &'static str,
    /// The title of the feed, with the letter's `{title}`.
    pub feed: &'static str,
    /// Above the snippet with the whole text: how to use it.
    pub snippet: &'static str,
    /// Above the snippet with the element.
    pub snippet_element: &'static str,
    /// Above the snippet of one line.
    pub snippet_tag: &'static str,
    /// Above the one-line snippet that is pinned to one release.
    pub snippet_pinned: &'static str,
    /// Above the snippet for editors that remove scripts.
    pub snippet_iframe: &'static str,
    /// Above the snippet with the count alone.
    pub snippet_badge: &'static str,
}
