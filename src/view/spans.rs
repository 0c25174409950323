//! Text with emphasis and links.

use super::element::{Child, Element, element};
use crate::model::{Span, Spans};

/// Adds the spans to the element.
pub(super) fn with_spans(parent: Element, spans: &Spans) -> Element {
    parent.children(spans.0.iter().map(span))
}

fn span(span: &Span) -> Child {
    let element = match span {
        Span::Text(text) => return Child::Text(text.clone()),
        Span::Strong { strong } => with_spans(element("strong"), strong),
        Span::Em { em } => with_spans(element("em"), em),
        Span::Link { link: url, text } => with_spans(link(url.as_str()), text),
    };
    Child::Element(element)
}

/// A link that leaves the letter. The linked site learns at most the host page's origin.
pub(super) fn link(url: &str) -> Element {
    element("a").attr("href", url).attr("rel", "noopener").attr("referrerpolicy", "strict-origin-when-cross-origin")
}
