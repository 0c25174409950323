//! The letter on its own page, as it is before a script runs, and where none does.

use super::changing::{Changing, Now};
use super::element::{Element, element};
use super::message::OnMessage;
use super::open_letter::{Ways, shown};
use crate::language::Language;
use crate::model::{Letter, Settings};
use leptos::prelude::*;

/// Where else to go from a letter's page. The addresses are relative to it.
#[derive(Clone, Debug, Default)]
pub struct Pages {
    /// The page of each of the letter's translations, in their order.
    pub translations: Vec<String>,
    /// The first of the pages that have the whole roll, where it is longer than this one shows.
    pub roll: Option<String>,
}

/// The letter with links where the widget has buttons. What only a script can do keeps its room, so that nothing moves
/// when the widget takes over, and is not seen: see `style/page/letter.css`.
#[component]
pub fn LetterPage(
    /// The letter.
    letter: Letter,
    /// What the host page would ask for.
    settings: Settings,
    /// The count and the roll, as they are known now.
    now: Now,
    /// Where else to go.
    pages: Pages,
    /// Whether a widget is going to take over.
    awaited: bool,
) -> AnyView {
    let language = Language::new(&letter.lang);
    let ways = Ways { languages: languages(&letter, &language, &pages), rest: rest(&language, pages.roll) };
    let changing = Changing::new(now);
    shown(&letter, &settings, &changing, ways, OnMessage::new(|_| true))
        .attr("data-static", if awaited { "awaited" } else { "alone" })
        .view()
}

/// A link for each language that the letter can be read in, the present one marked.
fn languages(letter: &Letter, language: &Language, pages: &Pages) -> Option<Element> {
    let links = letter.translations.iter().zip(&pages.translations).map(|(translation, page)| {
        element("a")
            .attr("href", page)
            .attr("hreflang", translation.lang.as_str())
            .attr("lang", translation.lang.as_str())
            .attr_if("title", translation.title.as_deref())
            .attr_if("aria-current", (translation.lang == letter.lang).then_some("true"))
            .text(Language::name(&translation.lang))
    });
    let group = element("div").part("languages").attr("role", "group").attr("aria-label", language.texts.languages);
    (letter.translations.len() > 1).then(|| group.children(links))
}

fn rest(language: &Language, roll: Option<String>) -> Option<Element> {
    let link = element("a").part("more").attr("href", roll?).attr_if("lang", language.foreign_texts());
    Some(link.text(language.texts.pages.all_names))
}
