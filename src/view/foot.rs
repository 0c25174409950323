//! Links for signatories: withdrawal, the coordinator, the privacy notice.

use super::element::{Element, element};
use super::link::link;
use crate::language::Language;
use crate::model::Letter;

/// Those of these links that the letter has.
pub(super) fn foot(letter: &Letter, language: &Language) -> Option<Element> {
    let texts = language.texts;
    let links =
        [(&letter.withdraw, texts.withdraw), (&letter.contact, texts.contact), (&letter.privacy, texts.privacy)];
    let mut links = links
        .into_iter()
        .filter_map(|(url, text)| Some(element("li").child(link(url.as_ref()?.as_str()).say(text, language))))
        .peekable();
    links.peek()?;
    Some(element("ul").class("foot").children(links))
}
