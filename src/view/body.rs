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
    let footnotes = Footnotes::new(body.notes, letter, language, linked);
    let mut printer = Printer { body, heading_level, footnotes };
    let paragraph = |part, text: &Option<String>| text.as_deref().map(|text| element("p").part(part).text(text));
    let blocks = printer.blocks(element("div").part("body"), body.text);
    let cut = letter.left_out.text.then(|| notice::cut(letter, language.texts.text_cut, language));
    let has_appendix = body.appendix.iter().any(|block| body.shows(block));
    let appendix = has_appendix.then(|| printer.blocks(element("section").class("appendix"), body.appendix));
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
    body: Body<'n>,
    heading_level: u8,
    footnotes: Footnotes<'n>,
}

impl Printer<'_> {
    fn blocks(&mut self, mut parent: Element, blocks: &[Block]) -> Element {
        for block in blocks {
            if self.body.shows(block) {
                parent = parent.child(self.block(block));
            }
        }
        parent
    }

    fn block(&mut self, block: &Block) -> Element {
        match block {
            Block::Paragraph(text) => self.paragraph(text),
            Block::Heading { heading: text } => self.spans(heading(self.heading_level, "heading"), text),
            Block::Quote { quote } => {
                let mut parent = element("blockquote").part("quote");
                for text in quote {
                    parent = parent.child(self.paragraph(text));
                }
                parent
            }
            Block::List(List { list, ordered, start, .. }) => {
                let mut parent = element(if *ordered { "ol" } else { "ul" })
                    .part("list")
                    .attr_if("start", start.map(|start| start.to_string()));
                for item in list {
                    parent = parent.child(self.item(item));
                }
                parent
            }
            Block::Rule { .. } | Block::Signatories { .. } => element("hr"),
        }
    }

    fn item(&mut self, item: &Item) -> Element {
        match item {
            Item::Spans(text) => self.spans(element("li"), text),
            Item::Blocks { item } => self.blocks(element("li"), item),
        }
    }

    fn paragraph(&mut self, text: &Spans) -> Element {
        self.spans(element("p").part("paragraph"), text)
    }

    fn spans(&mut self, parent: Element, text: &Spans) -> Element {
        with_spans(parent, text, &mut self.footnotes)
    }

    /// The footnotes, with the ways back to all marks: they are printed last, since notes can refer to notes.
    fn notes(&mut self, linked: bool, language: &Language) -> Option<Element> {
        let notes = self.body.notes;
        if notes.is_empty() {
            return None;
        }
        let items: Vec<Element> = notes.iter().map(|item| self.item(item)).collect();
        // The list has the name: with a name, or as `doc-endnotes`, the section would be a landmark of the host page.
        let mut list = element("ol").label(language.texts.footnotes, language);
        for (index, item) in items.into_iter().enumerate() {
            list = list.child(self.footnotes.with_ways_back(item, index));
        }
        // Another page has no style for them.
        let rule = (!linked).then(|| element("hr"));
        Some(element("section").part("footnotes").children(rule).child(list))
    }
}
