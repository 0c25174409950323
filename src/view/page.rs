//! The letter on its own page, as it is before scripts run, or without them.

use super::changing::{Changing, Now};
use super::element::{Element, element};
use super::languages::languages;
use super::message::OnMessage;
use super::open_letter::{Ways, shown};
use crate::language::Language;
use crate::model::{LanguageTag, Letter, Settings};
use leptos::reactive::owner::Owner;

/// The links from a letter's page, relative to it.
#[derive(Clone, Debug, Default)]
pub struct Pages {
    /// The pages of the letter's translations, in their order.
    pub translations: Vec<String>,
    /// The first page of the whole roll, if this page does not show all of it.
    pub roll: Option<String>,
}

/// The letter, with links where the widget has buttons. Parts that need a script are invisible but take their space, so
/// that nothing moves when the widget takes over: see `style/page/letter.css`. `now` has the known count and roll;
/// `awaited` says whether a widget will take over. The page then carries samples of how it writes numbers.
#[must_use]
pub fn letter_page(letter: &Letter, settings: &Settings, now: Now, pages: Pages, awaited: bool) -> Element {
    // A printed page has no actions.
    let (changing, on) = (Changing::new(now), Owner::new().with(|| OnMessage::new(|_| true)));
    let tags = letter.translations.iter().map(|translation| translation.lang.clone());
    let translations: Vec<_> = tags.zip(pages.translations).collect();
    let page_of = |lang: &LanguageTag| translations.iter().find(|(of, _)| of == lang).map(|(_, page)| page.clone());
    let language = Language::new(&letter.lang);
    let ways = Ways { languages: languages(letter, &[], &page_of, on), rest: rest(&language, pages.roll), tools: None };
    shown(letter, settings, &changing, ways, on)
        .attr("data-static", if awaited { "awaited" } else { "alone" })
        .attr("data-numbers", language.numbers())
}

fn rest(language: &Language, roll: Option<String>) -> Option<Element> {
    Some(element("a").part("more").attr("href", roll?).say(language.pages().all_names, language))
}
