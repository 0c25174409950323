//! Links.

use super::element::{Element, element};

/// A link that leaves the letter. The linked site learns at most the host page's origin.
pub(super) fn link(url: &str) -> Element {
    element("a").attr("href", url).attr("rel", "noopener").attr("referrerpolicy", "strict-origin-when-cross-origin")
}
