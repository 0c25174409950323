//! Salutation, body and closing.

use super::element::{Element, element, heading};
use super::notice;
use super::spans::with_spans;
use crate::language::Language;
use crate::model::{Block, Letter, Spans};

/// The text of the letter, cut at the limits.
pub(super) fn body(letter: &Letter, language: &Language, heading_level: u8) -> impl Iterator<Item = Element> {
    let paragraph = |part, text: &Option<String>| text.as_deref().map(|text| element("p").part(part).text(text));
    let blocks = element("div").part("body").children(letter.body.iter().map(|part| block(part, heading_level)));
    let cut = letter.left_out.text.then(|| notice::cut(letter, language.texts.text_cut, language));
    [paragraph("salutation", &letter.salutation), Some(blocks), cut, paragraph("closing", &letter.closing)]
        .into_iter()
        .flatten()
}

fn block(block: &Block, heading_level: u8) -> Element {
    match block {
        Block::Paragraph(text) => paragraph(text),
        Block::Heading { heading: text } => with_spans(heading(heading_level, "heading"), text),
        Block::Quote { quote } => element("blockquote").part("quote").children(quote.iter().map(paragraph)),
        Block::List { list, ordered } => {
            let items = list.iter().map(|item| with_spans(element("li"), item));
            element(if *ordered { "ol" } else { "ul" }).part("list").children(items)
        }
    }
}

fn paragraph(text: &Spans) -> Element {
    with_spans(element("p").part("paragraph"), text)
}
