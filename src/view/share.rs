//! Sharing the letter.

use super::changing::Changing;
use super::element::{Element, element};
use super::message::{Message, OnMessage};
use crate::language::Language;
use leptos::prelude::*;

/// The button, and, once that is so, the word that the link was copied.
pub(super) fn share(changing: &Changing, language: &Language, on: OnMessage) -> Element {
    let texts = language.texts;
    let changing = changing.clone();
    let confirmation = move || if changing.read(|now| now.copied) { texts.copied.to_string() } else { String::new() };
    let share = move |_| {
        on.run(Message::Share);
    };
    element("div")
        .part("share")
        .child(element("button").attr("type", "button").on_click(share).say(texts.share, language))
        .child(element("span").attr("role", "status").in_interface(language).live_text(Box::new(confirmation)))
}
