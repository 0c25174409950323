//! The letter's translations.

use super::element::{Element, element};
use super::message::{Message, OnMessage};
use crate::language::Language;
use crate::model::{LanguageTag, Letter, Translation};
use leptos::prelude::Callable;

/// A button for each language of the letter, the present one marked; a link instead, if `page_of` knows a page of that
/// language. Buttons begin with the language that suits the `reader` best and continue in the letter's order. Links
/// keep the letter's order: they are on the page before the widget is, and the pointer may be over one. Nothing, if
/// there is only one language.
pub(super) fn languages(
    letter: &Letter,
    reader: &[LanguageTag],
    page_of: &dyn Fn(&LanguageTag) -> Option<String>,
    on: OnMessage,
) -> Option<Element> {
    let language = &Language::new(&letter.lang);
    let choice = |translation: &Translation| {
        let lang = &translation.lang;
        let (choice, current) = match page_of(lang) {
            Some(page) => (link(&page, lang), "page"),
            None => (button(translation, on), "true"),
        };
        choice
            .attr("lang", lang.as_str())
            .attr("dir", lang.direction().as_str())
            .attr_if("title", translation.title.as_deref())
            .attr_if("aria-current", (*lang == letter.lang).then_some(current))
            .text(language.name(lang))
    };
    let reader = if page_of(&letter.lang).is_some() { &[] } else { reader };
    let group = element("div").part("languages").attr("role", "group").label(language.texts.languages, language);
    (letter.translations.len() > 1).then(|| group.children(ordered(letter, reader).map(choice)))
}

fn ordered<'l>(letter: &'l Letter, reader: &[LanguageTag]) -> impl Iterator<Item = &'l Translation> {
    let offered = letter.translations.iter();
    let best = reader.iter().find_map(|wanted| wanted.lookup(offered.clone().map(|translation| &translation.lang)));
    let others = offered.enumerate().filter(move |(index, _)| Some(*index) != best).map(|(_, other)| other);
    best.and_then(|best| letter.translations.get(best)).into_iter().chain(others)
}

fn button(translation: &Translation, on: OnMessage) -> Element {
    let src = translation.src.as_str().to_string();
    element("button").attr("type", "button").on_click(move |_| {
        on.run(Message::Translate(src.clone()));
    })
}

fn link(page: &str, lang: &LanguageTag) -> Element {
    element("a").attr("href", page).attr("hreflang", lang.as_str()).attr("rel", "alternate")
}
