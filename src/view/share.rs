//! Sharing the letter.

use super::element::{Element, element};
use super::message::{Message, OnMessage};
use crate::language::Language;
use leptos::prelude::*;

/// The button, and, once `copied`, the word that the link was copied.
pub(super) fn share(copied: Signal<bool>, language: &Language, on: OnMessage) -> Element {
    let texts = language.texts;
    let confirmation = move || if copied.get() { texts.copied.to_string() } else { String::new() };
    let share = move |_| {
        on.run(Message::Share);
    };
    element("div")
        .part("share")
        .attr_if("lang", language.foreign_texts())
        .child(element("button").attr("type", "button").on_click(share).text(texts.share))
        .child(element("span").attr("role", "status").live_text(Box::new(confirmation)))
}
