//! Notices in place of the letter, if the host page puts no content there.

use super::element::{Element, element};
use super::link::link;
use super::message::{Message, OnMessage};
use crate::language::Language;
use crate::model::{Code, Failure, Letter};
use leptos::prelude::Callable;

/// The id of the explanation, in the element's own shadow root.
const WHY: &str = "why";

/// While the letter loads. A `tall` notice reserves the space that the letter will take.
pub(super) fn loading(tall: bool, language: &Language) -> Element {
    let texts = language.texts;
    let notice = element("p")
        .part("notice")
        .class(if tall { "loading tall" } else { "loading" })
        .attr("role", "status")
        .text(texts.loading);
    in_language(notice, language)
}

/// After a failure: the reason, a button to try again, and the letter's own page if known. Screen readers announce it
/// politely (ARIA, `status`): an alert would interrupt people who read the host page.
pub(super) fn failed(failure: &Failure, language: &Language, on: OnMessage) -> Element {
    let texts = language.texts;
    let try_again = (failure.code != Code::NoSrc).then(|| {
        let click = move |_| {
            on.run(Message::TryAgain);
        };
        // Screen readers explain the button when it has the focus.
        element("button").attr("type", "button").attr("aria-describedby", WHY).on_click(click).text(texts.try_again)
    });
    let notice = element("div")
        .part("notice")
        .attr("role", "status")
        .attr("data-code", failure.code.as_str())
        .child(element("p").attr("id", WHY).text(explanation(failure.code, language)))
        .children(try_again)
        .children(failure.page.as_ref().map(|page| link(page.as_str()).text(texts.open_page)));
    in_language(notice, language)
}

/// If a part of the letter was cut, with a link to its own page if known.
pub(super) fn cut(letter: &Letter, text: &'static str, language: &Language) -> Element {
    let page = letter.url.as_ref().map(|page| link(page.as_str()).say(language.texts.open_page, language));
    element("div").part("notice").class("cut").child(element("p").say(text, language)).children(page)
}

/// The host page around it may be in another language.
fn in_language(notice: Element, language: &Language) -> Element {
    let (lang, direction) = language.of_texts();
    notice.attr("lang", lang).attr("dir", direction.as_str())
}

fn explanation(code: Code, language: &Language) -> &'static str {
    let failures = &language.texts.failures;
    match code {
        Code::NoSrc => failures.no_src,
        // A failure of the count or the roll never replaces the letter.
        Code::Network | Code::Count | Code::Roll | Code::Sign => failures.network,
        Code::Status => failures.status,
        Code::Timeout => failures.timeout,
        Code::TooLarge => failures.too_large,
        Code::NotJson => failures.not_json,
        Code::NotALetter => failures.not_a_letter,
        Code::Version => failures.version,
    }
}
