//! The words in an element.

use scraper::{ElementRef, Node};

/// All words in an element, for a report.
#[must_use]
pub fn words(element: ElementRef) -> String {
    let is_shown = |name: &str| !matches!(name, "script" | "style" | "template" | "noscript");
    let texts = element.descendants().filter_map(|node| {
        let parent = node.parent().and_then(ElementRef::wrap);
        match node.value() {
            Node::Text(text) if parent.is_none_or(|parent| is_shown(parent.value().name())) => Some(text.to_string()),
            Node::Element(element) if matches!(element.name(), "br" | "p" | "div" | "td") => Some(" ".to_string()),
            _ => None,
        }
    });
    texts.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}
