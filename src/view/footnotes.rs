//! Footnotes: marks in the text, and ways back to it (DPUB-ARIA 1.1, `doc-noteref` and `doc-backlink`).
//!
//! On a published page, both are plain links. In the widget, `glue/footnotes.js` follows them, since browsers look for the
//! target of a fragment outside shadow roots. A first view has their texts only: an address in it would be one of the
//! host page.

use super::element::{Child, Element, element};
use super::link::link;
use crate::language::{Language, fill};
use crate::model::{Item, Letter};

/// The most characters of a letter's id: each mark has them four times.
const LONGEST_ID: usize = 100;

/// The footnotes of a letter, and how often each was referred to so far.
pub(super) struct Footnotes<'n> {
    /// What the ids of this text's notes end with; `None` if marks lead nowhere.
    place: Option<String>,
    marks: Vec<usize>,
    is_in_link: bool,
    language: &'n Language,
}

impl<'n> Footnotes<'n> {
    /// The notes of a letter. Its marks are links if `linked`.
    pub fn new(items: &'n [Item], letter: &Letter, language: &'n Language, linked: bool) -> Footnotes<'n> {
        // A page can have several letters. What an id of a letter contains beside the signs of ours is left out.
        let id = letter.id.as_deref().unwrap_or_default().chars().take(LONGEST_ID);
        let id = id.filter(|char| char.is_ascii_alphanumeric() || *char == '-');
        let place = linked.then(|| [&id.collect::<String>(), "-", letter.lang.as_str(), "-"].concat());
        Footnotes { place, marks: vec![0; items.len()], is_in_link: false, language }
    }

    /// Builds the words of a link, in which marks can't be links.
    pub fn in_link(&mut self, build: impl FnOnce(&mut Self) -> Element) -> Element {
        let around = std::mem::replace(&mut self.is_in_link, true);
        let link = build(self);
        self.is_in_link = around;
        link
    }

    /// The mark of the note with that number; `text`, if there is no such note.
    pub fn mark(&mut self, number: u64, text: &str, after_mark: bool) -> Child {
        let index = usize::try_from(number).unwrap_or_default().wrapping_sub(1);
        let Some(marks) = self.marks.get_mut(index) else { return Child::Text(text.into()) };
        let mut mark = element("sup");
        if after_mark {
            mark = mark.text(self.language.texts.comma);
        }
        let shown = number.to_string();
        let Some(place) = self.place.as_ref().filter(|_| !self.is_in_link) else { return mark.text(shown).into() };
        *marks += 1;
        let label = fill(self.language.texts.note, "n", &shown);
        let link = link(&["#note-", place, &shown].concat())
            .attr("id", mark_id(place, index, *marks))
            .attr("role", "doc-noteref")
            .labelled_in_interface(self.language)
            .attr("aria-label", label)
            .text(shown);
        mark.child(link).into()
    }

    /// The item of a note, with its id and the ways back to each of its marks.
    pub fn with_ways_back(&self, mut item: Element, index: usize) -> Element {
        let Some(place) = &self.place else { return item };
        item = item.attr("id", ["note-", place, &(index + 1).to_string()].concat());
        let marks = self.marks.get(index).copied().unwrap_or_default();
        for mark in 1..=marks {
            let of_several = if marks > 1 { mark.to_string() } else { String::new() };
            let link = link(&["#", &mark_id(place, index, mark)].concat())
                .attr("role", "doc-backlink")
                .labelled_in_interface(self.language)
                .attr("aria-label", [self.language.texts.back_to_text, " ", &of_several].concat().trim_end())
                .text(["↑", &of_several].concat());
            item = item.at_end(element("small").text("\u{a0}").child(link));
        }
        item
    }
}

/// The id of the mark that refers to a note for the nth time.
fn mark_id(place: &str, index: usize, nth: usize) -> String {
    ["mark-", place, &(index + 1).to_string(), "-", &nth.to_string()].concat()
}
