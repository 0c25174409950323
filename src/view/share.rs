//! Sharing the letter.

use super::changing::{Changing, Now};
use super::element::{Element, LiveText, element};
use super::message::{Message, OnMessage};
use crate::language::Language;
use leptos::prelude::*;

/// The button, then what came of it: the word that the link was copied, or the address for the reader to copy.
pub(super) fn share(changing: &Changing, language: &Language, on: OnMessage) -> Element {
    let texts = language.texts;
    let copied = changing.clone();
    let confirmation = move || if copied.read(|now| now.copied) { texts.copied.to_string() } else { String::new() };
    let share = move |_| {
        on.run(Message::Share);
    };
    element("div")
        .part("share")
        .child(element("button").attr("type", "button").on_click(share).say(texts.share, language))
        .child(element("span").attr("role", "status").in_interface(language).live_text(Box::new(confirmation)))
        .child(by_hand(changing, language))
}

/// The address in a field, from which it can be copied. Whoever shows it gives it the focus: so it is read out, with its
/// label.
fn by_hand(changing: &Changing, language: &Language) -> Element {
    let field = element("input")
        .attr("type", "text")
        .attr("readonly", "")
        .attr("dir", "ltr")
        .live_attr("value", follow(changing, |now| now.address.clone()));
    element("label")
        .class("by-hand")
        .live_attr("data-empty", follow(changing, |now| now.address.is_empty().to_string()))
        .child(element("span").say(language.texts.copy_by_hand, language))
        .child(field)
}

fn follow(changing: &Changing, text: fn(&Now) -> String) -> LiveText {
    let changing = changing.clone();
    Box::new(move || changing.read(text))
}
