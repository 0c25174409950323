//! Footnotes of a page: a link to a block that has a link back.

use super::comments::Comments;
use scraper::{ElementRef, Html, Selector};
use std::collections::HashMap;

/// The notes of a page.
pub struct Notes<'h> {
    notes: Vec<Note<'h>>,
}

struct Note<'h> {
    /// The links that lead to it.
    references: Vec<ElementRef<'h>>,
    block: ElementRef<'h>,
    /// The links back, which are no words of the note.
    marks: Vec<ElementRef<'h>>,
    index: Option<usize>,
}

impl<'h> Notes<'h> {
    /// Finds them. Comments are none.
    #[must_use]
    pub fn of(html: &'h Html, comments: &Comments) -> Notes<'h> {
        let select = |selector: &str| -> Vec<ElementRef<'h>> {
            Selector::parse(selector).map(|selector| html.select(&selector).collect()).unwrap_or_default()
        };
        let mut named: HashMap<&str, ElementRef> = HashMap::new();
        for element in select("[id], a[name]") {
            for name in [element.attr("id"), element.attr("name")].into_iter().flatten() {
                named.entry(name).or_insert(element);
            }
        }
        let mut notes: Vec<Note> = Vec::new();
        for reference in select("a[href^='#']") {
            if comments.hold(reference) || notes.iter().any(|note| note.marks.contains(&reference)) {
                continue;
            }
            let target = reference.attr("href").and_then(|href| named.get(&href[1..])).copied();
            let Some(block) = target.and_then(block_of) else { continue };
            if let Some(note) = notes.iter_mut().find(|note| note.block == block) {
                note.references.push(reference);
                continue;
            }
            let is_inside = reference.ancestors().any(|node| node.id() == block.id());
            let marks = marks(block, reference);
            if !is_inside && !marks.is_empty() {
                notes.push(Note { references: vec![reference], block, marks, index: None });
            }
        }
        Notes { notes }
    }

    /// Whether the element is a note, or the list of notes.
    #[must_use]
    pub fn is_note(&self, element: ElementRef) -> bool {
        let is_one = self.notes.iter().any(|note| note.block == element);
        let has = |words: &[&str]| {
            let text = [element.attr("class"), element.attr("style"), element.attr("role")];
            let text = text.into_iter().flatten().collect::<Vec<_>>().join(" ");
            words.iter().any(|word| text.contains(word))
        };
        let is_list = || {
            has(&["footnotes", "doc-endnotes", "footnote-list", "endnote-list"])
                && self.notes.iter().any(|note| note.block.ancestors().any(|node| node.id() == element.id()))
        };
        is_one || is_list()
    }

    /// The note to which the element refers.
    #[must_use]
    pub fn referred(&self, element: ElementRef) -> Option<usize> {
        self.notes.iter().position(|note| note.references.contains(&element))
    }

    /// Whether the element is a mark in a note, such as a link back.
    #[must_use]
    pub fn is_mark(&self, element: ElementRef) -> bool {
        self.notes.iter().any(|note| note.marks.contains(&element))
    }

    /// The number of a note in the text, if it has one.
    #[must_use]
    pub fn numbered(&self, note: usize) -> Option<usize> {
        self.notes[note].index
    }

    /// Gives a note its number. Returns its block.
    pub fn number(&mut self, note: usize, index: usize) -> ElementRef<'h> {
        self.notes[note].index = Some(index);
        self.notes[note].block
    }
}

/// The block with the note that a link leads to.
fn block_of(target: ElementRef) -> Option<ElementRef> {
    let around = std::iter::once(target).chain(target.ancestors().filter_map(ElementRef::wrap));
    let block = around
        .take_while(|element| element.value().name() != "body")
        .find(|element| matches!(element.value().name(), "li" | "p" | "div" | "aside" | "dd" | "td"))?;
    // A word processor puts the paragraphs of a note into a box.
    let parent = block.parent().and_then(ElementRef::wrap);
    let is_box = |parent: &ElementRef| {
        parent
            .attr("id")
            .is_some_and(|id| ["ftn", "edn", "sdfootnote", "sdendnote"].iter().any(|word| id.starts_with(word)))
    };
    Some(parent.filter(is_box).unwrap_or(block))
}

/// The links back to a reference, and the label of a note that Markdown made.
fn marks<'h>(block: ElementRef<'h>, reference: ElementRef<'h>) -> Vec<ElementRef<'h>> {
    let parent = reference.parent().and_then(ElementRef::wrap);
    let around: Vec<ElementRef> = std::iter::once(reference).chain(parent).chain(reference.child_elements()).collect();
    let leads_back = |element: &ElementRef| {
        let name = element.attr("href").and_then(|href| href.strip_prefix('#'));
        name.is_some_and(|name| {
            around.iter().any(|element| element.attr("id") == Some(name) || element.attr("name") == Some(name))
        })
    };
    let is_label =
        |element: &ElementRef| element.attr("class").is_some_and(|class| class == "footnote-definition-label");
    let inside = block.descendants().filter_map(ElementRef::wrap);
    inside.filter(|element| leads_back(element) || is_label(element)).collect()
}
