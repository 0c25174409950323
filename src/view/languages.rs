//! The letter's translations.

use super::element::{Element, element};
use super::message::{Message, OnMessage};
use crate::language::Language;
use crate::model::Letter;
use leptos::prelude::Callable;

/// A button for each language that the letter can be read in, the present one marked. Nothing, where there is one.
pub(super) fn languages(letter: &Letter, language: &Language, on: OnMessage) -> Option<Element> {
    let buttons = letter.translations.iter().map(|translation| {
        let src = translation.src.as_str().to_string();
        element("button")
            .attr("type", "button")
            .attr("lang", translation.lang.as_str())
            .attr_if("title", translation.title.as_deref())
            .attr_if("aria-current", (translation.lang == letter.lang).then_some("true"))
            .on_click(move |_| {
                on.run(Message::Translate(src.clone()));
            })
            .text(Language::name(&translation.lang))
    });
    let group = element("div").part("languages").attr("role", "group").attr("aria-label", language.texts.languages);
    (letter.translations.len() > 1).then(|| group.children(buttons))
}
