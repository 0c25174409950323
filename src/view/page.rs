//! The letter on its own page, as it is before a script runs, and where none does.

use super::changing::{Changing, Now};
use super::element::{Element, element};
use super::languages::languages;
use super::message::OnMessage;
use super::open_letter::{Ways, shown};
use crate::language::Language;
use crate::model::{LanguageTag, Letter, Settings};
use leptos::reactive::owner::Owner;

/// Where else to go from a letter's page. The addresses are relative to it.
#[derive(Clone, Debug, Default)]
pub struct Pages {
    /// The page of each of the letter's translations, in their order.
    pub translations: Vec<String>,
    /// The first of the pages that have the whole roll, where it is longer than this one shows.
    pub roll: Option<String>,
}

/// The letter with links where the widget has buttons. What only a script can do keeps its room, so that nothing moves
/// when the widget takes over, and is not seen: see `style/page/letter.css`. `now` is what is known of count and roll,
/// and `awaited` says whether a widget is going to take over. How the page writes numbers is told to it.
#[must_use]
pub fn letter_page(letter: &Letter, settings: &Settings, now: Now, pages: Pages, awaited: bool) -> Element {
    // Nobody acts on a printed page.
    let (changing, on) = (Changing::new(now), Owner::new().with(|| OnMessage::new(|_| true)));
    let tags = letter.translations.iter().map(|translation| translation.lang.clone());
    let translations: Vec<_> = tags.zip(pages.translations).collect();
    let page_of = |lang: &LanguageTag| translations.iter().find(|(of, _)| of == lang).map(|(_, page)| page.clone());
    let language = Language::new(&letter.lang);
    let ways = Ways { languages: languages(letter, &[], &page_of, on), rest: rest(&language, pages.roll) };
    shown(letter, settings, &changing, ways, on)
        .attr("data-static", if awaited { "awaited" } else { "alone" })
        .attr("data-numbers", language.numbers())
}

fn rest(language: &Language, roll: Option<String>) -> Option<Element> {
    Some(element("a").part("more").attr("href", roll?).say(language.pages().all_names, language))
}
