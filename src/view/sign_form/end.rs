//! The end: what became of the signature, and nothing that isn't known.

use super::{FormMessage, FormOf};
use crate::language::{SignTexts, fill};
use crate::signing::{Course, Stage};
use crate::view::element::{Element, element};

/// What became of the signature, the signer's number, and a way to tell others.
pub(super) fn end(of: &FormOf) -> Element {
    let texts = of.texts;
    let outcome = of.follow(move |course, _| outcome(course, texts));
    let number = |course: &Course| match &course.stage {
        Stage::Signed(signed) => signed.number,
        _ => None,
    };
    let own = of.follow(move |course, language| {
        number(course).map(|number| fill(texts.number, "n", &language.number(number))).unwrap_or_default()
    });
    let share = of
        .button("share", FormMessage::Share)
        .live_attr("data-empty", of.empty_unless(|course| course.stage != Stage::Closed))
        .text(texts.tell);
    element("div")
        .class("end")
        .child(element("p").class("outcome").attr("tabindex", "-1").live_text(outcome))
        .child(
            element("p")
                .class("own")
                .live_attr("data-empty", of.empty_unless(move |course| number(course).is_some()))
                .live_text(own),
        )
        .child(share)
}

fn outcome(course: &Course, texts: &SignTexts) -> String {
    match &course.stage {
        Stage::Signed(signed) if signed.held && course.is_person => texts.review.to_string(),
        Stage::Signed(signed) if signed.held => texts.held.to_string(),
        Stage::Signed(_) => texts.confirmed.to_string(),
        Stage::Taken { confirms: true } => fill(texts.link_sent, "address", &course.address),
        Stage::Taken { confirms: false } => fill(texts.sent, "receiver", &course.receiver),
        Stage::Closed => texts.closed.to_string(),
        _ => String::new(),
    }
}
