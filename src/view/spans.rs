//! Text with emphasis and links.

use super::element::{Element, element};
use crate::model::{Span, Spans};
use leptos::prelude::*;

/// The element with the spans in it.
pub(super) fn with_spans(parent: Element, spans: &Spans) -> Element {
    parent.children(spans.0.iter().map(span))
}

fn span(span: &Span) -> AnyView {
    match span {
        Span::Text(text) => text.clone().into_any(),
        Span::Strong { strong } => with_spans(element("strong"), strong).view(),
        Span::Em { em } => with_spans(element("em"), em).view(),
        Span::Link { link: url, text } => with_spans(link(url.as_str()), text).view(),
    }
}

/// A link out of the letter. The site that it leads to learns the host's origin at most.
pub(super) fn link(url: &str) -> Element {
    element("a").attr("href", url).attr("rel", "noopener").attr("referrerpolicy", "strict-origin-when-cross-origin")
}
