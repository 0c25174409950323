//! Salutation, body, closing, footnotes and appendix.

use super::element::{Element, element, heading};
use super::footnotes::Footnotes;
use super::notice;
use super::spans::with_spans;
use crate::language::Language;
use crate::model::{Block, Body, Item, Letter, List, Spans};

/// The text of a letter.
pub(super) struct Text {
    /// What stands before the signatories.
    pub before: Vec<Element>,
    /// What stands after them.
    pub appendix: Option<Element>,
}

/// The text of the letter, cut at the limits. Marks of footnotes are links if `linked`.
pub(super) fn text(letter: &Letter, language: &Language, heading_level: u8, linked: bool) -> Text {
    let body = Body::of(&letter.body);
    let mut printer = Printer { heading_level, footnotes: Footnotes::new(body.notes, letter, language, linked) };
    let paragraph = |part, text: &Option<String>| text.as_deref().map(|text| element("p").part(part).text(text));
    let blocks = element("div").part("body").children(body.text.into_iter().map(|part| printer.block(part)));
    let cut = letter.left_out.text.then(|| notice::cut(letter, language.texts.text_cut, language));
    let appendix = (!body.appendix.is_empty()).then(|| {
        let blocks = body.appendix.into_iter().map(|part| printer.block(part));
        element("section").class("appendix").children(blocks)
    });
    let before = [
        paragraph("salutation", &letter.salutation),
        Some(blocks),
        cut,
        paragraph("closing", &letter.closing),
        printer.notes(linked, language),
    ];
    Text { before: before.into_iter().flatten().collect(), appendix }
}

struct Printer<'n> {
    heading_level: u8,
    footnotes: Footnotes<'n>,
}

impl Printer<'_> {
    fn block(&mut self, block: &Block) -> Element {
        match block {
            Block::Paragraph(text) => self.paragraph(text),
            Block::Heading { heading: text } => self.spans(heading(self.heading_level, "heading"), text),
            Block::Quote { quote } => {
                element("blockquote").part("quote").children(quote.iter().map(|text| self.paragraph(text)))
            }
            Block::List(List { list, ordered, start, .. }) => element(if *ordered { "ol" } else { "ul" })
                .part("list")
                .attr_if("start", start.map(|start| start.to_string()))
                .children(list.iter().map(|item| self.item(item))),
            // The place of the signatories is no block of the text.
            Block::Rule { .. } | Block::Signatories { .. } => element("hr"),
        }
    }

    fn item(&mut self, item: &Item) -> Element {
        match item {
            Item::Spans(text) => self.spans(element("li"), text),
            Item::Blocks { item } => element("li").children(item.iter().map(|block| self.block(block))),
        }
    }

    fn paragraph(&mut self, text: &Spans) -> Element {
        self.spans(element("p").part("paragraph"), text)
    }

    fn spans(&mut self, parent: Element, text: &Spans) -> Element {
        with_spans(parent, text, &mut self.footnotes)
    }

    /// The footnotes, with the ways back to all marks: they are printed last, since notes can refer to notes.
    fn notes(mut self, linked: bool, language: &Language) -> Option<Element> {
        let items: Vec<Element> = self.footnotes.items.iter().map(|item| self.item(item)).collect();
        if items.is_empty() {
            return None;
        }
        let items = items.into_iter().enumerate().map(|(index, item)| self.footnotes.with_ways_back(item, index));
        // The list has the name: with a name, or as `doc-endnotes`, the section would be a landmark of the host page.
        let list = element("ol").label(language.texts.footnotes, language).children(items);
        // Another page has no style for them.
        let rule = (!linked).then(|| element("hr"));
        Some(element("section").part("footnotes").children(rule).child(list))
    }
}
