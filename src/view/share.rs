//! Sharing the letter.

use super::context::Context;
use super::element::{Element, element};
use super::message::Message;
use leptos::prelude::Callable;

/// The button, then the result: a note that the link was copied, or the address for the reader to copy.
pub(super) fn share(context: Context) -> Element {
    let Context { language, on, .. } = context;
    let share = move |_| {
        on.run(Message::Share);
    };
    let copied = context.follow(|now, language| now.copied.then(|| language.texts.copied.to_string()));
    element("div")
        .part("share")
        .child(element("button").attr("type", "button").on_click(share).say(language.texts.share, language))
        .child(element("span").attr("role", "status").in_interface(language).live_text(copied))
        .child(by_hand(context))
}

/// The address in a field for copying. The code that shows it moves the focus to it, so that screen readers read it
/// with its label.
fn by_hand(context: Context) -> Element {
    let language = context.language;
    let field = element("input")
        .attr("type", "text")
        .attr("readonly", "")
        .attr("dir", "ltr")
        .live_attr("value", context.follow(|now, _| Some(now.address.clone())));
    element("label")
        .class("by-hand")
        .live_attr("data-empty", context.follow_flag(|now| now.address.is_empty()))
        .child(element("span").say(language.texts.copy_by_hand, language))
        .child(field)
}
