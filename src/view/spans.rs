//! Text with emphasis, links and marks of footnotes.

use super::element::{Child, Element, element};
use super::footnotes::Footnotes;
use super::link::link;
use crate::model::{Span, Spans};

/// Adds the spans to the element.
pub(super) fn with_spans(mut parent: Element, spans: &Spans, footnotes: &mut Footnotes) -> Element {
    let mut after_mark = false;
    for span in &spans.0 {
        parent = parent.child(child(span, after_mark, footnotes));
        after_mark = matches!(span, Span::Footnote { .. });
    }
    parent
}

fn child(span: &Span, after_mark: bool, footnotes: &mut Footnotes) -> Child {
    let element = match span {
        Span::Text(text) => return Child::Text(text.clone()),
        Span::Strong { strong } => with_spans(element("strong"), strong, footnotes),
        Span::Em { em } => with_spans(element("em"), em, footnotes),
        Span::Link { link: url, text } => {
            footnotes.in_link(|footnotes| with_spans(link(url.as_str()), text, footnotes))
        }
        Span::Footnote { footnote, text } => return footnotes.mark(*footnote, text, after_mark),
    };
    Child::Element(element)
}
